/// Cuts a BibTeX file that comes piece by piece into its entries; what stands between them is comment.
///
/// An entry whose brace is never closed ends where the next one begins on a line of its own.
struct BibTeXCutter: Sendable {
  /// One entry as printed, from its `@` to its closing mark.
  struct Chunk: Sendable {
    var bytes: [UInt8] = []
    var place = LineCutter.Place()
    var problem: ReadFault.Problem?
  }

  private enum State {
    case outside
    /// Behind an `@`, before the mark that opens the entry; `%` hides the rest of a line there.
    case name(isComment: Bool)
    /// Within an entry: how many braces are open, and whether a parenthesis opened it.
    case body(depth: Int, isParenthesis: Bool)
  }

  /// Whether the file is in UTF-16: places are those in the file.
  var isWide = false
  private var state = State.outside
  private var chunk = Chunk()
  private var line = 1
  private var offset = 0
  private var isAtLineStart = true
  private var lastByte: UInt8 = 0
  /// Where in the chunk an `@` stands that may begin the next entry, and its place in the file.
  private var candidate: (start: Int, place: LineCutter.Place)?
  private var isAtStart = true

  /// Hands over every entry that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    for index in piece.indices {
      let byte = piece[index]
      try take(byte, body)
      let width = isWide ? (byte & 0xC0 == 0x80 ? 0 : byte < 0xF0 ? 2 : 4) : 1
      offset += width
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D || lastByte != 0x0D { line += 1 }
        isAtLineStart = true
      } else if byte > 0x20, byte != 0xEF, byte != 0xBB, byte != 0xBF {
        isAtLineStart = false
      }
      lastByte = byte
    }
  }

  /// Hands over the entry in which the file ends.
  mutating func finish<Stop: Error>(_ body: (Chunk) throws(Stop) -> Void) throws(Stop) {
    guard case .body(_, let isParenthesis) = state else { return }
    chunk.problem = chunk.problem ?? .notClosed(mark: isParenthesis ? ")" : "}")
    try close(body)
  }

  private mutating func take<Stop: Error>(
    _ byte: UInt8, _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    switch state {
    case .outside:
      guard byte == UInt8(ascii: "@") else { return }
      chunk = Chunk(bytes: [byte], place: LineCutter.Place(line: line, offset: offset))
      state = .name(isComment: false)
    case .name(let isComment):
      keep(byte)
      if isComment {
        state = .name(isComment: byte != 0x0A && byte != 0x0D)
      } else if byte == UInt8(ascii: "%") {
        state = .name(isComment: true)
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") {
        state = .body(depth: byte == UInt8(ascii: "{") ? 1 : 0, isParenthesis: byte == 0x28)
      } else if !byte.isLetter, !byte.isDigit, byte > 0x20 || chunk.bytes.count > 200 {
        // An address of mail, or the like.
        state = .outside
      }
    case .body(let depth, let isParenthesis):
      try takeBody(byte, depth, isParenthesis, body)
    }
  }

  private mutating func takeBody<Stop: Error>(
    _ byte: UInt8, _ depth: Int, _ isParenthesis: Bool, _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    if byte == UInt8(ascii: "@"), isAtLineStart {
      candidate = (chunk.bytes.count, LineCutter.Place(line: line, offset: offset))
    } else if let found = candidate {
      if byte == UInt8(ascii: "{"), chunk.bytes.count > found.start + 1 {
        return try begin(at: found, isParenthesis, body)
      }
      if !byte.isLetter { candidate = nil }
    }
    keep(byte)
    switch byte {
    case UInt8(ascii: "{"): state = .body(depth: depth + 1, isParenthesis: isParenthesis)
    case UInt8(ascii: "}"):
      state = .body(depth: depth - 1, isParenthesis: isParenthesis)
      if !isParenthesis, depth == 1 { try close(body, end: 1) }
    case UInt8(ascii: ")"):
      if isParenthesis, depth <= 0 { try close(body, end: 1) }
    case _: break
    }
  }

  /// The entry was never closed, and the next one begins.
  private mutating func begin<Stop: Error>(
    at found: (start: Int, place: LineCutter.Place), _ isParenthesis: Bool,
    _ body: (Chunk) throws(Stop) -> Void
  ) throws(Stop) {
    let next = chunk.problem == nil ? Array(chunk.bytes[found.start...]) : []
    let here = offset
    if chunk.problem == nil { chunk.bytes.removeSubrange(found.start...) }
    chunk.problem = chunk.problem ?? .notClosed(mark: isParenthesis ? ")" : "}")
    offset = found.place.offset
    try close(body)
    offset = here
    chunk = Chunk(bytes: next, place: found.place)
    keep(UInt8(ascii: "{"))
    state = .body(depth: 1, isParenthesis: false)
  }

  private mutating func keep(_ byte: UInt8) {
    if chunk.bytes.count <= EntryLimit.length {
      chunk.bytes.append(byte)
    } else if chunk.problem == nil {
      chunk.problem = .entryTooLong(limit: EntryLimit.length)
    }
  }

  private mutating func close<Stop: Error>(
    _ body: (Chunk) throws(Stop) -> Void, end: Int = 0
  ) throws(Stop) {
    var done = chunk
    done.place.length = offset + end * (isWide ? 2 : 1) - done.place.offset
    (state, chunk, candidate) = (.outside, Chunk(), nil)
    try body(done)
  }
}
