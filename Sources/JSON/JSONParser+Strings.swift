/// How strings are read: whole runs at once, escapes one by one.
extension JSONParser {
  /// Reads from the opening to the closing quote.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> String {
    place += 1
    let start = place
    skipPlain(bytes)
    if sees("\"", bytes) {
      defer { place += 1 }
      return try text(bytes, start..<place)
    }
    return try escapedString(bytes, from: start)
  }

  /// The slow way, for strings with an escape (or a fault) at `place`.
  private mutating func escapedString(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(JSONFault) -> String {
    var text = try text(bytes, start..<place)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return text
      case UInt8(ascii: "\\"):
        text.unicodeScalars.append(try escape(bytes))
      case let byte where byte < 0x20:
        throw JSONFault(.controlCharacter(byte), at: place, in: bytes)
      default:
        let run = place
        skipPlain(bytes)
        text += try self.text(bytes, run..<place)
      }
    }
    throw JSONFault(.endsTooSoon(within: "a string"), at: place, in: bytes)
  }

  /// Skips what stands for itself.
  private mutating func skipPlain(_ bytes: Span<UInt8>) {
    while place < bytes.count {
      let byte = bytes[place]
      guard byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 else { return }
      place += 1
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) -> Unicode.Scalar {
    let start = place
    guard place + 1 < bytes.count else {
      throw JSONFault(.endsTooSoon(within: "a string"), at: bytes.count, in: bytes)
    }
    place += 2
    switch bytes[place - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(bytes, from: start)
    default: throw JSONFault(.wrongEscape, at: start, in: bytes)
    }
  }

  /// Reads the digits after `\u`, and the second half of a surrogate pair with them.
  private mutating func scalar(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(JSONFault) -> Unicode.Scalar {
    let first = try hexadecimal(bytes, from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\", bytes), take("u", bytes) else {
      throw JSONFault(.loneSurrogate, at: start, in: bytes)
    }
    let second = try hexadecimal(bytes, from: start)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONFault(.loneSurrogate, at: start, in: bytes) }
    return scalar
  }

  private mutating func hexadecimal(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(JSONFault) -> UInt32 {
    guard place + 4 <= bytes.count else {
      throw JSONFault(.endsTooSoon(within: "a string"), at: bytes.count, in: bytes)
    }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else {
        throw JSONFault(.wrongEscape, at: start, in: bytes)
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }

  func text(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(JSONFault) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      let place = range.lowerBound + error.byteOffsets.lowerBound
      throw JSONFault(.notUTF8, at: place, in: bytes)
    }
  }
}
