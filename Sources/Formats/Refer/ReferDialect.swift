import Bibliography

/// EndNote's Refer, and the Refer of Unix before it: `%T A title`, records parted by blank lines.
enum ReferDialect: TaggedDialect {
  static let format = Format(name: "enw", title: "EndNote Refer", endings: ["enw", "ref"])

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var certainty = Certainty.no
    beginning.forEachLine { line in
      guard !line.isBlank else { return true }
      if case .tag(let tag, _) = Self.line(line) {
        certainty = ["%0", "%T", "%A", "%D", "%J"].contains(tag) ? .sure : .perhaps
      }
      return certainty == .perhaps
    }
    return certainty
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    var start = line.value(from: 0).lowerBound
    if line.beginsWithByteOrderMark { start = 3 }
    guard line.has("%", at: start), start + 1 < line.count, line[start + 1] > 0x20,
      line[start + 1] < 0x7F, line.isBlank(at: start + 2), start == 0 || line[start + 1] == 0x30
    else { return .text(line.value(from: 0)) }
    return .tag(line.tag(start..<start + 2), value: line.value(from: start + 2))
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    // EndNote begins every record with its type; where there is none, blank lines part records.
    if tag == "%0" { return entry.firstTag == "%0" || isAfterBlank }
    return isAfterBlank && entry.firstTag != "%0"
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    for field in entry.fields where !field.value.isEmpty {
      let meaning = meanings[field.tag] ?? .other
      if meaning == .paragraphs(.abstract) || meaning == .items(.notes) {
        draft.take(entry.lines(field, &maker), as: meaning, under: field.tag, line: field.line)
      } else if field.tag == "%K" {
        for line in entry.lines(field, &maker).split(separator: "\n") {
          draft.take(String(line), as: meaning, under: field.tag, line: field.line)
        }
      } else {
        draft.take(entry.text(field, &maker), as: meaning, under: field.tag, line: field.line)
      }
    }
  }

  /// Whether a tag is one, and has no field of ours.
  static func isKept(_ tag: String) -> Bool {
    guard case .tag(tag, _) = line("\(tag) x".utf8.span) else { return false }
    return meanings[tag] == nil
  }

  private static let meanings: [String: FieldMeaning] = [
    "%0": .joined(.type), "%9": .joined(.type), "%F": .text(.id), "%T": .ranked(.title, 0),
    "%A": .authors(.familyFirst, .semicolon), "%J": .ranked(.journal, 0),
    "%B": .ranked(.journal, 1), "%S": .ranked(.journal, 3), "%D": .year, "%8": .date,
    "%V": .text(.volume), "%N": .text(.issue), "%P": .text(.pages), "%R": .doiOrOther,
    "%@": .serialNumber, "%X": .paragraphs(.abstract), "%K": .list(.keywords, .semicolon),
    "%G": .joined(.language), "%U": .addresses, "%>": .addresses, "%I": .text(.publisher),
    "%C": .text(.place), "%M": .text(.accession), "%~": .ranked(.database, 0),
    "%W": .ranked(.database, 1), "%Z": .items(.notes), "%O": .items(.notes),
  ]
}
