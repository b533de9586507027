public import Bibliography

/// Writes BibTeX that reads as the same reference, as far as BibTeX can hold it.
public struct BibTeXWriter: ReferenceWriter {
  /// BibTeX.
  public static let format = BibTeXReader.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends one entry, with the blank line behind it.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    let kinds = PrintedKinds(reference, TypeNames.bibTeX)
    bytes.append(contentsOf: "@\(kinds.code){\(reference.bibTeXKey)".utf8)
    let start = bytes.count
    bytes.field("title", reference.title)
    bytes.field("author", raw: reference.authors.map(\.bibTeX).joined(separator: " and "))
    bytes.field("type", kinds.rest.joined(separator: "; "))
    bytes.field("year", reference.year)
    bytes.field("date", reference.date)
    // Without a title, the title of the book would be read as it.
    let isInBook = kinds.code.hasPrefix("in") && reference.title != nil
    bytes.field(isInBook ? "booktitle" : "journal", reference.journal)
    bytes.field("volume", reference.volume)
    bytes.field("number", reference.issue)
    bytes.field("pages", reference.pages)
    bytes.field("doi", raw: reference.doi?.verbatimForLaTeX)
    bytes.field("pmid", reference.pmid)
    bytes.field("issn", reference.issn)
    bytes.field("isbn", reference.isbn)
    bytes.field("abstract", raw: reference.abstract?.paragraphsForLaTeX)
    bytes.field("keywords", reference.keywords.asOneKeywordField)
    bytes.field("language", reference.language)
    for (place, url) in reference.urls.enumerated() {
      bytes.field(place == 0 ? "url" : "link", raw: url.verbatimForLaTeX)
    }
    bytes.field("publisher", reference.publisher)
    bytes.field("address", reference.place)
    bytes.field("accession", reference.accession)
    bytes.field("database", reference.database)
    for (place, note) in reference.notes.enumerated() {
      bytes.field(place == 0 ? "note" : "annote", raw: note.paragraphsForLaTeX)
    }
    for item in reference.extra {
      for value in item.values {
        if item.tag.isFreeBibTeXField {
          bytes.field(item.tag, value)
        } else {
          bytes.field("annote", raw: "\(item.tag): \(value)".paragraphsForLaTeX)
        }
      }
    }
    // An entry without a field says nothing, and is read as no record.
    if bytes.count == start { bytes.field("type", kinds.code) }
    bytes.append(contentsOf: "\n}\n\n".utf8)
  }
}

extension [UInt8] {
  fileprivate mutating func field(_ name: String, _ text: String?) {
    field(name, raw: text?.onOneLine.forLaTeX)
  }

  fileprivate mutating func field(_ name: String, raw text: String?) {
    guard let text, !text.utf8.span.isBlank else { return }
    append(contentsOf: ",\n  \(name) = {\(text)}".utf8)
  }
}

extension Reference {
  /// The record's own id where it can be a key, else one out of author and year.
  fileprivate var bibTeXKey: String {
    if let id, !id.isEmpty, id.utf8.allSatisfy(\.mayStandInKey) { return id }
    let family: String? =
      switch authors.first {
      case .person(let family, _)?: family
      case .named(let name)?: name
      case nil: nil
      }
    let key = [family ?? "reference", year ?? ""].joined().filter { $0.isASCII }
      .filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? "reference" : key
  }
}

extension UInt8 {
  /// Letters, digits and marks that no program takes for something else.
  fileprivate var mayStandInKey: Bool {
    isLetter || isDigit || "-_.:/+".utf8.contains(self)
  }
}

extension Reference.Author {
  fileprivate var bibTeX: String {
    switch self {
    case .person(let family, nil): "{\(family.onOneLine.forLaTeX)}"
    case .named(let name): "{\(name.onOneLine.forLaTeX)}"
    case .person(let family, let given?):
      [family, given].flatMap { $0.split(separator: ",") }.count == 3 && !family.contains(",")
        ? Self.withSuffix(family, given) : "\(family.asNamePart), \(given.asNamePart)"
    }
  }

  /// `van Gogh, Jr., Vincent` for the given name `Vincent, Jr.`
  private static func withSuffix(_ family: String, _ given: String) -> String {
    let parts = given.split(separator: ",").map { String($0) }
    return "\(family.asNamePart), \(parts[1].asNamePart), \(parts[0].asNamePart)"
  }
}

extension [String] {
  /// A comma within a single keyword would part it, unless a semicolon is there.
  fileprivate var asOneKeywordField: String {
    let joined = joined(separator: "; ")
    return count == 1 && joined.contains(",") ? "\(joined);" : joined
  }
}

extension String {
  /// A part of a name; in braces where a comma or an "and" in it would part it.
  fileprivate var asNamePart: String {
    let text = onOneLine
    let isSafe = !text.contains(",") && !text.lowercased().split(separator: " ").contains("and")
    return isSafe ? text.forLaTeX : "{\(text.forLaTeX)}"
  }

  /// As LaTeX prints it again.
  fileprivate var forLaTeX: String {
    var text = ""
    var last: Character = " "
    for character in self {
      switch character {
      case "\\": text += "\\textbackslash{}"
      case "{": text += "\\textbraceleft{}"
      case "}": text += "\\textbraceright{}"
      case "~": text += "\\textasciitilde{}"
      case "^": text += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_": text += "\\\(character)"
      case "-", "`", "'":
        // Two of them would be another sign.
        text += character == last ? "{}\(character)" : "\(character)"
      case _: text.append(character)
      }
      last = character
    }
    return text
  }

  /// With its line ends at the margin, where they are read as such.
  fileprivate var paragraphsForLaTeX: String {
    split(whereSeparator: \.isNewline).map { String($0).onOneLine.forLaTeX }
      .joined(separator: "\n")
  }

  /// An address or a DOI, which LaTeX does not read; braces would end it.
  fileprivate var verbatimForLaTeX: String {
    onOneLine.replacing("{", with: "%7B").replacing("}", with: "%7D")
  }

  /// Whether a field of this name would be read as one that is kept.
  fileprivate var isFreeBibTeXField: Bool {
    let taken = ["author", "booktitle", "month", "day", "title", "howpublished"]
    let name = lowercased()
    return !isEmpty && utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
      && utf8.first?.isDigit == false && BibTeXFields.meanings[name] == nil && !taken.contains(name)
  }
}
