// The coding of a key. Numbers are as this machine holds them, since keys never travel.
//
//   key    = header, distinct words, sketch, pages, names, stems, ISSNs, order, letters, journals
//   header = 64 bytes: see `KeyHeader`
//   word   = a `WordHash`, 4 bytes; distinct words, names and stems are sorted
//   sketch = 32 bins of 2 bytes; nothing where there is no abstract
//   page   = first and last (4 bytes each), letters (2)
//   order  = for each word of the title in turn its place among the distinct words: a byte each, two
//            where there are more than 256 of them
//   name   = length (2 bytes), and the folded name of the journal

/// Where the parts of a key's header stand.
enum KeyHeader {
  static let doi = 0
  static let numbers = 8
  static let pmid = 16
  static let volume = 20
  static let issue = 24
  static let supplement = 28
  static let types = 32
  static let firstAuthor = 36
  static let year = 40
  static let abstractWords = 42
  static let tellingWords = 44
  static let letterCount = 46
  static let orderCount = 48
  static let distinctCount = 50
  static let nameCount = 52
  static let stemCount = 54
  static let journalBytes = 56
  static let marks = 58
  static let lostLetters = 59
  static let initial = 60
  static let issnCount = 61
  static let pageCount = 62
  static let length = 64
}

/// A key where it stands in memory, read in place.
struct KeyView {
  /// What it stands in, with other keys.
  let memory: [UInt8]
  /// Where it begins.
  let start: Int

  var doi: UInt64 { header(KeyHeader.doi) }
  /// The numbers of the title as a sum of hashes.
  var numbers: UInt64 { header(KeyHeader.numbers) }
  var pmid: UInt32 { header(KeyHeader.pmid) }
  var volume: UInt32 { header(KeyHeader.volume) }
  var issue: UInt32 { header(KeyHeader.issue) }
  var supplement: UInt32 { header(KeyHeader.supplement) }
  var types: UInt32 { header(KeyHeader.types) }
  /// The first author's family name, hashed; 0 if it cannot be told.
  var firstAuthor: UInt32 { header(KeyHeader.firstAuthor) }
  var year: Int16 { header(KeyHeader.year) }
  /// How many words the abstract has; 0 where there is none worth comparing.
  var abstractWords: Int { count(at: KeyHeader.abstractWords) }
  var tellingWords: Int { count(at: KeyHeader.tellingWords) }
  var marks: TitleForm.Marks { TitleForm.Marks(rawValue: header(KeyHeader.marks)) }
  var lostLetters: Int { Int(header(KeyHeader.lostLetters) as UInt8) }
  var initial: UInt8 { header(KeyHeader.initial) }
  var pageCount: Int { Int(header(KeyHeader.pageCount) as UInt8) }
  var issnCount: Int { Int(header(KeyHeader.issnCount) as UInt8) }

  /// How many words the title has.
  var wordCount: Int { count(at: KeyHeader.orderCount) }

  // MARK: Where the lists stand

  var distinctWords: Range<Int> { list(from: start + KeyHeader.length, 4, KeyHeader.distinctCount) }
  private var sketchEnd: Int { distinctWords.upperBound + (abstractWords > 0 ? 64 : 0) }
  private var pagesEnd: Int { sketchEnd + 10 * pageCount }
  var names: Range<Int> { list(from: pagesEnd, 4, KeyHeader.nameCount) }
  var stems: Range<Int> { list(from: names.upperBound, 4, KeyHeader.stemCount) }
  private var issnsEnd: Int { stems.upperBound + 4 * issnCount }
  private var order: Range<Int> { list(from: issnsEnd, orderWidth, KeyHeader.orderCount) }
  var letters: Range<Int> { list(from: order.upperBound, 1, KeyHeader.letterCount) }
  /// The names of the journal, each behind its length.
  var journals: Range<Int> { list(from: letters.upperBound, 1, KeyHeader.journalBytes) }

  /// Where the key ends.
  var end: Int { journals.upperBound }

  private var orderWidth: Int { count(at: KeyHeader.distinctCount) > 256 ? 2 : 1 }

  private func header<Value: BitwiseCopyable>(_ place: Int) -> Value {
    memory.span.number(at: start + place)
  }

  private func count(at place: Int) -> Int { Int(header(place) as UInt16) }

  private func list(from start: Int, _ width: Int, _ place: Int) -> Range<Int> {
    start..<start + width * count(at: place)
  }

  // MARK: What stands in them

  /// Whether the title is printed in brackets, or with the language it was translated from.
  var isTranslated: Bool { marks.contains(.translated) }

  /// Whether there is no title.
  var hasNoTitle: Bool { count(at: KeyHeader.letterCount) == 0 }

  /// One word of the title in its order.
  func word(_ index: Int) -> WordHash {
    let order = order.lowerBound
    let place =
      orderWidth == 1
      ? Int(memory[order + index])
      : Int(memory.span.number(at: order + 2 * index, as: UInt16.self))
    return WordHash(bits: memory.span.number(at: start + KeyHeader.length + 4 * place))
  }

  /// One run of pages.
  func page(_ index: Int) -> PageSpan {
    let start = sketchEnd + 10 * index
    return PageSpan(
      first: memory.span.number(at: start), last: memory.span.number(at: start + 4),
      letters: memory.span.number(at: start + 8))
  }

  /// One of the ISSNs, hashed.
  func issn(_ index: Int) -> UInt32 { memory.span.number(at: stems.upperBound + 4 * index) }

  /// The name of the journal whose length stands at a place.
  func journal(at place: Int) -> Range<Int> {
    let start = place + 2
    return start..<start + Int(memory.span.number(at: place, as: UInt16.self))
  }

  /// The sketch of the abstract.
  var abstract: AbstractSketch {
    guard abstractWords > 0 else { return .none }
    return AbstractSketch(
      bins: memory.span.number(at: sketchEnd - 64), words: UInt16(abstractWords))
  }
}

extension Span<UInt8> {
  /// The value of so many bytes as its type has, wherever they stand.
  func number<Value: BitwiseCopyable>(at place: Int, as type: Value.Type = Value.self) -> Value {
    bytes.unsafeLoadUnaligned(fromByteOffset: place, as: type)
  }

  /// Whether the bytes are the same.
  func equals(_ other: Span<UInt8>) -> Bool {
    count == other.count && sharedPrefix(with: other) == count
  }

  /// How many bytes both have in common from their beginning.
  func sharedPrefix(with other: Span<UInt8>) -> Int {
    let most = Swift.min(count, other.count)
    var length = 0
    while length < most, self[length] == other[length] { length += 1 }
    return length
  }

  /// How many bytes both have in common at their end.
  func sharedSuffix(with other: Span<UInt8>) -> Int {
    let most = Swift.min(count, other.count)
    var length = 0
    while length < most, self[count - 1 - length] == other[other.count - 1 - length] { length += 1 }
    return length
  }

  /// Where another run of bytes stands first, from a place on.
  func firstPlace(of run: Span<UInt8>, from start: Int = 0) -> Int? {
    guard !run.isEmpty else { return nil }
    var place = start
    while place + run.count <= count {
      if self[place] == run[0], extracting(place..<place + run.count).equals(run) { return place }
      place += 1
    }
    return nil
  }

  /// How many words two sorted lists of them have in common, each counted once.
  func countSharedWords(with other: Span<UInt8>) -> Int {
    var (mine, theirs, shared) = (0, 0, 0)
    while mine < count, theirs < other.count {
      let (one, two): (UInt32, UInt32) = (number(at: mine), other.number(at: theirs))
      shared += one == two ? 1 : 0
      mine += one <= two ? 4 : 0
      theirs += two <= one ? 4 : 0
    }
    return shared
  }
}
