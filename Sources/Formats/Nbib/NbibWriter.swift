public import Bibliography

/// Writes MEDLINE's tagged format that reads as the same reference, as far as it can hold it.
public struct NbibWriter: ReferenceWriter {
  /// MEDLINE tagged.
  public static let format = NbibDialect.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends one record, with the blank line behind it.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    // The tag that begins a record, even where it holds nothing.
    bytes.append(contentsOf: "PMID- \(reference.pmid?.onOneLine ?? "")\n".utf8)
    for issn in reference.issn.parts { bytes.nbib("IS", issn) }
    bytes.nbib("ISBN", reference.isbn)
    bytes.nbib("VI", reference.volume)
    bytes.nbib("IP", reference.issue)
    bytes.nbib("DP", reference.dateWithYear)
    bytes.nbib("TI", reference.title)
    bytes.nbib("PG", reference.pages)
    if let doi = reference.doi {
      doi.utf8.span.holdsDOI ? bytes.nbib("LID", "\(doi) [doi]") : bytes.nbib("GN", "DOI: \(doi)")
    }
    bytes.nbib("AB", reference.abstract)
    for author in reference.authors { bytes.author(author) }
    for language in reference.language.parts { bytes.nbib("LA", language) }
    for type in reference.type.parts { bytes.nbib("PT", type) }
    bytes.nbib("PL", reference.place)
    bytes.nbib("PB", reference.publisher)
    bytes.nbib("JT", reference.journal)
    for keyword in reference.keywords { bytes.nbib("OT", keyword) }
    for url in reference.urls { bytes.nbib("URL", url) }
    for note in reference.notes { bytes.nbib("GN", note) }
    for item in reference.extra {
      for value in item.values {
        if item.tag.isFreeNbibTag {
          bytes.nbib(item.tag, value)
        } else {
          bytes.nbib("GN", "\(item.tag): \(value)")
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension [UInt8] {
  fileprivate mutating func nbib(_ tag: String, _ text: String?) {
    let blanks = String(repeating: " ", count: Swift.max(0, 4 - tag.utf8.count))
    tagged("\(tag)\(blanks)-", text)
  }

  fileprivate mutating func author(_ author: Reference.Author) {
    switch author {
    case .person(_, _?):
      nbib("FAU", author.text)
    case .person(let name, nil), .named(let name): nbib("CN", name)
    }
  }
}

extension String? {
  fileprivate var parts: [String] { map { ListSeparator.semicolon.parts(of: $0) } ?? [] }
}

extension Reference {
  /// The date where the year can be read from it, else the year.
  fileprivate var dateWithYear: String? {
    guard let year, let date else { return year ?? date }
    let isLast = date.split(separator: " ").last.map { String($0) == year } ?? false
    return date.leadingYear == year || isLast ? date : year
  }
}

extension String {
  /// Whether a line of this tag is read as one that is kept.
  fileprivate var isFreeNbibTag: Bool {
    let blanks = String(repeating: " ", count: Swift.max(0, 4 - utf8.count))
    let line = NbibDialect.line("\(self)\(blanks)- x".utf8.span)
    guard case .tag(self, _) = line else { return false }
    return NbibDialect.isKept(self)
  }
}
