public import Bibliography

/// Writes EndNote's XML that reads as the same reference, as far as it can hold it.
public struct EndNoteXMLWriter: ReferenceWriter {
  /// EndNote XML.
  public static let format = EndNoteGatherer.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends what opens the file.
  public func begin(_ bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n".utf8)
  }

  /// Appends what closes the file.
  public func end(_ bytes: inout [UInt8]) { bytes.append(contentsOf: "</records></xml>\n".utf8) }

  /// Appends one record on one line.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    let kinds = PrintedKinds(reference, TypeNames.endNote)
    bytes.append(contentsOf: "<record>".utf8)
    bytes.append(contentsOf: "<ref-type name=\"\(kinds.code.forXML)\">".utf8)
    bytes.append(contentsOf: "\(TypeNames.endNoteNumber(kinds.code))</ref-type>".utf8)
    bytes.group(["contributors", "authors"], reference.authors.map { ("author", $0.endNote) })
    bytes.group(["titles"], [("title", reference.title), ("secondary-title", reference.journal)])
    bytes.group(["periodical"], [("full-title", reference.journal)])
    bytes.element("pages", reference.pages)
    bytes.element("volume", reference.volume)
    bytes.element("number", reference.issue)
    bytes.group(["keywords"], reference.keywords.map { ("keyword", $0) })
    bytes.dates(reference)
    bytes.element("pub-location", reference.place)
    bytes.element("publisher", reference.publisher)
    bytes.element("isbn", reference.issn)
    bytes.element("isbn", reference.isbn)
    bytes.element("accession-num", reference.accession)
    bytes.element("label", reference.id)
    bytes.element("abstract", reference.abstract)
    for note in reference.notes { bytes.element("notes", note) }
    bytes.group(["urls", "related-urls"], reference.urls.map { ("url", $0) })
    bytes.element("electronic-resource-num", reference.doi)
    bytes.element("remote-database-name", reference.database)
    bytes.element("language", reference.language)
    bytes.element("work-type", kinds.rest.isEmpty ? nil : kinds.rest.joined(separator: "; "))
    bytes.element("research-notes", reference.pmid.map { "PMID: \($0)" })
    for item in reference.extra {
      for value in item.values {
        if EndNoteGatherer.freeElements.contains(item.tag) {
          bytes.element(item.tag, value)
        } else {
          bytes.element("research-notes", "\(item.tag): \(value)")
        }
      }
    }
    bytes.append(contentsOf: "</record>\n".utf8)
  }
}

extension [UInt8] {
  fileprivate mutating func element(_ name: String, _ text: String?) {
    guard let text, !text.utf8.span.isBlank else { return }
    append(contentsOf: "<\(name)>\(text.forXML)</\(name)>".utf8)
  }

  fileprivate mutating func group(_ names: [String], _ elements: [(String, String?)]) {
    guard elements.contains(where: { $0.1?.utf8.span.isBlank == false }) else { return }
    for name in names { append(contentsOf: "<\(name)>".utf8) }
    for (name, text) in elements { element(name, text) }
    for name in names.reversed() { append(contentsOf: "</\(name)>".utf8) }
  }

  fileprivate mutating func dates(_ reference: Reference) {
    guard reference.year != nil || reference.date != nil else { return }
    append(contentsOf: "<dates>".utf8)
    element("year", reference.year)
    group(["pub-dates"], [("date", reference.date)])
    append(contentsOf: "</dates>".utf8)
  }
}

extension Reference.Author {
  /// A comma behind the name marks a group.
  fileprivate var endNote: String {
    switch self {
    case .person(_, _?): text
    case .person(let name, nil), .named(let name): "\(name),"
    }
  }
}

extension String {
  /// As text of XML: marks are hidden, line ends are returns, and what XML cannot hold is left out.
  fileprivate var forXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "&#xD;"
      case "\t": text += "\t"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": break
      case _: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
