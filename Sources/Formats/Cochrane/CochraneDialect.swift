import Bibliography

/// The Cochrane Library's plain text: `TI: A title`, each record behind `Record #1 of 784`.
enum CochraneDialect: TaggedDialect {
  static let format = Format(name: "cochrane", title: "Cochrane plain text", endings: ["txt"])

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var (hasCounter, seen) = (false, [] as Set<String>)
    beginning.forEachLine { line in
      switch Self.line(line) {
      case .begin: hasCounter = true
      case .tag(let tag, let value):
        let isOfLibrary =
          line.has("CN-", at: value.lowerBound) || line.has("CD", at: value.lowerBound)
        if tag != "ID" || isOfLibrary { seen.insert(tag) }
      case .blank, .text, .end, .file: break
      }
      return true
    }
    guard seen.contains("TI"), hasCounter || seen.contains("ID") else { return .no }
    return seen.isDisjoint(with: ["ID", "SO", "YR", "KY"]) ? .perhaps : .sure
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    if line.has("Record #", at: 0), line.holds(" of ") { return .begin }
    // No other tag is of three letters: in an abstract, `AIM: ` may begin a line.
    let length = line.has("DOI:", at: 0) ? 3 : 2
    guard line.has(":", at: length), line.isBlank(at: length + 1), line[0].isCapital,
      line.isTagCharacter(at: 1)
    else { return .text(line.value(from: 0)) }
    return .tag(line.tag(0..<length), value: line.value(from: length + 1))
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    tag == "ID" && entry.fields.contains { $0.tag == "ID" }
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    for field in entry.fields where !field.value.isEmpty {
      let meaning = meanings[field.tag] ?? .other
      let isProse = meaning == .paragraphs(.abstract)
      let text = isProse ? entry.lines(field, &maker) : entry.text(field, &maker)
      if field.tag == "PM", text.utf8.span.has("PUBMED ", at: 0) {
        draft.take(
          String(text.dropFirst("PUBMED ".count)), as: .text(.pmid), under: "PM", line: field.line)
      } else {
        draft.take(text, as: meaning, under: field.tag, line: field.line)
      }
    }
  }

  private static let meanings: [String: FieldMeaning] = [
    "ID": .text(.accession), "AU": .authors(.familyThenInitials, .semicolon),
    "TI": .ranked(.title, 0), "SO": .ranked(.journal, 0), "YR": .year, "VL": .text(.volume),
    "NO": .text(.issue), "PG": .text(.pages), "PM": .text(.pmid), "PT": .joined(.type),
    "KY": .list(.keywords, .semicolon), "DOI": .doi, "AB": .paragraphs(.abstract),
    "US": .addresses, "UR": .addresses, "SN": .serialNumber, "PB": .text(.publisher),
    "LA": .joined(.language),
  ]
}
