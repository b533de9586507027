/// One escaping for text and for attributes: both are then safe in either place.
extension Buffer {
  /// Writes text so that a parser reads back the same text, and nothing else.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      var plain = 0
      for index in 0..<bytes.count where start[index].isSpecial {
        append(start + plain, index - plain)
        append(markup: start[index].reference)
        plain = index + 1
      }
      append(start + plain, bytes.count - plain)
    }
  }

  /// Writes a number in decimal digits.
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      for digit in digits[first...] { append(digit) }
    }
  }
}

extension UInt8 {
  /// Whether the byte means something to a parser. All of them lie below 63, so one bit each of one
  /// word tells: most of a page's time is spent here.
  @inline(__always)
  fileprivate var isSpecial: Bool { self < 64 && Self.specials >> UInt64(self) & 1 != 0 }

  private static let specials: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E | 1 << 0x0D | 1 << 0x00

  /// What stands for a special byte. A parser turns a bare carriage return into a line feed and has
  /// no way at all to carry a NUL, so the one is written as a reference and the other replaced.
  fileprivate var reference: StaticString {
    switch self {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x0D: "&#13;"
    default: "\u{FFFD}"
    }
  }
}
