import Bibliography

/// Where among the bytes of a record each text of a reference stands.
struct TextPlaces: Sendable {
  /// Which of them are taken, a bit each.
  private var taken: UInt32 = 0
  private var places = InlineArray<19, Range<Int>>(repeating: 0..<0)

  @inline(__always)
  subscript(field: Reference.TextField) -> Range<Int>? {
    get { taken & 1 << UInt32(field.place) == 0 ? nil : places[field.place] }
    set {
      guard let newValue else { return taken &= ~(1 << UInt32(field.place)) }
      taken |= 1 << UInt32(field.place)
      places[field.place] = newValue
    }
  }

  /// Hands over those that are taken, in the order of the fields.
  @inline(__always)
  func forEach(_ body: (Reference.TextField, Range<Int>) -> Void) {
    let (places, fields) = (places.span, Reference.TextField.allCases)
    var rest = taken
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      body(fields[place], places[place])
      rest &= rest &- 1
    }
  }

  /// Takes none of them any more.
  mutating func clear() { taken = 0 }
}
