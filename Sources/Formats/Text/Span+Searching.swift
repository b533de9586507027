import Glibc

extension Span<UInt8> {
  /// Where a byte comes next.
  @inline(__always)
  func first(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBufferPointer { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count &- start)
      else { return nil }
      return UnsafeRawPointer(base).distance(to: found)
    }
  }

  /// Where a byte comes first in a range.
  func first(of byte: UInt8, in range: Range<Int>) -> Int? {
    extracting(first: range.upperBound).first(of: byte, from: range.lowerBound)
  }

  /// Whether these bytes stand at a place.
  func has(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[place + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Where these bytes come first.
  func place(of text: StaticString) -> Int? {
    var place = 0
    while let found = first(of: text.utf8Start.pointee, from: place) {
      if has(text, at: found) { return found }
      place = found + 1
    }
    return nil
  }

  /// Whether these bytes are anywhere in it.
  func holds(_ text: StaticString) -> Bool { place(of: text) != nil }

  /// Without blanks and control characters at both ends.
  var trimmed: Range<Int> { trimmed(0..<count) }

  /// What stands in a range, without blanks and control characters at both ends.
  @inline(__always)
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// The text in a range of bytes that are UTF-8.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether there is nothing but blanks and control characters.
  var isBlank: Bool { trimmed.isEmpty }
}

extension Span<UInt8> {
  /// How many line ends are in it.
  var lineEnds: Int {
    indices.count {
      self[$0] == 0x0D || self[$0] == 0x0A && ($0 == 0 || self[$0 - 1] != 0x0D)
    }
  }
}
