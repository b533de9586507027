import Bibliography

/// Reads RIS in the dialects of those who write it.
///
/// A record begins with `TY` and ends with `ER`, the next `TY` or the end of the file. What stands
/// outside of records is passed over, with a warning.
public struct RISReader: ReferenceReader {
  /// RIS.
  public static let format = Format(name: "ris", title: "RIS", endings: ["ris"])

  private var lines = TextLines(limit: EntryLimit.length)
  private var assembler = RISAssembler()

  /// Begins a file.
  public init() {}

  /// The encoding, as far as the texts tell it.
  public var encoding: TextEncoding { lines.encoding ?? assembler.maker.encoding }

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

  /// Reads on.
  public mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var assembler = self.assembler
    self.assembler = RISAssembler()
    defer { self.assembler = assembler }
    try lines.cut(piece) { (line, place) throws(Stop) in
      try assembler.take(line, place, body)
    }
  }

  /// Reads what is left.
  public mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var assembler = self.assembler
    try lines.finish { (line, place) throws(Stop) in try assembler.take(line, place, body) }
    try assembler.finish(body)
    self.assembler = assembler
  }
}
