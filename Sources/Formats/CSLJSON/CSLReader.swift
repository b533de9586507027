import Bibliography
import JSON

/// Reads CSL-JSON, one object at a time.
struct CSLReader: ReferenceReader {
  static let format = Format(name: "csl-json", title: "CSL-JSON", endings: ["json"])

  private var decoder = TextDecoder()
  private var cutter = JSONCutter()

  init() {}

  /// UTF-8 by its standard; UTF-16 is read too.
  var encoding: TextEncoding { decoder.encoding ?? .utf8 }

  /// Sure of an array of objects, or of an object over several lines, with keys of CSL; a record may lack a title.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var marks: [UInt8] = []
    var place = beginning.beginsWithByteOrderMark ? 3 : 0
    while place < beginning.count, marks.count < 2 {
      if beginning[place] > 0x20 { marks.append(beginning[place]) }
      place += 1
    }
    let keys = beginning.holds("\"type\"") || beginning.holds("\"id\"")
    let isCSL =
      keys
      && (beginning.holds("\"title\"") || beginning.holds("\"issued\"")
        || beginning.holds("\"author\""))
    if marks == Array("[{".utf8), keys || beginning.holds("\"title\"") {
      return isCSL ? .sure : .perhaps
    }
    guard marks == Array("{\"".utf8) else { return .no }
    // An answer of a service: `{"items":[{`, `{"status":"ok","collection":[{`.
    if beginning.holds("\"items\"") || beginning.holds("\"collection\"") { return .sure }
    return isCSL ? .perhaps : .no
  }

  mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    if let decoded = decoder.decode(piece) {
      cutter.isWide = decoder.isWide
      try cutter.cut(decoded.span) { (chunk) throws(Stop) in try Self.hand(chunk, body) }
    } else {
      try cutter.cut(piece) { (chunk) throws(Stop) in try Self.hand(chunk, body) }
    }
  }

  mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let rest = decoder.finish()
    try cutter.cut(rest.span) { (chunk) throws(Stop) in try Self.hand(chunk, body) }
    try cutter.finish { (chunk) throws(Stop) in try Self.hand(chunk, body) }
  }

  private static func hand<Stop: Error>(
    _ chunk: JSONCutter.Chunk, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let place = chunk.place
    var draft = ReferenceDraft()
    if let fault = fault(of: chunk, &draft) {
      return try body(
        .quarantined(
          Quarantined(
            line: place.line, offset: place.offset, length: place.length,
            raw: Array(chunk.bytes.prefix(1 << 16)), fault: fault)))
    }
    let reference = draft.finish(line: place.line)
    for warning in draft.warnings { try body(.warning(warning)) }
    try body(
      .record(
        ReadRecord(
          reference: reference, line: place.line, offset: place.offset, length: place.length)))
  }

  /// Takes what the object says; why it cannot, where it cannot.
  private static func fault(
    of chunk: JSONCutter.Chunk, _ draft: inout ReferenceDraft
  ) -> ReadFault? {
    let line = chunk.place.line
    if let problem = chunk.problem { return ReadFault(problem, line: line) }
    do throws(JSONFault) {
      draft.take(csl: try JSONValue.parse(chunk.bytes.span))
    } catch {
      return ReadFault(
        .entryNotJSON(error.fault), line: line + error.line - 1, column: error.column)
    }
    return draft.reference.isEmpty ? ReadFault(.nothingSaid, line: line) : nil
  }
}
