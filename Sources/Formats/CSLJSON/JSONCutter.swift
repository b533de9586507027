/// Cuts a file of JSON that comes piece by piece into its objects: the elements of the array that it
/// is, or objects one behind the other.
///
/// A text ends where its line does, as JSON has it, so that a quotation mark too few spoils one object.
struct JSONCutter: Sendable {
  /// One object as printed.
  struct Chunk: Sendable {
    var bytes: [UInt8] = []
    var place = LineCutter.Place()
    var problem: ReadFault.Problem?
  }

  /// Whether the file is in UTF-16: places are those in the file.
  var isWide = false
  private var chunk = Chunk()
  private var isOpen = false
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var line = 1
  private var offset = 0
  private var lastByte: UInt8 = 0

  /// Hands over every object that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    for index in piece.indices {
      let byte = piece[index]
      let width = isWide ? (byte & 0xC0 == 0x80 ? 0 : byte < 0xF0 ? 2 : 4) : 1
      if !isOpen, byte == UInt8(ascii: "{") {
        isOpen = true
        chunk = Chunk(place: LineCutter.Place(line: line, offset: offset))
        (depth, isInText, isEscaped) = (0, false, false)
      }
      offset += width
      if byte == 0x0A || byte == 0x0D, byte == 0x0D || lastByte != 0x0D { line += 1 }
      lastByte = byte
      if isOpen, take(byte) { try close(body) }
    }
  }

  /// Hands over the object in which the file ends.
  mutating func finish<Stop: Error>(_ body: (Chunk) throws(Stop) -> Void) throws(Stop) {
    guard isOpen else { return }
    chunk.problem = chunk.problem ?? .notClosed(mark: "}")
    try close(body)
  }

  /// Whether the byte closes the object.
  private mutating func take(_ byte: UInt8) -> Bool {
    if chunk.bytes.count <= EntryLimit.length {
      chunk.bytes.append(byte)
    } else if chunk.problem == nil {
      chunk.problem = .entryTooLong(limit: EntryLimit.length)
    }
    if isInText {
      if byte == 0x0A || byte == UInt8(ascii: "\""), !isEscaped || byte == 0x0A { isInText = false }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): (isInText, isEscaped) = (true, false)
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    case _: break
    }
    return depth == 0
  }

  private mutating func close<Stop: Error>(
    _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    var done = chunk
    (isOpen, chunk) = (false, Chunk())
    done.place.length = offset - done.place.offset
    try body(done)
  }
}
