// Reading of coded bytes in place.
extension Span<UInt8> {
  /// The field that begins at `place`, which moves behind it.
  func field(at place: inout Int) -> (tag: UInt8, value: Range<Int>)? {
    let tag = self[place]
    place += 1
    return part(at: &place).map { (tag, $0) }
  }

  /// Hands over the values of the fields with these tags, in a coding that is whole and in order.
  func forEachValue(of tags: ClosedRange<UInt8>, _ body: (UInt8, Range<Int>) -> Void) {
    var place = 1
    while place < count, self[place] <= tags.upperBound, self[place] != CodingTag.end {
      guard let (tag, value) = field(at: &place) else { return }
      if tag >= tags.lowerBound { body(tag, value) }
    }
  }

  /// The value of the first field with this tag, in a coding that is whole and in order.
  func value(of tag: UInt8) -> Range<Int>? {
    var place = 1
    while place < count, self[place] <= tag, self[place] != CodingTag.end {
      guard let field = field(at: &place) else { return nil }
      if field.tag == tag { return field.value }
    }
    return nil
  }

  /// Whether these bytes are as a value with this tag has to be.
  func isValue(of tag: UInt8) -> Bool {
    guard tag == CodingTag.person || tag == CodingTag.extra else {
      return tag > CodingTag.extra || isText
    }
    var (place, parts) = (0, 0)
    while place < count {
      guard let range = part(at: &place), extracting(range).isText else { return false }
      parts += 1
    }
    return tag == CodingTag.person ? parts == 2 : parts > 0
  }

  /// The bytes as a text; nil unless they are UTF-8.
  var text: String? {
    guard let text = try? UTF8Span(validating: self) else { return nil }
    return String(copying: text)
  }

  private var isText: Bool { (try? UTF8Span(validating: self)) != nil }

  /// The parts that the bytes hold; nil unless each is whole.
  var parts: [String]? {
    var parts: [String] = []
    var place = 0
    while place < count {
      guard let range = part(at: &place), let text = extracting(range).text else { return nil }
      parts.append(text)
    }
    return parts
  }

  /// The bytes after the length at `place`, which moves behind them. A length that is written longer
  /// than need be is none of ours.
  private func part(at place: inout Int) -> Range<Int>? {
    var length: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard place < count, shift < 63 else { return nil }
      let byte = self[place]
      place += 1
      length |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        guard byte > 0 || shift == 0 else { return nil }
        break
      }
      shift += 7
    }
    guard length <= UInt64(count - place) else { return nil }
    defer { place += Int(length) }
    return place..<place + Int(length)
  }
}
