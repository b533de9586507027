/// Percent-coding, read strictly and written plainly.
enum PercentCoding {
  /// Reads coded text: each `%` stands before two hexadecimal digits, what results is UTF-8, and it
  /// holds no byte that is refused. In forms and queries `+` stands for a blank.
  static func decode(
    _ bytes: some Collection<UInt8>, plusIsBlank: Bool = false, refusing refused: (UInt8) -> Bool
  ) throws(RequestFault) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next()?.hexadecimal, let low = rest.next()?.hexadecimal else {
          throw .brokenPercent
        }
        plain.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: plain.append(UInt8(ascii: " "))
      default: plain.append(byte)
      }
    }
    if let found = plain.first(where: refused) { throw .controlByte(found) }
    guard let text = String(validating: plain, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  /// Codes each byte that is not kept as it is.
  static func encode(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var coded: [UInt8] = []
    coded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isKept(byte) {
        coded.append(byte)
      } else {
        coded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: coded, as: UTF8.self)
  }

  /// Codes everything but letters, digits and `- . _ ~`: safe in any part of an address.
  static func encode(_ text: String) -> String { encode(text, keeping: \.isUnreserved) }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// RFC 3986, section 2.3.
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
