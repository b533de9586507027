/// The name of a journal in the forms in which other records may print it.
struct JournalForm: Hashable, Sendable {
  /// The folded names, each once.
  let names: [[UInt8]]
  /// Its ISSNs, hashed.
  let issns: [UInt32]

  /// Reads the journal of a record.
  init(_ reference: Reference) {
    names = reference.journal.map { Self.names(Self.withoutGenitives(Mojibake.repaired($0))) } ?? []
    issns = reference.issns.map { UInt32(truncatingIfNeeded: hash64($0.text.utf8)) }
  }

  /// "Ai zheng = Aizheng = Chinese journal of cancer" is three names of one journal; so are a name
  /// and what stands in its brackets, unless that is a place ("New York, N.Y."). What follows a
  /// colon may be part of the name or not.
  private static func names(_ printed: String) -> [[UInt8]] {
    var names: [[UInt8]] = []
    func add(_ text: some StringProtocol) {
      guard names.count < 6, let key = JournalKey(printed: String(text)) else { return }
      let name = Array(beforeConference(key.words).utf8)
      if name.count > 1, !names.contains(name) { names.append(name) }
    }
    guard printed.utf8.contains(where: { "=:;/[(-".utf8.contains($0) }) else {
      add(printed)
      return names
    }
    let (plain, bracketed) = unbracketed(printed)
    for part in plain.split(separator: "=").flatMap({ $0.split(separator: " / ") }) {
      if let short = part.split(whereSeparator: { ":;".contains($0) }).first { add(short) }
      if let short = part.split(separator: " - ").first { add(short) }
      add(String(part.map { ":;".contains($0) ? " " : $0 }))
    }
    if let joined = withoutHyphens(plain) { add(joined) }
    let words = bracketed.split(whereSeparator: { !$0.isLetter })
    if words.count(where: { $0.count >= 4 }) >= 3 { add(bracketed) }
    return names
  }

  /// "Langenbeck's Archives" is abbreviated "Langenbecks Arch".
  private static func withoutGenitives(_ printed: String) -> String {
    guard printed.contains(where: { $0 == "'" || $0 == "’" }) else { return printed }
    let characters = Array(printed)
    return String(
      characters.indices.filter { place in
        let isApostrophe = characters[place] == "'" || characters[place] == "’"
        let rest = characters[(place + 1)...].prefix(2)
        return !(isApostrophe && rest.first == "s" && rest.dropFirst().allSatisfy { !$0.isLetter })
      }.map { characters[$0] })
  }

  /// "Cardio-thoracic" is abbreviated "Cardiothorac"; "Dtsch-Med" is two words.
  private static func withoutHyphens(_ printed: String) -> String? {
    let characters = Array(printed)
    let hyphens = characters.indices.filter { place in
      characters[place] == "-" && place + 1 < characters.count && characters[place + 1].isLowercase
    }
    guard !hyphens.isEmpty else { return nil }
    return String(characters.indices.filter { !hyphens.contains($0) }.map { characters[$0] })
  }

  /// A name without its brackets, and what stands in them.
  private static func unbracketed(_ printed: String) -> (plain: String, bracketed: String) {
    var (plain, bracketed, depth) = ("", "", 0)
    for character in printed {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case _ where depth > 0: bracketed.append(character)
      default: plain.append(character)
      }
    }
    return plain.allSatisfy { $0 == " " } ? (printed, "") : (plain, bracketed)
  }

  /// The name without the conference that some databases print behind it.
  private static func beforeConference(_ words: String) -> Substring {
    guard let place = words.utf8.firstRun(of: " conference".utf8), words.count > 11,
      words.utf8[place.upperBound...].isEmpty
    else { return words[...] }
    return words[..<place.lowerBound]
  }
}

/// Two names of journals, one perhaps an abbreviation of the other.
enum JournalNames {
  /// Whether the shorter may stand for the longer: "Curr Opin Lipidol", "BMJ".
  static func agree(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one == other { return true }
    let mine = one.split(separator: UInt8(ascii: " "))
    let theirs = other.split(separator: UInt8(ascii: " "))
    let (short, long) = one.count <= other.count ? (mine, theirs) : (theirs, mine)
    return isAbbreviation(short, of: long) || isAcronym(short, of: long)
  }

  /// Whether the longer name begins with the whole of the shorter, and goes on.
  static func begins(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    let words = short.split(separator: UInt8(ascii: " ")).count { !isSmall($0) }
    return words >= 2 && long.starts(with: short) && long[short.count] == UInt8(ascii: " ")
  }

  private typealias Word = ArraySlice<UInt8>

  /// Word by word in one order; of the longer name only small words may be left over.
  private static func isAbbreviation(_ short: [Word], of long: [Word]) -> Bool {
    var next = 0
    for word in short where !isSmall(word) {
      while next < long.count, isSmall(long[next]) { next += 1 }
      guard next < long.count, abbreviates(word, long[next]) else { return false }
      next += 1
    }
    return next > 0 && long[next...].allSatisfy(isSmall)
  }

  /// The first letters are the same, and the letters of the shorter stand in the longer in order.
  private static func abbreviates(_ one: Word, _ other: Word) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard let first = short.first, first == long.first else { return false }
    var rest = long.dropFirst()
    for letter in short.dropFirst() {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func isAcronym(_ short: [Word], of long: [Word]) -> Bool {
    guard short.count == 1, let word = short.first, word.count >= 3 else { return false }
    return word.elementsEqual(long.filter { !isSmall($0) }.compactMap(\.first))
  }

  private static func isSmall(_ word: Word) -> Bool {
    small.contains { $0.utf8CodeUnitCount == word.count && word.elementsEqual($0.description.utf8) }
  }

  private static let small: [StaticString] = [
    "of", "the", "and", "in", "for", "on", "de", "la", "et", "der", "fur", "y", "e", "und", "des",
    "d", "l", "supplement", "supplements", "suppl",
  ]
}
