public import JSON

/// Why an entry of a file cannot be read, and where.
public struct ReadFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    case notJSON(JSONFault.Fault)
    case entryNotJSON(JSONFault.Fault)
    case notAnObject(found: String)
    case wrongValue(key: String, found: String, wanted: String)
    case nothingSaid
    case lineTooLong(limit: Int)
    case entryTooLong(limit: Int)
    case tooManyTags(limit: Int)
    case brokenXML(String)
    case declaresEntities
    case fileEnds
    case quoteStaysOpen
    case notClosed(mark: String)
    case notBibTeX(found: String, wanted: String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The line, from 1.
  public let line: Int
  /// The character in the line, from 1, where it is known.
  public let column: Int?

  /// Joins a problem and its place.
  public init(_ problem: Problem, line: Int, column: Int? = nil) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  /// What happened and what to do, without the place.
  public var sentence: String { problem.sentence }

  /// The whole sentence, with the file it speaks of: `imports/a.jsonl:412:7: ...`.
  public func description(in file: String) -> String {
    "\(file):\(line):\(column.map { "\($0):" } ?? "") \(sentence)"
  }
}

extension ReadFault.Problem {
  fileprivate var sentence: String {
    switch self {
    case .notJSON(let fault):
      "The line is not JSON. \(fault.sentence)"
    case .entryNotJSON(let fault):
      "The entry is not JSON. \(fault.sentence)"
    case .notAnObject(let found):
      "The line holds \(found), where a record is expected. Write {\"title\":\"...\"}."
    case .wrongValue(let key, let found, let wanted):
      "\(key) holds \(found), where \(wanted) is expected. Write \(wanted), or leave \(key) out."
    case .nothingSaid:
      "The record holds no field with anything in it. Give it a title at least, or dismiss it."
    case .lineTooLong(let limit):
      "The line is longer than \(limit / 1_048_576) MB. Check that the file is an export of records."
    case .entryTooLong(let limit):
      "The record is longer than \(limit / 1_048_576) MB. Check that every record ends."
    case .tooManyTags(let limit):
      "The record has more than \(limit) tags. Check that every record ends."
    case .brokenXML(let what):
      "The XML is broken: \(what). Export the record again, or dismiss it."
    case .declaresEntities:
      "The file declares entities, which no export of references does. It was not read; export it again."
    case .fileEnds:
      "The file ends within this record. Export the file again."
    case .quoteStaysOpen:
      "A quotation mark that opens in this row is never closed. Close it, or double it where it is text."
    case .notClosed(let mark):
      "The entry lacks its closing \(mark). Close it, or dismiss it."
    case .notBibTeX(let found, let wanted):
      "The entry holds \(found), where \(wanted) is expected. Correct it there, or dismiss it."
    }
  }
}
