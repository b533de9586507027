import Bibliography

/// PubMed's tagged format, MEDLINE's before it and ERIC's after it: `TI  - A title`, tags of two to
/// four letters, values that go on in indented lines.
enum NbibDialect: TaggedDialect {
  static let format = Format(name: "nbib", title: "MEDLINE tagged", endings: ["nbib", "txt"])

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var certainty = Certainty.no
    beginning.forEachLine { line in
      guard case .tag(let tag, _) = Self.line(line) else { return true }
      if ["PMID", "OWN", "STAT", "FAU", "PMC"].contains(tag) { certainty = .sure }
      return certainty == .no
    }
    return certainty
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    var end = 0
    while end < 5, line.isTagCharacter(at: end) { end += 1 }
    var hyphen = end
    while hyphen < end + 3, hyphen < line.count, line[hyphen] == 0x20 { hyphen += 1 }
    guard (2...4).contains(end), line.has("-", at: hyphen) else {
      return .text(line.value(from: 0))
    }
    let tag = line.tag(0..<end)
    let isKnown = meanings[tag] != nil
    let isFree = line.isBlank(at: hyphen + 1)
    // `TI-` and `PMID-12` are met; `SARS-CoV-2` at the beginning of a line is text.
    guard isKnown && (isFree || tag == "PMID") || isFree && hyphen == 4 else {
      return .text(line.value(from: 0))
    }
    return .tag(tag, value: line.value(from: hyphen + 1))
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    if tag == "PMID" { return true }
    return isAfterBlank && (tag == entry.firstTag || tag == "OWN")
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    let hasTitle = entry.fields.contains { $0.tag == "TI" && !$0.value.isEmpty }
    var hasFullName = false
    for field in entry.fields where !field.value.isEmpty {
      let text = entry.text(field, &maker)
      switch field.tag {
      case "FAU":
        hasFullName = true
        draft.take(text, as: .authors(.familyFirst, .none), under: field.tag, line: field.line)
      case "AU":
        // The short form of the name above it.
        if !hasFullName { draft.take(shortName: text, line: field.line) }
        hasFullName = false
      case "LID", "AID": draft.take(location: text, under: field.tag, line: field.line)
      case "IS", "ISSN": draft.take(issn: text, under: field.tag, line: field.line)
      case "BTI":
        let meaning: FieldMeaning = hasTitle ? .ranked(.journal, 0) : .ranked(.title, 1)
        draft.take(text, as: meaning, under: field.tag, line: field.line)
      case "OID" where text.isERICNumber:
        draft.take(text, as: .text(.accession), under: field.tag, line: field.line)
      case let tag:
        draft.take(text, as: meanings[tag] ?? .other, under: tag, line: field.line)
      }
    }
  }

  /// Whether a tag has no field of ours.
  static func isKept(_ tag: String) -> Bool {
    let isPaired = ["AU", "FAU", "LID", "AID", "IS", "ISSN", "OID", "BTI"].contains(tag)
    // With RIS's first and last tag, the file would be taken for RIS.
    return meanings[tag] ?? .other == .other && !isPaired && tag != "TY" && tag != "ER"
  }

  private static let meanings: [String: FieldMeaning] = {
    var all: [String: FieldMeaning] = [
      "PMID": .text(.pmid), "TI": .ranked(.title, 0), "TT": .ranked(.title, 2),
      "JT": .ranked(.journal, 1), "TA": .ranked(.journal, 2), "AB": .paragraphs(.abstract),
      "OAB": .ranked(.abstract, 1), "VI": .text(.volume), "IP": .text(.issue),
      "PG": .text(.pages), "DP": .year, "LA": .joined(.language), "PT": .joined(.type),
      "PL": .text(.place), "PB": .text(.publisher), "ISBN": .joined(.isbn),
      "MH": .items(.keywords), "OT": .items(.keywords), "GN": .items(.notes),
      "CN": .authors(.familyFirst, .none), "URL": .addresses, "UR": .addresses,
    ]
    let others = """
      AD AID AU AUID BTI CDAT CI CIN COI COIS CON CP CRDT CRF CRI CTDT CTI DA DCOM DDIN DEP DRIN DRDT \
      ECF ECI ED EDAT EFR EIN EN FAU FED FIR FPS GN GR GS IR IRAD IS ISSN JID LID LR MHDA MID NM NR \
      OABL OCI OID ORI OTO OWN PHST PMC PMCR PS PST PUBM RF RIN RN ROF RPF RPI RRF RRI SB SFM SI SO \
      SPIN STAT TT UIN UOF VTI
      """
    for tag in others.split(separator: " ") where all[String(tag)] == nil {
      all[String(tag)] = .other
    }
    return all
  }()
}

extension ReferenceDraft {
  fileprivate mutating func take(shortName text: String, line: Int) {
    let meaning: FieldMeaning =
      text.hasPrefix("et al") ? .other : .authors(.familyThenInitials, .none)
    take(text, as: meaning, under: "AU", line: line)
  }

  /// `10.1/x [doi]`, `S0049(17)1 [pii]`, or an address.
  fileprivate mutating func take(location text: String, under tag: String, line: Int) {
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else {
      let isAddress = text.utf8.span.isAddress
      return take(text, as: isAddress ? .addresses : .doiOrOther, under: tag, line: line)
    }
    let kind = String(text[text.index(after: open)...].dropLast())
    let number = String(text[..<open]).trimmed
    if kind == "doi" {
      take(number, as: .doiOrOther, under: tag, line: line)
    } else if !reference.extra.contains(where: {
      $0.tag == kind && $0.values.prefix(100).contains(number)
    }) {
      keep(number, under: kind)
    }
  }

  /// `1467-5463 (Print)`, or `EISSN-2375-5636` as ERIC has it.
  fileprivate mutating func take(issn text: String, under tag: String, line: Int) {
    var number = text
    if let range = number.utf8.span.place(of: "ISSN-") {
      number = String(number.dropFirst(range + 5))
    }
    if let parenthesis = number.firstIndex(of: "(") { number = String(number[..<parenthesis]) }
    take(number.trimmed, as: .serialNumber, under: tag, line: line)
  }
}

extension String {
  /// `EJ1131633` or `ED602023`.
  fileprivate var isERICNumber: Bool {
    (hasPrefix("EJ") || hasPrefix("ED")) && utf8.count > 4
      && utf8.dropFirst(2).allSatisfy(\.isDigit)
  }
}
