/// A piece of a search string and where it stands.
struct SearchToken {
  enum Kind: Equatable {
    case quoted(String)
    case word(String)
    case and
    case or
    case not
    case open
    case close
    case end
  }

  let kind: Kind
  let place: SearchFault.Place

  /// Cuts a search string; the last token is `end`.
  static func all(in text: String) throws(SearchFault) -> [SearchToken] {
    var cutter = Cutter(Array(text))
    var tokens: [SearchToken] = []
    repeat { tokens.append(try cutter.next()) } while tokens.last?.kind != .end
    return tokens
  }
}

private struct Cutter {
  private let characters: [Character]
  private var index = 0
  private var place = SearchFault.Place(line: 1, column: 1)

  init(_ characters: [Character]) { self.characters = characters }

  mutating func next() throws(SearchFault) -> SearchToken {
    while let character = current, character.isWhitespace || isFinalStop { advance() }
    let start = place
    guard let character = current else { return SearchToken(kind: .end, place: start) }
    switch character {
    case "(":
      advance()
      return SearchToken(kind: .open, place: start)
    case ")":
      advance()
      return SearchToken(kind: .close, place: start)
    case _ where Self.quotes.contains(character):
      return SearchToken(kind: .quoted(try quoted()), place: start)
    default:
      return SearchToken(kind: try kind(of: word(), at: start), place: start)
    }
  }

  private static let fieldTags: Set<String> = [
    "ti", "ab", "tw", "kw", "kf", "mp", "sh", "hw", "id", "jn", "au", "pt", "af", "tx", "su",
  ]

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]

  private var current: Character? { index < characters.count ? characters[index] : nil }

  /// A full stop that ends the whole string is none of its words.
  private var isFinalStop: Bool {
    characters[index] == "." && characters[index...].dropFirst().allSatisfy(\.isWhitespace)
  }

  private mutating func advance() {
    if characters[index].isNewline {
      place = SearchFault.Place(line: place.line + 1, column: 1)
    } else {
      place.column += 1
    }
    index += 1
  }

  private mutating func quoted() throws(SearchFault) -> String {
    let start = place
    advance()
    var text = ""
    while let character = current {
      advance()
      if Self.quotes.contains(character) { return text }
      text.append(character)
    }
    throw SearchFault(.openQuote, at: start)
  }

  private mutating func word() -> String {
    var text = ""
    while let character = current, !character.isWhitespace, !"()".contains(character),
      !Self.quotes.contains(character), !isFinalStop
    {
      text.append(character)
      advance()
    }
    return text
  }

  private func kind(
    of word: String, at start: SearchFault.Place
  ) throws(SearchFault) -> SearchToken.Kind {
    switch word.lowercased() {
    case "and": return .and
    case "or": return .or
    case "not": return .not
    case let lower where Self.isProximity(lower): throw SearchFault(.proximity(word), at: start)
    case let lower where Self.isFieldTag(lower): throw SearchFault(.fieldTag(word), at: start)
    default: return .word(word)
    }
  }

  /// `adj3`, `near/3`, `n5`, `w/2`: how near words must stand differs from database to database.
  private static func isProximity(_ word: String) -> Bool {
    if word == "adj" || word == "near" { return true }
    return ["adj", "near/", "near", "pre/", "w/", "n", "w"].contains { prefix in
      // Nobody asks for 95 words in between, but many for N95 masks.
      word.hasPrefix(prefix) && Int(word.dropFirst(prefix.count)).map { $0 <= 30 } ?? false
    }
  }

  /// `peer[tiab]`, `peer.ti,ab.`, `TI=`, `Psychiatry/`: where to look is written in many ways.
  private static func isFieldTag(_ word: String) -> Bool {
    if word.contains("[") || word.contains("=") || word.hasSuffix("/") { return true }
    let stem = word.hasSuffix(".") ? word.dropLast() : word[...]
    guard let dot = stem.lastIndex(of: ".") else { return false }
    let tags = stem[stem.index(after: dot)...].split(separator: ",")
    return !tags.isEmpty && tags.allSatisfy { fieldTags.contains(String($0)) }
  }
}
