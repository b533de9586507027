/// Why a text is not JSON, and where.
public struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    case endsTooSoon(within: String)
    case unexpected(found: String, wanted: String)
    case wrongNumber
    case wrongEscape
    case loneSurrogate
    case controlCharacter(UInt8)
    case notUTF8
    case tooDeep(limit: Int)
    case repeatedKey(String)
  }

  /// What is wrong.
  public let fault: Fault
  /// The line, from 1.
  public let line: Int
  /// The character in the line, from 1.
  public let column: Int

  /// Joins a fault and its place.
  public init(_ fault: Fault, line: Int, column: Int) {
    self.fault = fault
    self.line = line
    self.column = column
  }

  /// Finds line and column of an offset; only a fault pays for counting lines.
  init(_ fault: Fault, at offset: Int, in bytes: Span<UInt8>) {
    var line = 1
    var column = 1
    for index in 0..<min(offset, bytes.count) {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(fault, line: line, column: column)
  }

  /// The place and the sentence: `line 3, column 7: ...`.
  public var description: String { "line \(line), column \(column): \(sentence)" }

  /// What happened and what to do, without the place.
  public var sentence: String { fault.sentence }
}

extension JSONFault.Fault {
  /// What happened and what to do, without the place.
  public var sentence: String {
    switch self {
    case .endsTooSoon(let part):
      "The text ends within \(part). Check that it was copied whole."
    case .unexpected(let found, let wanted):
      "\(found) stands where \(wanted) is expected. Put \(wanted) there."
    case .wrongNumber:
      "A number is not written as JSON wants it. Write it like -12, 0.5 or 1e6, or put it in quotes."
    case .wrongEscape:
      "A backslash is not followed by one of \" \\ / b f n r t or by u and four hexadecimal digits."
        + " Write \\\\ for a backslash."
    case .loneSurrogate:
      "A \\u escape is half of a surrogate pair. Write both halves, or the character itself."
    case .controlCharacter(let byte):
      "A string holds the control character \(byte) as it is. Write it as an escape, such as \\n."
    case .notUTF8:
      "A string holds bytes that are not UTF-8. Save the file as UTF-8."
    case .tooDeep(let limit):
      "Values are nested more than \(limit) deep. Flatten them."
    case .repeatedKey(let key):
      "The name \"\(key)\" stands twice in one object. Keep one of the two."
    }
  }
}
