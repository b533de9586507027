/// A list that is filled and cleared for every record: its room stays, so that clearing costs nothing.
struct Pile<Element>: RandomAccessCollection {
  private var room: [Element] = []
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(place: Int) -> Element {
    get { room[place] }
    _modify { yield &room[place] }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count < room.count { room[count] = element } else { room.append(element) }
    count += 1
  }

  mutating func clear() {
    count = 0
    if room.count > 1 << 12 { room = [] }
  }
}

extension Pile: Sendable where Element: Sendable {}

extension Pile<Range<Int>> {
  /// Whether one of its first texts says the same as a text of these bytes.
  func holds(_ value: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    prefix(100).contains { bytes.equal($0, value) }
  }
}
