/// Makes UTF-8 of a file that comes piece by piece.
///
/// UTF-16 is told by its mark or by the zeros between its letters and written anew. Anything else
/// passes as it is: whether it is UTF-8 shows only line by line (see `TextMaker`).
struct TextDecoder: Sendable {
  private enum Form {
    case bytes
    case utf16(bigEndian: Bool)
  }

  private var form: Form?
  /// What came before the form could be told, and later the half of a character between pieces.
  private var held: [UInt8] = []
  private var surrogate: UInt16?

  /// Whether every character takes two bytes, or four.
  var isWide: Bool {
    switch form {
    case .utf16: true
    case .bytes, nil: false
    }
  }

  /// The encoding, where the first bytes tell it.
  var encoding: TextEncoding? {
    switch form {
    case .utf16(let bigEndian): bigEndian ? .utf16BigEndian : .utf16LittleEndian
    case .bytes, nil: nil
    }
  }

  /// The piece in UTF-8; nil where it can be taken as it is.
  mutating func decode(_ piece: Span<UInt8>) -> [UInt8]? {
    if form == nil {
      guard held.isEmpty, piece.count >= 4 else {
        held.append(piece)
        guard held.count >= 4 else { return [] }
        form = Self.form(of: held.span)
        let beginning = held
        held = []
        return decode(beginning.span) ?? beginning
      }
      form = Self.form(of: piece)
    }
    switch form {
    case .utf16(let bigEndian): return decode(piece, bigEndian: bigEndian)
    case .bytes, nil: return nil
    }
  }

  /// What is left once the file has ended.
  mutating func finish() -> [UInt8] {
    defer { held = [] }
    guard !isWide else { return surrogate == nil ? [] : Array("\u{FFFD}".utf8) }
    return held
  }

  private static func form(of beginning: Span<UInt8>) -> Form {
    switch (beginning[0], beginning[1], beginning[2], beginning[3]) {
    case (0xFF, 0xFE, _, _): .utf16(bigEndian: false)
    case (0xFE, 0xFF, _, _): .utf16(bigEndian: true)
    case (1..., 0, 1..., 0): .utf16(bigEndian: false)
    case (0, 1..., 0, 1...): .utf16(bigEndian: true)
    default: .bytes
    }
  }

  private mutating func decode(_ piece: Span<UInt8>, bigEndian: Bool) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(piece.count)
    var place = 0
    if let half = held.first, piece.count > 0 {
      held = []
      take(Self.unit(half, piece[0], bigEndian), into: &decoded)
      place = 1
    }
    while place + 1 < piece.count {
      take(Self.unit(piece[place], piece[place + 1], bigEndian), into: &decoded)
      place += 2
    }
    if place < piece.count { held = [piece[place]] }
    return decoded
  }

  private static func unit(_ one: UInt8, _ two: UInt8, _ bigEndian: Bool) -> UInt16 {
    bigEndian ? UInt16(one) << 8 | UInt16(two) : UInt16(two) << 8 | UInt16(one)
  }

  private mutating func take(_ unit: UInt16, into decoded: inout [UInt8]) {
    if let high = surrogate {
      surrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        decoded.append(UTF16.decode(UTF16.EncodedScalar([high, unit])))
        return
      }
      decoded.append("\u{FFFD}")
    }
    if UTF16.isLeadSurrogate(unit) {
      surrogate = unit
    } else {
      decoded.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }
  }
}

extension [UInt8] {
  mutating func append(_ part: Span<UInt8>) {
    part.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Adds some of its own bytes once more; a slice of them would have all of them copied.
  mutating func append(again range: Range<Int>) {
    guard range.count > 16 else {
      for place in range { append(self[place]) }
      return
    }
    let start = count
    append(contentsOf: repeatElement(0, count: range.count))
    withUnsafeMutableBytes { bytes in
      UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
