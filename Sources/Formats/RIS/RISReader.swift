import Bibliography

/// Reads RIS in the dialects of those who write it.
///
/// A record begins with `TY` and ends with `ER`, the next `TY` or the end of the file. What stands
/// outside of records is passed over, with a warning. `RISLine` reads one line, `RISAssembler` puts
/// lines together to records, `RISMapping` finds the field for each tag.
public struct RISReader: ReferenceReader {
  /// RIS.
  public static let format = Format(name: "ris", title: "RIS", endings: ["ris"])

  private var decoder = TextDecoder()
  private var cutter = LineCutter(limit: EntryLimit.length)
  private var assembler = RISAssembler()

  /// Begins a file.
  public init() {}

  /// The encoding, as far as the texts tell it.
  public var encoding: TextEncoding { decoder.encoding ?? assembler.maker.encoding }

  /// Sure of a file with a line that begins a record.
  public static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var certainty = Certainty.no
    var cutter = LineCutter(limit: 1 << 16)
    cutter.cut(beginning) { line, _ in
      guard case .tagged(_, let meaning, let value) = RISLine(line, isLoose: false) else { return }
      if meaning == .type, value.count < 40 { certainty = .sure }
      // Web of Science ends its records with ER too, without a hyphen.
      if meaning == .end, line.holds("-") { certainty = max(certainty, .perhaps) }
    }
    return certainty
  }

  /// Reads on. Items are handed over for a part of the piece at a time: what is made for one line
  /// after the other then knows nothing of who takes them.
  public mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var start = 0
    while start < piece.count {
      let end = min(start + Self.part, piece.count)
      take(piece.extracting(start..<end))
      try handOver(body)
      start = end
    }
  }

  /// Reads what is left.
  public mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let rest = decoder.finish()
    cut(rest.span)
    cutter.finish { line, place in assembler.take(line, place) }
    assembler.finish()
    try handOver(body)
  }

  private mutating func take(_ part: Span<UInt8>) {
    guard let decoded = decoder.decode(part) else { return cut(part) }
    cutter.isWide = decoder.isWide
    cut(decoded.span)
  }

  private mutating func cut(_ text: Span<UInt8>) {
    var walk = cutter.begin()
    repeat {
      assembler.takeRun(of: text, &cutter, &walk)
    } while cutter.next(of: text, &walk) { line, place in assembler.take(line, place, of: text) }
    cutter.end(text, walk)
    assembler.hold(text, from: cutter.startOfRest)
  }

  private mutating func handOver<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    for item in assembler.items { try body(item) }
    assembler.items.removeAll(keepingCapacity: true)
  }

  private static let part = 1 << 16
}
