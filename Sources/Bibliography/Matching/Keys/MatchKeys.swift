/// The keys of many records, in a few large pieces of memory.
public struct MatchKeys: Sendable {
  /// The numbers of the records, in the order in which they were added.
  public private(set) var numbers: [UInt32] = []
  private var pieces: [[UInt8]] = []
  /// Where each key ends in its piece.
  private var ends: [UInt32] = []

  /// No keys yet.
  public init() {}

  /// How many keys there are.
  public var count: Int { numbers.count }

  /// Adds a key.
  public mutating func append(_ key: MatchKey) {
    append(key.bytes.span, number: key.number)
  }

  /// The key at a place, where it stands.
  func view(_ place: Int) -> KeyView {
    let isFirst = place & (1 << Self.bits - 1) == 0
    return KeyView(
      memory: pieces[place >> Self.bits], start: isFirst ? 0 : Int(ends[place - 1]))
  }

  /// Where the key of a record stands; nil if it has none here. Numbers rise from key to key.
  func place(of number: UInt32) -> Int? {
    guard let first = numbers.first, number >= first else { return nil }
    let likely = Int(number - first)
    if likely < count, numbers[likely] == number { return likely }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && numbers[low] == number ? low : nil
  }

  /// The key at a place by itself.
  func key(_ place: Int) -> MatchKey {
    let start = view(place).start
    return MatchKey(
      number: numbers[place], bytes: Array(pieces[place >> Self.bits][start..<Int(ends[place])]))
  }

  private mutating func append(_ bytes: Span<UInt8>, number: UInt32) {
    if count & (1 << Self.bits - 1) == 0 { pieces.append([]) }
    let last = pieces.count - 1
    bytes.withUnsafeBufferPointer { pieces[last].append(contentsOf: $0) }
    numbers.append(number)
    ends.append(UInt32(pieces[last].count))
  }

  // MARK: Keeping them

  /// Hands out the keys, in pieces: the numbers of some records, where their keys end, the keys.
  func checkpoint(_ add: ([UInt8]) -> Void) {
    for (index, memory) in pieces.enumerated() {
      let places = index << Self.bits..<min(count, (index + 1) << Self.bits)
      var piece: [UInt8] = []
      piece.reserveCapacity(memory.count + 8 * places.count)
      for number in numbers[places] { withUnsafeBytes(of: number) { piece += $0 } }
      for end in ends[places] { withUnsafeBytes(of: end) { piece += $0 } }
      add(piece + memory)
    }
  }

  /// Takes up so many keys that were kept; nil if a piece does not fit.
  init?(_ count: Int, pieces next: () -> [UInt8]?) {
    while self.count < count {
      let some = min(1 << Self.bits, count - self.count)
      guard let piece = next(), take(some, from: piece) else { return nil }
    }
  }

  private mutating func take(_ some: Int, from piece: [UInt8]) -> Bool {
    guard piece.count >= 8 * some else { return false }
    let memory = Array(piece[(8 * some)...])
    var start = 0
    for place in 0..<some {
      let number: UInt32 = piece.span.number(at: 4 * place)
      let end: UInt32 = piece.span.number(at: 4 * (some + place))
      let isNext = numbers.last.map { $0 < number } ?? true
      guard isNext, end <= memory.count, start + KeyHeader.length <= end,
        KeyView(memory: memory, start: start).end == end
      else { return false }
      numbers.append(number)
      ends.append(end)
      start = Int(end)
    }
    pieces.append(memory)
    return start == memory.count
  }

  /// A piece holds the keys of two to the power of this.
  private static let bits = 11
}
