/// What a title says of the document beside what it is about.
enum TitleMarks {
  /// The title without remarks of a database ("[see comment]", "[Erratum appears in ...]"), and
  /// what its brackets say.
  static func withoutRemarks(_ printed: String) -> (text: String, marks: TitleForm.Marks) {
    let printed = Mojibake.repaired(printed)
    let bytes = Array(printed.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }) else {
      return (printed, [])
    }
    var marks: TitleForm.Marks = []
    var kept: [UInt8] = []
    var place = 0
    if let first = bytes.first(where: { $0 != 0x20 && $0 != UInt8(ascii: "\"") }),
      first == UInt8(ascii: "[")
    {
      marks.insert(.translated)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "["), !kept.isEmpty else {
        kept.append(bytes[place])
        place += 1
        continue
      }
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
      let words = FoldedText(String(decoding: bytes[place..<end], as: UTF8.self)).text
      if words.hasPrefix("abstract") || words.hasPrefix("conference abstract") {
        marks.insert(.abstract)
      } else if words == "comment" || words == "letter" || words == "reply" {
        marks.insert(.comment)
      } else if words == "erratum" || words == "correction" || words == "corrigendum" {
        marks.insert(.correction)
      } else if LanguageCode(printed: words) != nil {
        marks.insert(.translated)
      } else if !isRemark(words) {
        kept.append(UInt8(ascii: " "))
        place += 1
        continue
      }
      kept.append(UInt8(ascii: " "))
      place = min(bytes.count, end + 1)
    }
    return (String(decoding: kept, as: UTF8.self), marks)
  }

  /// Where the title itself begins among its words, and what the words before it and the last ones
  /// say.
  static func read(
    _ words: [ArraySlice<UInt8>]
  ) -> (start: Int, marks: TitleForm.Marks) {
    var marks: TitleForm.Marks = []
    var start = 0
    let text = words.prefix(4).map { String(decoding: $0, as: UTF8.self) }
    if words.count > 3, let first = text.first {
      if first == "retracted" { start = text[1] == "article" ? 2 : 1 }
      if ["the", "a", "an"].contains(first) { start = 1 }
    }
    for word in text.prefix(2) {
      if corrections.contains(word) { marks.insert(.correction) }
    }
    if let first = text.first {
      if comments.contains(first) { marks.insert(.comment) }
      if first == "abstract" || first == "abstracts" { marks.insert(.abstract) }
      if text.count > 1, openings.contains(first + " " + text[1]) { marks.insert(.comment) }
    }
    if words.count > 3 {
      let end = words.suffix(2).map { String(decoding: $0, as: UTF8.self) }
      if corrections.contains(end[1]) { marks.insert(.correction) }
      if closings.contains(end[1]) || end[0] == "reply" && end[1] != "cards" {
        marks.insert(.comment)
      }
      if end[1] == "abstract" || end[1] == "abstracts" { marks.insert(.abstract) }
      if end[1] == "protocol" { marks.insert(.plan) }
    }
    return (start, marks)
  }

  /// Why the words that only one of two titles has make another document of it; nil if they do not.
  static func partingRule(_ added: ArraySlice<WordHash>) -> MatchRule? {
    guard let first = added.first, let last = added.last else { return nil }
    let near = added.prefix(3) + [last]
    if numbers.contains(first) || numbers.contains(last) || near.contains(where: parts.contains) {
      return .parts
    }
    return near.contains(where: notices.contains) ? .notice : nil
  }

  private static let numbers: Set<WordHash> = [
    WordHash("i"), WordHash("ii"), WordHash("iii"), WordHash("iv"), WordHash("1"), WordHash("2"),
    WordHash("3"), WordHash("4"), WordHash("5"), WordHash("6"), WordHash("7"), WordHash("8"),
    WordHash("9"),
  ]

  private static let parts: Set<WordHash> = [
    WordHash("part"), WordHash("parts"), WordHash("pt"), WordHash("teil"), WordHash("partie"),
    WordHash("parte"), WordHash("supplement"), WordHash("appendix"), WordHash("summary"),
    WordHash("update"),
  ]

  private static let notices: Set<WordHash> = [
    WordHash("erratum"), WordHash("errata"), WordHash("corrigendum"), WordHash("correction"),
    WordHash("retraction"), WordHash("comment"), WordHash("comments"), WordHash("commentary"),
    WordHash("reply"), WordHash("response"), WordHash("rejoinder"), WordHash("letter"),
    WordHash("protocol"),
  ]

  private static func isRemark(_ words: String) -> Bool {
    words.isEmpty || remarks.contains { words.hasPrefix($0) }
  }

  private static let corrections: Set<String> = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections", "retraction",
    "addendum", "withdrawn",
  ]
  private static let comments: Set<String> = [
    "reply", "comment", "comments", "commentary", "re", "rejoinder", "response",
  ]
  private static let openings: Set<String> = [
    "in reply", "author reply", "authors reply", "author s", "authors response", "letter to",
    "invited commentary", "editorial comment", "discussion of", "reaction to",
  ]
  private static let closings: Set<String> = ["reply", "replies", "rejoinder", "response"]
  private static let remarks = [
    "see comment", "erratum appear", "published erratum", "corrected", "retracted",
    "erratum in", "summary for", "electronic resource", "republished", "review", "comment in",
    "correction appear", "in process",
  ]
}
