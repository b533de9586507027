/// Writes the parts of a payload one after the other.
///
/// Whole numbers take seven bits a byte, least significant first, with the high bit set on all but
/// the last (LEB128); texts and lists stand behind their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: UInt64) {
    var rest = value
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func number(_ value: some BinaryInteger) { number(UInt64(truncatingIfNeeded: value)) }

  mutating func fixed(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout ByteWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }
}

/// A payload ended early, went on too long, or held what no such fact can hold.
struct CodingFault: Error {}

/// Reads the parts of a payload one after the other; never trusts a length.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() throws(CodingFault) -> UInt8 {
    guard place < bytes.count else { throw CodingFault() }
    place += 1
    return bytes[place - 1]
  }

  mutating func number() throws(CodingFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      // A tenth byte has room for one bit, and no number ends in a byte that adds nothing to it.
      guard shift < 63 || next <= 1, shift == 0 || next != 0 else { throw CodingFault() }
      value |= UInt64(next & 0x7f) << shift
      if next & 0x80 == 0 { return value }
      shift += 7
    }
  }

  mutating func number<Value: FixedWidthInteger>(
    as type: Value.Type
  ) throws(CodingFault) -> Value {
    guard let value = Value(exactly: try number()) else { throw CodingFault() }
    return value
  }

  mutating func fixed() throws(CodingFault) -> UInt64 {
    guard bytes.count - place >= 8 else { throw CodingFault() }
    var value: UInt64 = 0
    for offset in 0..<8 { value = value << 8 | UInt64(bytes[place + offset]) }
    place += 8
    return value
  }

  mutating func text() throws(CodingFault) -> String {
    let count = try count()
    let text = String(validating: bytes[place..<place + count], as: UTF8.self)
    place += count
    guard let text else { throw CodingFault() }
    return text
  }

  mutating func flag() throws(CodingFault) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw CodingFault()
    }
  }

  mutating func list<Element>(
    _ read: (inout ByteReader) throws(CodingFault) -> Element
  ) throws(CodingFault) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  mutating func optional<Value>(
    _ read: (inout ByteReader) throws(CodingFault) -> Value
  ) throws(CodingFault) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// The payload must end where its fact ends.
  func end() throws(CodingFault) {
    guard place == bytes.count else { throw CodingFault() }
  }

  /// A length: every element takes at least a byte, so no more can follow than bytes are left.
  private mutating func count() throws(CodingFault) -> Int {
    let count = try number(as: Int.self)
    guard count <= bytes.count - place else { throw CodingFault() }
    return count
  }
}
