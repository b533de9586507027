import Bibliography

/// A place for each text that a reference may have.
struct RISTexts {
  /// Which of them are taken, a bit each.
  private var taken: UInt32 = 0
  private var places = [Range<Int>](repeating: 0..<0, count: Reference.TextField.allCases.count)

  @inline(__always)
  subscript(field: Reference.TextField) -> Range<Int>? {
    get { taken & 1 << UInt32(field.place) == 0 ? nil : places[field.place] }
    set {
      guard let newValue else { return taken &= ~(1 << UInt32(field.place)) }
      taken |= 1 << UInt32(field.place)
      places[field.place] = newValue
    }
  }

  /// Takes none of them any more.
  mutating func clear() { taken = 0 }
}
