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
        // Other formats have longer names, or give another meaning to a tag of RIS.
        if item.tag.isRISTag(beside: reference) {
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
  /// Whether a line that begins so is read as a tag whose value is kept under it once more.
  fileprivate func isRISTag(beside reference: Reference) -> Bool {
    let line = "\(self)  - value"
    guard case .tagged(let tag, let meaning, _) = RISLine(line.utf8.span, isLoose: false) else {
      return false
    }
    return tag.text == self && meaning.isKept(beside: reference)
  }
}

extension RISMeaning {
  /// Whether a second value is kept under its tag, and does not become a field: Web of Science's `DA`
  /// tells when it was asked.
  fileprivate func isKept(beside reference: Reference) -> Bool {
    switch self {
    case .type, .end, .author, .joined, .serialNumber, .abstract, .keywords, .note, .kindOfWork:
      false
    case .text(let field): reference[field] != nil
    case .claim(let slot, let rank): slot.isTaken(in: reference, from: rank)
    case .bookTitle: reference.title != nil && reference.journal != nil
    case .year: reference.year != nil && reference.date != nil
    case .date: reference.date != nil
    case .doi: reference.doi != nil
    case .runsOnOrProceedings: reference.journal != nil
    case .abstractOrNote: reference.abstract != nil
    case .pubMedOrOther, .issueOrConference, .address, .runsOn, .other, .unknown: true
    }
  }
}

extension RISClaim.Slot {
  /// Whether what is written for it stands before a tag of a rank.
  fileprivate func isTaken(in reference: Reference, from rank: UInt8) -> Bool {
    switch self {
    case .title: reference.title != nil
    case .journal: reference.journal != nil && rank >= 1
    case .issue: reference.issue != nil
    case .firstPage, .articleNumber: reference.pages != nil
    case .lastPage: false
    case .publisher: reference.publisher != nil
    case .place: reference.place != nil
    case .database: reference.database != nil
    case .doi: reference.doi != nil
    }
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
