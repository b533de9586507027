extension [UInt8] {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes in base 64 (RFC 4648, with padding).
  var base64: String {
    var out: [UInt8] = []
    out.reserveCapacity((count + 2) / 3 * 4)
    var place = 0
    while place < count {
      let (one, two) = (self[place], place + 1 < count ? self[place + 1] : 0)
      let three = place + 2 < count ? self[place + 2] : 0
      out.append([UInt8].alphabet[Int(one >> 2)])
      out.append([UInt8].alphabet[Int((one & 3) << 4 | two >> 4)])
      out.append(
        place + 1 < count
          ? [UInt8].alphabet[Int((two & 15) << 2 | three >> 6)] : UInt8(ascii: "="))
      out.append(place + 2 < count ? [UInt8].alphabet[Int(three & 63)] : UInt8(ascii: "="))
      place += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads base 64; nil for anything else.
  init?(base64 text: String) {
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "=") }
    let padding = text.utf8.dropFirst(digits.count)
    guard text.utf8.count % 4 == 0, padding.count <= 2,
      padding.allSatisfy({ $0 == UInt8(ascii: "=") })
    else { return nil }
    var (bytes, held, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
    bytes.reserveCapacity(digits.count * 3 / 4)
    for digit in digits {
      guard let value = [UInt8].value(ofBase64: digit) else { return nil }
      held = held << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
      }
    }
    self = bytes
  }

  private static func value(ofBase64 digit: UInt8) -> UInt8? {
    switch digit {
    case 0x41...0x5a: digit - 0x41
    case 0x61...0x7a: digit - 0x61 + 26
    case 0x30...0x39: digit - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// Reads hexadecimal digits, two a byte; nil for anything else.
  init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x61...0x66: byte - 0x61 + 10
      default: nil
      }
    }
    guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension [UInt8] {
  /// In base 64 with the letters that need no escape in an address, without padding.
  var base64Address: String {
    String(
      base64.compactMap { letter -> Character? in
        switch letter {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: letter
        }
      })
  }

  /// Reads what `base64Address` writes.
  init?(base64Address text: String) {
    let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    self.init(base64: plain + padding)
  }
}
