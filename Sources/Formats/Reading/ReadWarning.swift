/// Something about an entry that is worth a look and does not keep it from being read.
public struct ReadWarning: Hashable, Sendable {
  /// What is worth a look.
  public enum Kind: Hashable, Sendable {
    case notAYear(tag: String, text: String)
    case noTitle
    case noType
    case noEnd
    case cutShort
    case twice(tag: String, kept: String)
    case outside(text: String)
    case notUTF8
    case zeroBytes
    case brokenBetween(String)
    case rowLength(found: Int, wanted: Int)
    case notDefined(name: String)
  }

  /// What is worth a look.
  public let kind: Kind
  /// The line, from 1.
  public let line: Int

  /// Joins a kind and its place.
  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// What was found and what was done, without the place.
  public var sentence: String { kind.sentence }

  /// The whole sentence, with the file it speaks of: `imports/a.ris:412: ...`.
  public func description(in file: String) -> String { "\(file):\(line): \(sentence)" }
}

extension ReadWarning.Kind {
  /// The word under which warnings are counted together.
  public var name: String {
    switch self {
    case .notAYear: "not-a-year"
    case .noTitle: "no-title"
    case .noType: "no-type"
    case .noEnd: "no-end"
    case .cutShort: "cut-short"
    case .twice: "twice"
    case .outside: "outside"
    case .notUTF8: "not-utf-8"
    case .zeroBytes: "zero-bytes"
    case .brokenBetween: "broken-between"
    case .rowLength: "row-length"
    case .notDefined: "not-defined"
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .notAYear(let tag, let text):
      "\(tag) holds \"\(text)\", which is not a year. The record was kept without a year."
    case .noTitle:
      "The record has no title. It was kept; whoever screens it sees what else it says."
    case .noType:
      "The record does not begin with TY. It was kept without a type."
    case .noEnd:
      "The next record begins before this one has ended with ER. Both were kept."
    case .cutShort:
      "The file ends within this record. It was kept as far as it goes; check that the file is whole."
    case .twice(let tag, let kept):
      "\(tag) says more than one thing. \"\(kept)\" was taken, the others are kept under their tags."
    case .outside(let text):
      "\"\(text)\" stands outside of any record. It was passed over with the lines that follow it."
    case .notUTF8:
      "The record is not in UTF-8. It was read as Windows-1252; check the letters with accents."
    case .zeroBytes:
      "The record holds zero bytes. They were left out; check that the file is whole."
    case .brokenBetween(let what):
      "The XML is broken outside of any record: \(what). Reading goes on at the next record."
    case .rowLength(let found, let wanted):
      "The row has \(found) cells, where the header has \(wanted). Check that quotation marks are in pairs."
    case .notDefined(let name):
      "\(name) is defined nowhere before this entry. Its name was taken as its text."
    }
  }
}
