import Bibliography

/// RefWorks's tagged format: `T1 A title`, from `RT` to the next `RT`.
enum RefWorksDialect: TaggedDialect {
  static let format = Format(name: "refworks", title: "RefWorks tagged", endings: ["txt"])

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var seen: Set<String> = []
    beginning.forEachLine { line in
      if case .tag(let tag, _) = Self.line(line) { seen.insert(tag) }
      return true
    }
    guard seen.contains("RT") else { return .no }
    return seen.isDisjoint(with: ["T1", "A1", "SR", "JF", "YR"]) ? .perhaps : .sure
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    guard line.count >= 2, line[0].isCapital, line.isTagCharacter(at: 1), line.isBlank(at: 2) else {
      return .text(line.value(from: 0))
    }
    return .tag(line.tag(0..<2), value: line.value(from: 2))
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    tag == "RT"
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    for field in entry.fields where !field.value.isEmpty {
      let meaning = meanings[field.tag] ?? .other
      let isProse = meaning == .paragraphs(.abstract) || meaning == .items(.notes)
      let text = isProse ? entry.lines(field, &maker) : entry.text(field, &maker)
      draft.take(text, as: meaning, under: field.tag, line: field.line)
    }
  }

  private static let meanings: [String: FieldMeaning] = [
    "RT": .text(.type), "ID": .text(.id), "A1": .authors(.familyFirst, .semicolon),
    "T1": .ranked(.title, 0), "JF": .ranked(.journal, 0), "T2": .ranked(.journal, 1),
    "JO": .ranked(.journal, 2), "YR": .year, "FD": .date, "VO": .text(.volume),
    "IS": .text(.issue), "SP": .firstPage, "OP": .lastPage, "EP": .lastPage,
    "K1": .list(.keywords, .semicolon),
    "AB": .paragraphs(.abstract), "NO": .items(.notes), "PB": .text(.publisher),
    "PP": .text(.place), "SN": .serialNumber, "AN": .text(.accession), "LA": .joined(.language),
    "DB": .ranked(.database, 0), "DS": .ranked(.database, 1), "DO": .doi, "UL": .addresses,
    "LK": .addresses,
  ]
}
