import Bibliography

/// ProQuest's plain text: `Document 1 of 20` begins each record, then the names of fields in full,
/// `Publication title: A journal`.
enum ProQuestDialect: TaggedDialect {
  static let format = Format(name: "proquest", title: "ProQuest plain text", endings: ["txt"])

  static let opensByTag = false

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var (hasCounter, certainty) = (false, Certainty.no)
    beginning.forEachLine { line in
      switch Self.line(line) {
      case .begin: hasCounter = true
      case .tag where hasCounter: certainty = .sure
      case .blank, .text, .tag, .end, .file: break
      }
      return certainty == .no
    }
    return certainty
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    if line.has("____", at: 0) { return .file }
    if line.has("Document ", at: 0), line.isDocumentCounter { return .begin }
    // Other words stand before a colon in abstracts.
    guard let colon = line.first(of: UInt8(ascii: ":"), from: 0), colon <= 40,
      line.isBlank(at: colon + 1), line[0].isCapital || line[0] == UInt8(ascii: "e"),
      case let name = line.tag(0..<colon), meanings[name.lowercased()] != nil
    else { return .text(line.value(from: 0)) }
    return .tag(name, value: line.value(from: colon + 1))
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    false
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    let hasAuthors = entry.fields.contains { authors.contains($0.tag) && !$0.value.isEmpty }
    for field in entry.fields where !field.value.isEmpty {
      let meaning = meanings[field.tag.lowercased()] ?? .other
      switch field.tag {
      case "Author" where hasAuthors, "Publication info":
        // What it says, other fields say by themselves.
        draft.keep(entry.text(field, &maker), under: field.tag)
      case "Author", "Authors", "Author name":
        draft.take(
          entry.text(field, &maker).withoutSigns, as: meaning, under: field.tag, line: field.line)
      case "Abstract", "Notes":
        draft.take(entry.lines(field, &maker), as: meaning, under: field.tag, line: field.line)
      case let tag:
        draft.take(entry.text(field, &maker), as: meaning, under: tag, line: field.line)
      }
    }
  }

  private static let authors: Set<String> = ["Authors", "Author name"]

  /// The names of fields in lower case.
  private static let meanings: [String: FieldMeaning] = {
    var all: [String: FieldMeaning] = [:]
    let alike: [(FieldMeaning, String)] = [
      (.ranked(.title, 0), "title"),
      (.authors(.familyFirst, .semicolon), "author|authors|author name"),
      (.paragraphs(.abstract), "abstract|abstract (english)|abstract (summary)"),
      (.ranked(.journal, 0), "publication title"), (.ranked(.journal, 1), "book title"),
      (.text(.volume), "volume"), (.text(.issue), "issue"), (.text(.pages), "pages"),
      (.year, "publication year|degree date"), (.date, "publication date"), (.doi, "doi"),
      (.serialNumber, "issn|e-issn|eissn|isbn|dissertation/thesis isbn"),
      (.text(.pmid), "pmid|pubmed id"), (.ranked(.accession, 1), "proquest document id"),
      (.ranked(.accession, 0), "accession number"),
      (.ranked(.accession, 2), "dissertation/thesis number"),
      (
        .list(.keywords, .semicolon),
        "subject|subjects|mesh|mesh subject|identifier / keyword|identifier (keyword)|index term|keyword"
      ),
      (.joined(.language), "language|language of publication"),
      (.joined(.type), "source type|document type|publication type"),
      (.text(.publisher), "publisher|university/institution"),
      (.text(.place), "place of publication|university location"),
      (.text(.database), "database"), (.addresses, "document url|links|proquest document link"),
      (.items(.notes), "notes"),
      (
        .other,
        """
        publication info|alternate title|section|number of pages|country of publication|\
        publication subject|coden|correspondence author|author affiliation|affiliation|department|\
        degree|advisor|committee member|school code|source|source attribution|copyright|\
        last updated|location|company / organization|people|classification|document feature|\
        full text|first page|supplement|substance|registry number|references|cited by|\
        summary language|language of summary|grant|population|age group|methodology|\
        peer reviewed|number of references|entry date|revision date|first available|publication history
        """
      ),
    ]
    for (meaning, names) in alike {
      for name in names.split(separator: "|") { all[String(name)] = meaning }
    }
    return all
  }()
}

extension Span<UInt8> {
  /// `Document 1 of 20`
  fileprivate var isDocumentCounter: Bool {
    let words = tag(trimmed).split(separator: " ")
    return words.count == 4 && words[2] == "of" && words[1].utf8.allSatisfy(\.isDigit)
      && words[3].utf8.allSatisfy(\.isDigit)
  }
}

extension String {
  /// Names without the numbers that lead to addresses, and the addresses behind the last:
  /// `Example, Ada 1 ; Sample, Bo 2 1 School of Examples`.
  fileprivate var withoutSigns: String {
    split(separator: ";").map { name in
      name.split(separator: " ")
        .prefix { !$0.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ",") } }
        .joined(separator: " ")
    }.joined(separator: ";")
  }
}
