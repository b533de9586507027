/// A field that has a number of its own.
protocol Numbered {
  var place: Int { get }
  /// How many of them there are, at most 64.
  static var count: Int { get }
}

/// Where among the bytes of a record the text of each field stands.
///
/// One is kept for all records of a file, so that none costs an allocation.
struct Places<Field: Numbered> {
  /// Which of them are taken, a bit each.
  private var taken: UInt64 = 0
  private var places = [Range<Int>](repeating: 0..<0, count: Field.count)

  @inline(__always)
  subscript(field: Field) -> Range<Int>? {
    get { taken & 1 << UInt64(field.place) == 0 ? nil : places[field.place] }
    set {
      guard let newValue else { return taken &= ~(1 << UInt64(field.place)) }
      taken |= 1 << UInt64(field.place)
      places[field.place] = newValue
    }
  }

  /// Takes none of them any more.
  mutating func clear() { taken = 0 }
}
