/// The authors of a record as the words of their names.
///
/// Lists are cut, reordered, glued together and printed with initials or with full given names, so
/// names are compared as a set of words; only the first author is known apart.
struct NameForm: Hashable, Sendable {
  /// The words of all names that are longer than initials, sorted, each once.
  let words: [WordHash]
  /// The first four letters of those words, sorted, each once.
  let stems: [WordHash]
  /// The first author's family name, as far as it can be told.
  let first: WordHash?
  /// The first letter of the first author's given name, or 0.
  let initial: UInt8

  /// Reads the authors of a record.
  init(_ authors: [Reference.Author]) {
    var words: [WordHash] = []
    var stems: [WordHash] = []
    var first: WordHash?
    var initial: UInt8 = 0
    for (place, author) in authors.enumerated() {
      let names = Self.names(of: author)
      for name in names where !name.isInitials {
        words.append(WordHash(name.letters))
        stems.append(WordHash(name.letters.prefix(4)))
      }
      guard place == 0 else { continue }
      let family = names.firstIndex { !$0.isInitials && !Self.isParticle($0.letters) }
      first = family.map { WordHash(names[$0].letters) }
      if case .person(let printed, let given?) = author {
        initial = FoldedText(given).bytes.first ?? 0
        if first == nil { first = WordHash(FoldedText(printed).bytes) }
      } else if let family, family + 1 < names.count {
        initial = names[family + 1].letters.first ?? 0
      }
    }
    self.words = WordHash.sortedOnce(words)
    self.stems = WordHash.sortedOnce(stems)
    self.first = first
    self.initial = initial
  }

  private struct Name {
    let letters: [UInt8]
    let isInitials: Bool
  }

  /// The words of one name; letters that stand for given names are told by their capitals: "Li" is
  /// a family, "LI" after another name is not.
  private static func names(of author: Reference.Author) -> [Name] {
    var names: [Name] = []
    let printed = Mojibake.repaired(author.text)
    for word in Array(printed.utf8).split(whereSeparator: { !isPartOfName($0) }) {
      let folded = FoldedText(word.span).bytes.filter { $0 != 0x20 }
      guard !folded.isEmpty, !isJoining(folded) else { continue }
      let isShort = folded.count == 1 || folded.count <= 3 && word.allSatisfy(ASCII.isCapital)
      names.append(
        Name(letters: folded, isInitials: isShort && (folded.count == 1 || !names.isEmpty)))
    }
    return names
  }

  /// Letters, apostrophes, and the bytes of letters beyond ASCII.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  private static func isJoining(_ word: [UInt8]) -> Bool { joining.contains(WordHash(word)) }
  private static func isParticle(_ word: [UInt8]) -> Bool { particles.contains(WordHash(word)) }

  private static let joining: Set<WordHash> = WordHash.set(
    of: "and et al jr sr phd md anon anonymous und nd rd")
  private static let particles: Set<WordHash> = WordHash.set(
    of: """
      van von der den de di da la le du del della dos st el ten ter the
      """)
}
