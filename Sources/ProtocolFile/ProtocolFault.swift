/// One thing that is wrong in a protocol file, and the place where it stands.
public struct ProtocolFault: Error, Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in characters.
  public let column: Int
  /// What is wrong and what to do, as one or two sentences.
  public let sentence: String

  /// Joins place and sentence.
  public init(line: Int, column: Int, sentence: String) {
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  init(at place: Place, _ sentence: String) {
    self.init(line: place.line, column: place.column, sentence: sentence)
  }

  /// The fault as a line that editors can jump to: `FILE:LINE:COLUMN: sentence`.
  public func line(in file: String) -> String { "\(file):\(line):\(column): \(sentence)" }

  /// From the top of the file to its end.
  public static func < (one: Self, other: Self) -> Bool {
    (one.line, one.column, one.sentence) < (other.line, other.column, other.sentence)
  }
}

/// Everything that is wrong in a protocol file: at least one fault, in the order of the file.
public struct ProtocolFaults: Error, Hashable, Sendable {
  /// The faults, never empty.
  public let faults: [ProtocolFault]

  /// Sorts the faults by place; nil if there are none.
  init?(_ faults: [ProtocolFault]) {
    guard !faults.isEmpty else { return nil }
    self.faults = Set(faults).sorted()
  }

  init(one fault: ProtocolFault) { faults = [fault] }
}

/// A place in a file.
struct Place: Hashable, Comparable, Sendable {
  /// The line, from 1.
  let line: Int
  /// The column, from 1, in characters.
  let column: Int

  static let start = Place(line: 1, column: 1)

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place where a text goes on after these bytes of it.
  init(after bytes: some BidirectionalCollection<UInt8>) {
    let lastLine = bytes.reversed().prefix { $0 != UInt8(ascii: "\n") }
    line = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    column = lastLine.count { $0 & 0xC0 != 0x80 } + 1  // no character begins with 10…
  }

  static func < (one: Self, other: Self) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
