public import Bibliography

/// Writes RIS that reads as the same reference, as far as RIS can hold it.
public struct RISWriter: ReferenceWriter {
  /// RIS.
  public static let format = RISReader.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends one record, with the blank line behind it.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    let kinds = PrintedKinds(reference, TypeNames.ris)
    bytes.line("TY", kinds.code)
    for words in kinds.rest { bytes.line("M3", words) }
    bytes.line("ID", reference.id)
    bytes.line("TI", reference.title)
    for author in reference.authors { bytes.line("AU", author.text) }
    bytes.line("PY", reference.year)
    bytes.line("DA", reference.date)
    bytes.line("T2", reference.journal)
    bytes.line("VL", reference.volume)
    bytes.line("IS", reference.issue)
    bytes.pages(reference.pages)
    bytes.line("DO", reference.doi)
    bytes.line("PM", reference.pmid)
    bytes.line("SN", reference.issn)
    bytes.line("BN", reference.isbn)
    bytes.prose("AB", reference.abstract)
    for keyword in reference.keywords { bytes.line("KW", keyword) }
    bytes.line("LA", reference.language)
    for url in reference.urls { bytes.line("UR", url) }
    bytes.line("PB", reference.publisher)
    bytes.line("CY", reference.place)
    bytes.line("AN", reference.accession)
    bytes.line("DB", reference.database)
    for note in reference.notes { bytes.prose("N1", note) }
    for item in reference.extra {
      for value in item.values {
        // Other formats have longer names; RIS has only tags, and notes.
        if item.tag.isRISTag {
          bytes.line(item.tag, value)
        } else {
          bytes.prose("N1", "\(item.tag): \(value)")
        }
      }
    }
    bytes.append(contentsOf: "ER  - \r\n\r\n".utf8)
  }
}

extension String {
  /// Whether a line that begins so is read as a tag that holds a value.
  fileprivate var isRISTag: Bool {
    let line = "\(self)  - value"
    guard case .tagged(let tag, let meaning, _) = RISLine(line.utf8.span, isLoose: false) else {
      return false
    }
    return tag.text == self && meaning != .end && meaning != .type
  }
}

extension [UInt8] {
  /// A tag with a value of one line; nothing for an empty one.
  fileprivate mutating func line(_ tag: String, _ text: String?) {
    guard let text else { return }
    lines(tag, [text.split(whereSeparator: \.isNewline).joined(separator: " ")])
  }

  /// A tag with a value whose lines are kept, where none could be taken for a tag.
  fileprivate mutating func prose(_ tag: String, _ text: String?) {
    guard let text else { return }
    let parts = text.split(whereSeparator: \.isNewline)
    let isSafe = parts.dropFirst().allSatisfy { part in
      if case .text = RISLine(String(part).utf8.span, isLoose: true) { true } else { false }
    }
    lines(tag, isSafe ? parts.map { String($0) } : [parts.joined(separator: " ")])
  }

  private mutating func lines(_ tag: String, _ lines: [String]) {
    guard lines.contains(where: { !$0.utf8.span.isBlank }) else { return }
    append(contentsOf: "\(tag)  - \(lines.joined(separator: "\r\n"))\r\n".utf8)
  }

  /// First and last page apart, where putting them together again gives the same.
  fileprivate mutating func pages(_ text: String?) {
    guard let text else { return }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
    if parts.count == 2, String.pages(from: parts[0], to: parts[1]) == text {
      line("SP", parts[0])
      line("EP", parts[1])
    } else {
      line("SP", text)
    }
  }
}
