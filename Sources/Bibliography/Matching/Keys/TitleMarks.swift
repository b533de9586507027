/// What a title says of the document beside what it is about.
enum TitleMarks {
  /// The title without remarks of a database ("[see comment]", "[Erratum appears in ...]"), and
  /// what its brackets say.
  static func withoutRemarks(_ printed: String) -> (text: String, marks: TitleForm.Marks) {
    let printed = Mojibake.repaired(printed)
    let bytes = Array(printed.utf8)
    guard bytes.contains(UInt8(ascii: "[")) else { return (printed, []) }
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

  /// Where the title itself begins among its words, and what its first and its last words say.
  static func read(_ words: [ArraySlice<UInt8>]) -> (start: Int, marks: TitleForm.Marks) {
    // Only the first three words and the last two can say anything.
    let first = texts(of: words.prefix(3))
    guard words.count > 3 else { return (0, opening(first)) }
    let start =
      switch first[0] {
      case "the", "a", "an": 1
      case "retracted": first[1] == "article" ? 2 : 1
      default: 0
      }
    let marks = opening(texts(of: words[start...].prefix(2)))
    return (start, marks.union(closing(texts(of: words.suffix(2))[...])))
  }

  private static func texts(of words: ArraySlice<ArraySlice<UInt8>>) -> [String] {
    words.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func opening(_ words: [String]) -> TitleForm.Marks {
    guard let first = words.first else { return [] }
    if corrections.contains(first) { return .correction }
    if comments.contains(first) { return .comment }
    if first.hasPrefix("abstract") { return .abstract }
    guard words.count > 1 else { return [] }
    if first == "published" || first == "publisher" || first == "author" || first == "authors",
      corrections.contains(words[1])
    {
      return .correction
    }
    return openings.contains(first + " " + words[1]) ? .comment : []
  }

  private static func closing(_ words: ArraySlice<String>) -> TitleForm.Marks {
    guard let before = words.first, let last = words.last else { return [] }
    if corrections.contains(last) { return .correction }
    // "Dose response" is no answer to anybody.
    if closings.contains(last) || last == "response" && answerers.contains(before) {
      return .comment
    }
    if last == "abstract" || last == "abstracts" { return .abstract }
    return last == "protocol" ? .plan : []
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

  private static let numbers: Set<WordHash> = WordHash.set(of: "i ii iii iv 1 2 3 4 5 6 7 8 9")

  private static let parts: Set<WordHash> = WordHash.set(
    of: """
      part parts pt teil partie parte supplement appendix summary update
      """)

  private static let notices: Set<WordHash> = WordHash.set(
    of: """
      erratum errata corrigendum correction retraction comment comments commentary reply \
      response rejoinder letter protocol
      """)

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
  private static let closings: Set<String> = ["reply", "replies", "rejoinder"]
  private static let answerers: Set<String> = ["author", "authors", "s", "a", "editor", "editors"]
  private static let remarks = [
    "see comment", "erratum appear", "published erratum", "corrected", "retracted",
    "erratum in", "summary for", "electronic resource", "republished", "review", "comment in",
    "correction appear", "in process",
  ]
}
