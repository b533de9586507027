/// A set of record numbers as a bitmap in pages: a million of them is 125 KB.
///
/// A box, a queue's candidates, the reports a person has decided are such sets; their number is a
/// box's number. Its raw value brings it its equality (decision 0024).
public struct NumberSet: RawRepresentable, Hashable, Sendable {
  /// Sixty-four words a page, 4,096 numbers: half a kilobyte copied for a change beside a reader.
  private static let wordsPerPage = 64

  private var pages: [[UInt64]] = []
  /// How many numbers are in it.
  public private(set) var count = 0

  /// The empty set.
  public init() {}

  /// The set of some numbers.
  public init(_ numbers: some Sequence<RecordNumber>) {
    for number in numbers { insert(number) }
  }

  /// The numbers of all the sets.
  public init(joining sets: [NumberSet]) {
    self.init()
    for set in sets {
      while pages.count < set.pages.count { pages.append([]) }
      for page in set.pages.indices where !set.pages[page].isEmpty {
        if pages[page].isEmpty {
          pages[page] = set.pages[page]
        } else {
          for word in 0..<NumberSet.wordsPerPage { pages[page][word] |= set.pages[page][word] }
        }
      }
    }
    count = pages.reduce(0) { $1.reduce($0) { $0 + $1.nonzeroBitCount } }
  }

  /// The set whose bitmap is these words: what a checkpoint reads.
  public init(rawValue words: [UInt64]) {
    for (place, word) in words.enumerated() where word != 0 {
      var bits = word
      while bits != 0 {
        insert(RecordNumber(UInt32(place * 64 + bits.trailingZeroBitCount)))
        bits &= bits - 1
      }
    }
  }

  /// The bitmap up to its last number: what a checkpoint writes, the same for equal sets.
  public var rawValue: [UInt64] {
    var words = pages.flatMap {
      $0.isEmpty ? [UInt64](repeating: 0, count: NumberSet.wordsPerPage) : $0
    }
    while words.last == 0 { words.removeLast() }
    return words
  }

  /// Whether a number is in it.
  public func contains(_ number: RecordNumber) -> Bool {
    let page = Int(number.value >> 12)
    guard page < pages.count, !pages[page].isEmpty else { return false }
    return pages[page][Int(number.value >> 6 & 63)] & bit(number) != 0
  }

  /// Puts a number in.
  public mutating func insert(_ number: RecordNumber) {
    let page = Int(number.value >> 12)
    while pages.count <= page { pages.append([]) }
    if pages[page].isEmpty {
      pages[page] = [UInt64](repeating: 0, count: NumberSet.wordsPerPage)
    }
    let word = Int(number.value >> 6 & 63)
    guard pages[page][word] & bit(number) == 0 else { return }
    pages[page][word] |= bit(number)
    count += 1
  }

  /// Takes a number out.
  public mutating func remove(_ number: RecordNumber) {
    guard contains(number) else { return }
    pages[Int(number.value >> 12)][Int(number.value >> 6 & 63)] &= ~bit(number)
    count -= 1
  }

  /// The first number after one that is in this set and in none of the others.
  public func next(after number: RecordNumber?, excluding others: [NumberSet]) -> RecordNumber? {
    var value = number.map { Int($0.value) + 1 } ?? 0
    while value >> 12 < pages.count {
      let page = value >> 12
      guard !pages[page].isEmpty else {
        value = (page + 1) << 12
        continue
      }
      let word = value >> 6 & 63
      var bits = pages[page][word] & (~0 << UInt64(value & 63))
      for other in others where bits != 0 { bits &= ~other.word(word, ofPage: page) }
      if bits != 0 {
        return RecordNumber(UInt32((value & ~63) + bits.trailingZeroBitCount))
      }
      value = (value & ~63) + 64
    }
    return nil
  }

  /// The numbers in it, in order.
  public var numbers: some Sequence<RecordNumber> {
    sequence(state: RecordNumber?.none) { last in
      last = self.next(after: last, excluding: [])
      return last
    }
  }

  /// How many numbers are in both sets.
  public func count(sharedWith other: NumberSet) -> Int {
    var shared = 0
    for page in 0..<min(pages.count, other.pages.count)
    where !pages[page].isEmpty && !other.pages[page].isEmpty {
      for word in 0..<NumberSet.wordsPerPage {
        shared += (pages[page][word] & other.pages[page][word]).nonzeroBitCount
      }
    }
    return shared
  }

  /// Mixes the count, the one thing that equal sets share whatever their pages look like.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }

  private func word(_ word: Int, ofPage page: Int) -> UInt64 {
    page < pages.count && !pages[page].isEmpty ? pages[page][word] : 0
  }

  private func bit(_ number: RecordNumber) -> UInt64 { 1 << UInt64(number.value & 63) }
}
