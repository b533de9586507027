/// The keys of many records, in pieces: the first of them in memory, the others in other room where
/// there is some.
public struct MatchKeys: Sendable {
  /// The numbers of the records, in the order in which they were added.
  public private(set) var numbers: [UInt32] = []
  private var pieces: [Piece] = []
  /// Where each key ends in its piece.
  private var ends: [UInt32] = []
  /// How many bytes of full pieces are in memory.
  private var held = 0
  private let scratch: (any Scratch)?

  /// The keys of some records.
  private struct Piece {
    /// Nothing once they are elsewhere.
    var bytes: [UInt8] = []
    /// Where they begin there.
    var place: Int?
  }

  /// No keys yet; those that memory shall not hold are put into other room.
  public init(beyondMemory scratch: (any Scratch)? = nil) { self.scratch = scratch }

  /// No keys, with the same room for them as others have.
  init(where others: MatchKeys) { self.init(beyondMemory: others.scratch) }

  /// How many keys there are.
  public var count: Int { numbers.count }

  /// Adds a key.
  public mutating func append(_ key: MatchKey) {
    append(key.bytes.span, number: key.number)
  }

  /// The key at a place, where it stands; read for itself where that is not in memory.
  func view(_ place: Int) -> KeyView {
    let index = place >> Self.bits
    let start = start(of: place)
    guard let there = pieces[index].place else {
      return KeyView(memory: pieces[index].bytes, start: start)
    }
    let bytes = scratch?.read(from: there + start, count: Int(ends[place]) - start)
    return KeyView(memory: bytes ?? Self.lost, start: 0)
  }

  /// Calls `body` with each key in turn; this reads what is not in memory fastest.
  func forEach(_ body: (Int, KeyView) -> Void) {
    for index in pieces.indices {
      let memory = memory(of: index)
      for place in places(of: index) {
        body(
          place, KeyView(memory: memory ?? Self.lost, start: memory == nil ? 0 : start(of: place)))
      }
    }
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

  private mutating func append(_ bytes: Span<UInt8>, number: UInt32) {
    if count & (1 << Self.bits - 1) == 0 {
      spill()
      pieces.append(Piece())
    }
    let last = pieces.count - 1
    bytes.withUnsafeBufferPointer { pieces[last].bytes.append(contentsOf: $0) }
    numbers.append(number)
    ends.append(UInt32(pieces[last].bytes.count))
  }

  /// Takes the last piece, which is full, out of memory if there is enough there and room elsewhere.
  private mutating func spill() {
    guard let full = pieces.last?.bytes else { return }
    let last = pieces.count - 1
    if let scratch, held + full.count > scratch.threshold, let place = scratch.add(full) {
      pieces[last] = Piece(place: place)
    } else {
      held += full.count
      // As long as it is: it has grown by doubling, and half of it may be empty.
      pieces[last].bytes = full.withUnsafeBufferPointer { Array($0) }
    }
  }

  private func start(of place: Int) -> Int {
    place & (1 << Self.bits - 1) == 0 ? 0 : Int(ends[place - 1])
  }

  private func places(of index: Int) -> Range<Int> {
    index << Self.bits..<min(count, (index + 1) << Self.bits)
  }

  /// The keys of a piece; nil if they cannot be read again.
  private func memory(of index: Int) -> [UInt8]? {
    guard let place = pieces[index].place else { return pieces[index].bytes }
    return scratch?.read(from: place, count: Int(ends[places(of: index).upperBound - 1]))
  }

  // MARK: Keeping them

  /// Hands out the keys, in pieces: the numbers of some records, where their keys end, the keys.
  func checkpoint(_ add: ([UInt8]) -> Void) {
    for index in pieces.indices {
      let (places, memory) = (places(of: index), memory(of: index) ?? [])
      var piece: [UInt8] = []
      piece.reserveCapacity(memory.count + 8 * places.count)
      for number in numbers[places] { withUnsafeBytes(of: number) { piece += $0 } }
      for end in ends[places] { withUnsafeBytes(of: end) { piece += $0 } }
      add(piece + memory)
    }
  }

  /// In how many pieces so many keys are handed out.
  static func pieces(of count: Int) -> Int { (count + 1 << bits - 1) >> bits }

  /// Takes up so many keys that were kept; false if a piece does not fit.
  mutating func take(_ count: Int, pieces next: () -> [UInt8]?) -> Bool {
    while self.count < count {
      let some = min(1 << Self.bits, count - self.count)
      guard let piece = next(), take(some, from: piece) else { return false }
    }
    return true
  }

  private mutating func take(_ some: Int, from piece: [UInt8]) -> Bool {
    guard piece.count >= 8 * some else { return false }
    let memory = Array(piece[(8 * some)...])
    spill()
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
    pieces.append(Piece(bytes: memory))
    return start == memory.count
  }

  /// A piece holds the keys of two to the power of this.
  private static let bits = 8
  /// The key of a record that says nothing, for one that cannot be read again.
  private static let lost = [UInt8](repeating: 0, count: KeyHeader.length)
}
