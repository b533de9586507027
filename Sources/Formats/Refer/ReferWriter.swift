public import Bibliography

/// Writes EndNote's Refer that reads as the same reference, as far as it can hold it.
public struct ReferWriter: ReferenceWriter {
  /// EndNote Refer.
  public static let format = ReferDialect.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends one record, with the blank line behind it.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    let kinds = PrintedKinds(reference, TypeNames.endNote)
    bytes.tagged("%0", kinds.code)
    for words in kinds.rest { bytes.tagged("%9", words) }
    bytes.tagged("%T", reference.title)
    for author in reference.authors { bytes.tagged("%A", author.refer) }
    bytes.tagged("%D", reference.year)
    bytes.tagged("%8", reference.date)
    bytes.tagged("%J", reference.journal)
    bytes.tagged("%V", reference.volume)
    bytes.tagged("%N", reference.issue)
    bytes.tagged("%P", reference.pages)
    if let doi = reference.doi {
      doi.utf8.span.holdsDOI ? bytes.tagged("%R", doi) : bytes.tagged("%Z", "DOI: \(doi)")
    }
    bytes.tagged("%@", reference.issn)
    bytes.tagged("%@", reference.isbn)
    bytes.tagged("%F", reference.id)
    bytes.tagged("%M", reference.accession)
    bytes.tagged("%~", reference.database)
    bytes.tagged("%G", reference.language)
    bytes.tagged("%I", reference.publisher)
    bytes.tagged("%C", reference.place)
    for keyword in reference.keywords { bytes.tagged("%K", keyword) }
    bytes.prose("%X", reference.abstract, in: ReferDialect.self)
    for url in reference.urls { bytes.tagged("%U", url) }
    for note in reference.notes { bytes.prose("%Z", note, in: ReferDialect.self) }
    bytes.tagged("%Z", reference.pmid.map { "PMID: \($0)" })
    for item in reference.extra {
      for value in item.values {
        if ReferDialect.isKept(item.tag) {
          bytes.tagged(item.tag, value)
        } else {
          bytes.prose("%Z", "\(item.tag): \(value)", in: ReferDialect.self)
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension Reference.Author {
  /// A comma behind the name marks a group.
  fileprivate var refer: String {
    switch self {
    case .person(_, _?): text
    case .person(let name, nil), .named(let name): "\(name),"
    }
  }
}
