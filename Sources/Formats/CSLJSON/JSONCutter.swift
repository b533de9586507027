/// Cuts a file of JSON that comes piece by piece into its objects: the elements of the array that it
/// is, or that the object around it holds, or objects one behind the other.
///
/// A text ends where its line does, as JSON has it, so that a quotation mark too few spoils one object;
/// so does a brace too few, where the next object begins a line. Where nothing of this ends an object
/// before the file does, it ends before the next one that begins with the same key.
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
  /// How many bytes stand before this one in its line, and whether they are blanks and commas only.
  private var column = 0
  private var isLineStart = true
  /// The column in which the object begins.
  private var startColumn = 0
  /// Whether the first object may hold the array of records, as those of programs that answer on the
  /// web do: `{"items":[{`.
  private var mayBeWrapped = true
  private var isWrapped = false
  private var isDone = false

  /// Hands over every object that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    for index in piece.indices where !isDone {
      let byte = piece[index]
      if byte == UInt8(ascii: "{"), !isInText {
        if isOpen, beginsAnother { try breakOff(body) }
        if !isOpen || isWrapping { open() }
      } else if byte == UInt8(ascii: "["), !isOpen {
        mayBeWrapped = false
      } else if byte == UInt8(ascii: "]"), !isOpen {
        isDone = isWrapped
      }
      offset += width(of: byte)
      let isEnd = byte == 0x0A || byte == 0x0D
      if isEnd, byte == 0x0D || lastByte != 0x0D { line += 1 }
      lastByte = byte
      column = isEnd ? 0 : column + 1
      isLineStart = isEnd || isLineStart && (byte <= 0x20 || byte == UInt8(ascii: ","))
      if isOpen, take(byte) { try close(body) }
    }
  }

  private mutating func open() {
    isWrapped = isWrapped || isOpen
    isOpen = true
    chunk = Chunk(place: LineCutter.Place(line: line, offset: offset))
    (depth, isInText, isEscaped, startColumn) = (0, false, false, column)
  }

  /// Whether a brace begins the next object: at the beginning of a line, no further in than this one.
  private var beginsAnother: Bool { isLineStart && column <= startColumn }

  /// Whether a brace begins the first record in the array that the first object holds.
  private var isWrapping: Bool {
    guard mayBeWrapped, !isWrapped, depth <= 2, chunk.bytes.count < 1 << 16,
      !chunk.bytes.span.holds("\"title\"")
    else { return false }
    let marks = chunk.bytes.reversed().lazy.filter { $0 > 0x20 }.prefix(14)
    let end = String(decoding: marks.reversed(), as: UTF8.self)
    return ["items", "collection", "records", "results"].contains { end.hasSuffix("\"\($0)\":[") }
  }

  /// Ends the object, whose brace was never closed, where the next one begins.
  private mutating func breakOff<Stop: Error>(
    _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    let comma = UInt8(ascii: ",")
    var after = 0
    while let last = chunk.bytes.last, last <= 0x20 || last == comma {
      chunk.bytes.removeLast()
      after += isWide ? 2 : 1
    }
    chunk.problem = chunk.problem ?? .notClosed(mark: "}")
    try close(body, after: after)
  }

  /// Hands over the object in which the file ends.
  mutating func finish<Stop: Error>(_ body: (Chunk) throws(Stop) -> Void) throws(Stop) {
    while isOpen, chunk.problem == nil, let end = chunk.bytes.endBeforeNextObject {
      try breakOff(at: end, body)
    }
    guard isOpen else { return }
    chunk.problem = chunk.problem ?? .notClosed(mark: "}")
    try close(body)
  }

  /// Ends the object, in which a mark is missing, behind a brace, and reads on from there.
  private mutating func breakOff<Stop: Error>(
    at end: Int, _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    let rest = Array(chunk.bytes[end...])
    chunk.bytes.removeSubrange(end...)
    line = chunk.place.line + chunk.bytes.span.lineEnds
    offset = chunk.bytes.reduce(chunk.place.offset) { $0 + width(of: $1) }
    (lastByte, isLineStart, isInText) = (0, false, false)
    try close(body)
    try cut(rest.span, body)
  }

  /// How many bytes of the file a byte of its text stands for.
  private func width(of byte: UInt8) -> Int {
    isWide ? (byte & 0xC0 == 0x80 ? 0 : byte < 0xF0 ? 2 : 4) : 1
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
    _ body: (Chunk) throws(Stop) -> Void, after: Int = 0
  ) throws(Stop) {
    var done = chunk
    (isOpen, chunk, mayBeWrapped) = (false, Chunk(), false)
    done.place.length = offset - after - done.place.offset
    try body(done)
  }
}

extension [UInt8] {
  /// Behind the first brace that closes an object which another one follows that begins with the same
  /// key as this one: `},{"id":`.
  fileprivate var endBeforeNextObject: Int? {
    let key = firstKey(from: 0)
    guard !key.isEmpty else { return nil }
    var place = 1
    while let close = self[place...].firstIndex(of: UInt8(ascii: "}")) {
      place = close + 1
      let open = blanks(from: place, and: UInt8(ascii: ","))
      if open > place, open < count, self[open] == UInt8(ascii: "{"), firstKey(from: open) == key {
        return place
      }
    }
    return nil
  }

  /// The key, with its marks, behind a brace.
  private func firstKey(from brace: Int) -> ArraySlice<UInt8> {
    let start = blanks(from: brace + 1, and: 0x20)
    guard start < count, self[start] == UInt8(ascii: "\""),
      let end = self[(start + 1)...].prefix(64).firstIndex(of: UInt8(ascii: "\""))
    else { return [] }
    return self[start...end]
  }

  private func blanks(from start: Int, and other: UInt8) -> Int {
    var place = start
    while place < count, self[place] <= 0x20 || self[place] == other { place += 1 }
    return place
  }
}
