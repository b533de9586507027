/// The lines of a text file that comes piece by piece, in UTF-8 wherever the file tells its encoding
/// at the beginning, with their places in the file as it is.
struct TextLines: Sendable {
  private var decoder = TextDecoder()
  private var cutter: LineCutter

  /// The encoding, where the first bytes tell it.
  var encoding: TextEncoding? { decoder.encoding }

  init(limit: Int) { cutter = LineCutter(limit: limit) }

  /// Hands over every line that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Span<UInt8>, LineCutter.Place) throws(Stop) -> Void
  ) throws(Stop) {
    if let decoded = decoder.decode(piece) {
      cutter.isWide = decoder.isWide
      try cutter.cut(decoded.span, body)
    } else {
      try cutter.cut(piece, body)
    }
  }

  /// Hands over the last line if nothing ends it.
  mutating func finish<Stop: Error>(
    _ body: (Span<UInt8>, LineCutter.Place) throws(Stop) -> Void
  ) throws(Stop) {
    let rest = decoder.finish()
    try cutter.cut(rest.span, body)
    try cutter.finish(body)
  }
}
