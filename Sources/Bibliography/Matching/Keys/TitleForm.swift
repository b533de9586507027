/// A title as it is compared: its letters run together, its words, its numbers, and what it says of
/// itself ("Erratum", "[Abstract]").
struct TitleForm: Hashable, Sendable {
  /// The folded letters without blanks, so that "health care" and "healthcare" are alike.
  let letters: [UInt8]
  /// The words in their order.
  let words: [WordHash]
  /// How many words tell it from other titles.
  let tellingWords: Int
  /// The words sorted, each once.
  let distinctWords: [WordHash]
  /// The numbers as a sum of hashes: 2, II and two are the same number.
  let numbers: UInt64
  /// What the title says the document is.
  let marks: Marks
  /// How many letters stand as `?` or as a replacement character, lost in some encoding.
  let lostLetters: UInt8

  /// What makes another document of one with the same words.
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// An erratum, a correction or a retraction of another document.
    static let correction = Marks(rawValue: 1)
    /// A comment, a reply or a letter on another document.
    static let comment = Marks(rawValue: 2)
    /// An abstract, as at a conference.
    static let abstract = Marks(rawValue: 4)
    /// A protocol of work to be done.
    static let plan = Marks(rawValue: 8)
    /// In brackets, as databases print a title that they have translated.
    static let translated = Marks(rawValue: 16)
  }

  /// Reads a printed title.
  init(_ printed: String?) {
    guard let printed else {
      self.init(words: [], marks: [], lostLetters: 0)
      return
    }
    let (text, bracketed) = TitleMarks.withoutRemarks(printed)
    let folded = FoldedText(text.utf8.span).bytes
    let printedWords = folded.split(separator: UInt8(ascii: " "))
    let words = Greek.mayStand(in: folded) ? printedWords.flatMap(Greek.spelt) : printedWords
    let (start, marks) = TitleMarks.read(words)
    self.init(
      words: Array(words[start...]), marks: marks.union(bracketed),
      lostLetters: UInt8(clamping: Self.lostLetters(in: printed.utf8.span)))
  }

  private init(words: [ArraySlice<UInt8>], marks: Marks, lostLetters: UInt8) {
    letters = words.flatMap { $0 }
    self.words = words.map { WordHash($0) }
    distinctWords = WordHash.sortedOnce(self.words)
    tellingWords = Self.tellingWords(self.words, letters: letters)
    numbers = words.reduce(0) { $0 &+ TitleNumbers.sum(of: $1) }
    self.marks = marks
    self.lostLetters = lostLetters
  }

  /// A question mark with a letter right behind it ends no question.
  private static func lostLetters(in text: Span<UInt8>) -> Int {
    var count = 0
    for place in text.indices.dropLast() {
      let isMark = text[place] == UInt8(ascii: "?") && ASCII.isLetter(text[place + 1])
      count += isMark || text.has("\u{FFFD}", at: place) ? 1 : 0
    }
    return count
  }

  /// How many words tell one title from another: "Editorial" has one, "Peer support" two. Where a
  /// script has no blanks, two characters are taken for a word.
  private static func tellingWords(_ words: [WordHash], letters: [UInt8]) -> Int {
    let ideographs = letters.count { (0xE3...0xED).contains($0) }
    return ideographs / 2
      + words.count { $0.length >= 4 || $0.length == 3 && !Self.empty.contains($0) }
  }

  private static let empty: Set<WordHash> = WordHash.set(of: "the and for von der die les des del")
}

/// The numbers of a title.
enum TitleNumbers {
  /// A sum of hashes of the numbers in a word; 0 if it has none.
  static func sum(of word: ArraySlice<UInt8>) -> UInt64 {
    if let value = number(word) { return mixed(value) }
    var sum: UInt64 = 0
    var run: UInt64?
    for byte in word {
      if ASCII.isDigit(byte) {
        run = (run ?? 0) &* 10 &+ UInt64(byte - 0x30)
      } else if let value = run {
        sum &+= mixed(value)
        run = nil
      }
    }
    if let run { sum &+= mixed(run) }
    return sum
  }

  /// Numbers written as Romans or in words; single letters count too (hepatitis B is not C), but
  /// not those that stand for other words: a, versus, and the s of a genitive.
  private static func number(_ word: ArraySlice<UInt8>) -> UInt64? {
    if word.count == 1, let letter = word.first, ASCII.isLetter(letter),
      !"aivs".utf8.contains(letter)
    {
      return UInt64(letter) << 32
    }
    guard word.count <= 6, let first = word.first, ASCII.isLetter(first) else { return nil }
    return values[WordHash(word)]
  }

  private static let values: [WordHash: UInt64] = {
    var values: [WordHash: UInt64] = [:]
    let spellings: [[StaticString]] = [
      ["i", "one", "first"], ["ii", "two", "second"], ["iii", "three", "third"],
      ["iv", "four", "fourth"], ["five", "fifth"], ["vi", "six", "sixth"],
      ["vii", "seven"], ["viii", "eight", "eighth"], ["ix", "nine", "ninth"], ["ten", "tenth"],
    ]
    for (index, names) in spellings.enumerated() {
      for name in names { values[WordHash(name)] = UInt64(index + 1) }
    }
    return values
  }()
}

/// Greek letters, which some databases print and others spell out.
enum Greek {
  /// Whether a text may hold a Greek letter.
  static func mayStand(in bytes: some Sequence<UInt8>) -> Bool {
    bytes.contains { $0 == 0xCE || $0 == 0xCF }
  }

  /// A word with its Greek letters spelt out.
  static func spelt(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard mayStand(in: word) else { return [word] }
    var bytes: [UInt8] = []
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      if let name = names[scalar] {
        bytes += Array(name.utf8)
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    return [bytes[...]]
  }

  private static let names: [Unicode.Scalar: String] = {
    let letters = """
      alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho \
      sigma sigma tau upsilon phi chi psi omega
      """
    var names: [Unicode.Scalar: String] = [:]
    for (index, name) in letters.split(separator: " ").enumerated() {
      if let scalar = Unicode.Scalar(UInt32(0x3B1 + index)) { names[scalar] = String(name) }
    }
    return names
  }()
}
