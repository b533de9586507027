import Bibliography
import JSON

/// Reads JSON Lines: one JSON object a line, one line a record.
public struct JSONLinesReader: ReferenceReader {
  /// JSON Lines.
  public static let format = Format(
    name: "jsonl", title: "JSON Lines", endings: ["jsonl", "ndjson"])

  /// The most bytes that a line may have.
  public static let lineLimit = 16 * 1_048_576

  private var lines = TextLines(limit: Self.lineLimit)

  /// Begins a file.
  public init() {}

  /// UTF-8 by its standard; UTF-16 is read too.
  public var encoding: TextEncoding { lines.encoding ?? .utf8 }

  /// Sure of a file whose first line begins an object with a key of ours; any other key may be one that
  /// is kept.
  public static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var marks: [UInt8] = []
    var place = beginning.beginsWithByteOrderMark ? 3 : 0
    while place < beginning.count, marks.count < 2 {
      // An object over several lines is JSON, but not JSON Lines.
      if beginning[place] == UInt8(ascii: "\n"), !marks.isEmpty { return .no }
      if beginning[place] > 0x20 { marks.append(beginning[place]) }
      place += 1
    }
    guard marks == Array("{\"".utf8) else { return .no }
    let line = beginning.extracting(
      first: beginning.first(of: 0x0A, from: place) ?? beginning.count)
    return line.holdsOuterKey(of: Reference.isKey) ? .sure : .perhaps
  }

  /// Reads on.
  public mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    try lines.cut(piece) { (line, place) throws(Stop) in
      if let item = Self.item(line, place) { try body(item) }
    }
  }

  /// Reads the last line.
  public mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    try lines.finish { (line, place) throws(Stop) in
      if let item = Self.item(line, place) { try body(item) }
    }
  }

  /// The entry on a line; nil for a blank line.
  private static func item(_ line: Span<UInt8>, _ place: LineCutter.Place) -> ReadItem? {
    guard !line.isBlank else { return nil }
    do throws(ReadFault) {
      let reference = try reference(line, place)
      return .record(
        ReadRecord(
          reference: reference, line: place.line, offset: place.offset, length: place.length))
    } catch {
      return .quarantined(
        Quarantined(
          line: place.line, offset: place.offset, length: place.length,
          raw: line.withUnsafeBufferPointer { Array($0) }, fault: error))
    }
  }

  private static func reference(
    _ line: Span<UInt8>, _ place: LineCutter.Place
  ) throws(ReadFault) -> Reference {
    guard place.length <= lineLimit else {
      throw ReadFault(.lineTooLong(limit: lineLimit), line: place.line)
    }
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONValue.parse(line)
    } catch {
      throw ReadFault(.notJSON(error.fault), line: place.line, column: error.column)
    }
    do throws(ReadFault.Problem) {
      return try Reference(json: value)
    } catch {
      throw ReadFault(error, line: place.line)
    }
  }
}

extension ReadFault.Problem: Error {}

extension Span<UInt8> {
  /// Whether the object that it begins has, not deeper within it, a key that is sought.
  fileprivate func holdsOuterKey(of isSought: (String) -> Bool) -> Bool {
    var (depth, start, name, isEscaped) = (0, nil as Int?, nil as String?, false)
    for place in indices {
      let byte = self[place]
      if let begin = start {
        if byte == UInt8(ascii: "\""), !isEscaped {
          name = depth == 1 ? String(decoding: extracting(begin..<place)) : nil
          start = nil
        }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): start = place + 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":"): if let name, isSought(name) { return true }
      case _: if byte > 0x20 { name = nil }
      }
    }
    return false
  }
}

extension String {
  fileprivate init(decoding bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
