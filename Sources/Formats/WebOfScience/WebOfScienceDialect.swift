import Bibliography

/// Web of Science's tagged format: `TI A title`, from `PT` to `ER`, between `FN` and `EF`.
enum WebOfScienceDialect: TaggedDialect {
  static let format = Format(
    name: "wos", title: "Web of Science tagged", endings: ["ciw", "isi", "txt"])

  static let hasEnds = true

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var seen: Set<String> = []
    beginning.forEachLine { line in
      if line.has("FN ", at: 0), line.holds("ISI") || line.holds("Web of ") { seen.insert("FN") }
      if case .tag(let tag, let value) = Self.line(line) {
        // A kind of publication is one letter.
        if tag != "PT" || value.count == 1 { seen.insert(tag) }
      }
      if line.has("ER", at: 0), line.trimmed.count == 2 { seen.insert("ER") }
      return true
    }
    if seen.contains("FN") || seen.isSuperset(of: ["PT", "TI", "SO"]) { return .sure }
    return seen.isSuperset(of: ["TI", "SO", "ER"]) ? .perhaps : .no
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    guard line.count >= 2, line[0].isCapital, line.isTagCharacter(at: 1), line.isBlank(at: 2) else {
      return .text(line.value(from: 0))
    }
    switch line.tag(0..<2) {
    case "ER" where line.trimmed.count == 2: return .end
    case "FN", "VR", "EF": return .file
    case let tag: return .tag(tag, value: line.value(from: 2))
    }
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    tag == "PT" && entry.fields.contains { $0.tag != "PT" }
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    let authors = Authors(entry, &maker)
    for field in entry.fields where !field.value.isEmpty {
      switch field.tag {
      case "AU", "AF", "BA", "BF":
        if field.tag == authors.tag {
          for name in authors.names {
            draft.take(name, as: .authors(.familyFirst, .none), under: field.tag, line: field.line)
          }
        } else if !authors.haveInFull(field.tag) {
          draft.keep(names(field, entry, &maker), under: field.tag)
        }
      // In proceedings, `GP` is whoever held the conference.
      case "GP" where !authors.names.isEmpty: draft.keep(names(field, entry, &maker), under: "GP")
      case "CA", "GP":
        for name in entry.lines(field, &maker).split(separator: "\n") {
          draft.reference.authors.append(.named(String(name)))
        }
      case "CR", "C1", "C3", "BE", "ED":
        draft.keep(
          entry.lines(field, &maker).split(separator: "\n").map { String($0) }, under: field.tag)
      case let tag:
        draft.take(
          entry.text(field, &maker), as: meanings[tag] ?? .other, under: tag, line: field.line)
      }
    }
  }

  private static let meanings: [String: FieldMeaning] = [
    "DT": .joined(.type), "TI": .ranked(.title, 0), "SO": .ranked(.journal, 0),
    "JI": .ranked(.journal, 3), "J9": .ranked(.journal, 4), "LA": .joined(.language),
    "DE": .list(.keywords, .semicolon), "ID": .list(.keywords, .semicolon),
    "AB": .paragraphs(.abstract), "SN": .serialNumber, "EI": .serialNumber, "BN": .serialNumber,
    "PD": .date, "PY": .year, "VL": .text(.volume), "IS": .text(.issue), "BP": .firstPage,
    "EP": .lastPage, "AR": .articleNumber, "PS": .articleNumber, "DI": .doi,
    "PU": .text(.publisher), "PI": .text(.place), "UT": .text(.accession), "PM": .text(.pmid),
    "UR": .addresses,
  ]

  /// The authors once: `AF` prints the names of `AU` in full, `BF` those of `BA`, who wrote the book.
  private struct Authors {
    var tag = "AU"
    var names: [String] = []

    init(_ entry: TaggedEntry, _ maker: inout TextMaker) {
      for (short, full) in [("AU", "AF"), ("BA", "BF")] where names.isEmpty {
        let shortNames = Self.names(short, entry, &maker)
        let fullNames = Self.names(full, entry, &maker)
        let isFull = fullNames.count >= shortNames.count && !fullNames.isEmpty
        (tag, names) = isFull ? (full, fullNames) : (short, shortNames)
      }
    }

    /// Whether the names of a tag are the same in short.
    func haveInFull(_ other: String) -> Bool {
      tag == "AF" && other == "AU" || tag == "BF" && other == "BA"
    }

    private static func names(
      _ tag: String, _ entry: TaggedEntry, _ maker: inout TextMaker
    ) -> [String] {
      entry.fields.first { $0.tag == tag }.map { WebOfScienceDialect.names($0, entry, &maker) }
        ?? []
    }
  }

  private static func names(
    _ field: TaggedEntry.Field, _ entry: TaggedEntry, _ maker: inout TextMaker
  ) -> [String] {
    entry.lines(field, &maker).split(separator: "\n").map { name in
      // BIOSIS prints addresses of mail behind names.
      let end = name.firstIndex(of: "(").flatMap { name[$0...].contains("@") ? $0 : nil }
      return String(name[..<(end ?? name.endIndex)]).trimmed
    }
  }
}
