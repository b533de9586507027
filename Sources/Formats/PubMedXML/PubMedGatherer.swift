import Bibliography

/// Reads PubMed's XML: articles and parts of books.
typealias PubMedXMLReader = XMLReader<PubMedGatherer>

/// Gathers the records of PubMed's XML from its elements.
///
/// MEDLINE's own XML, which others print too, has the same elements without those around them.
final class PubMedGatherer: XMLGatherer {
  static let format = Format(name: "pubmed-xml", title: "PubMed XML", endings: ["xml"])

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    let isPubMed =
      beginning.holds("<PubmedArticle") || beginning.holds("<PubmedBookArticle")
      || beginning.holds("<!DOCTYPE PubmedArticle") || beginning.holds("<MedlineCitation")
    return isPubMed ? .sure : .no
  }

  static func reference(
    of entry: PubMedEntry, line: Int, _ warnings: inout [ReadWarning]
  ) -> Reference {
    let reference = Reference(pubMed: entry)
    if reference.title == nil { warnings.append(ReadWarning(.noTitle, line: line)) }
    return reference
  }

  /// The elements that hold a record: MEDLINE's citation is one only where nothing is around it.
  var recordNames: [StaticString] {
    isMedline ? ["MedlineCitation"] : ["PubmedArticle", "PubmedBookArticle"]
  }

  var root: String { isMedline ? "<MedlineCitationSet>" : "<PubmedArticleSet>" }

  private var isMedline = false
  /// What happens with records as wholes.
  var onBegin: () -> Void = {}
  var onEnd: (PubMedEntry) -> Void = { _ in }

  private var elements: [XMLName: PubMedElement] = [:]
  /// The elements that are open within the record.
  private var path: [PubMedElement] = []
  private var entry = PubMedEntry()
  private var isInEntry = false
  /// How deep within an element that speaks of something else.
  private var foreignDepth = 0
  /// The element whose text is being gathered, and how deep within it.
  private var leaf: PubMedElement?
  private var leafDepth = 0
  private var leafText: [UInt8] = []
  private var leafKind: String?
  private var isOfEditors = false

  /// Forgets the record it is in the middle of, and the names of the parser that has broken.
  func forget() {
    elements = [:]
    (path, isInEntry, foreignDepth, leaf, leafDepth) = ([], false, 0, nil, 0)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if foreignDepth > 0 {
      foreignDepth += 1
    } else if leaf != nil {
      leafDepth += 1
    } else {
      begin(element(name), attributes)
    }
  }

  func text(_ part: UnsafeBufferPointer<UInt8>) {
    if leaf != nil { leafText.append(contentsOf: part) }
  }

  func end(_ name: XMLName) {
    if foreignDepth > 0 {
      foreignDepth -= 1
    } else if leafDepth > 0 {
      leafDepth -= 1
    } else if let leaf {
      self.leaf = nil
      take(leaf, leafText.collapsed)
    } else {
      end(path.popLast())
    }
  }

  private func element(_ name: XMLName) -> PubMedElement {
    if let known = elements[name] { return known }
    let element = PubMedElement(named: name.text)
    elements[name] = element
    return element
  }

  private func begin(_ element: PubMedElement, _ attributes: XMLAttributes) {
    if element.isRecord, element != .citation || !isInEntry {
      isMedline = element == .citation
      (entry, path, isInEntry) = (PubMedEntry(), [], true)
      entry.isBook = element == .bookArticle
      onBegin()
    }
    guard isInEntry else { return }
    if element == .foreign {
      foreignDepth = 1
    } else if element.isLeaf {
      (leaf, leafDepth) = (element, 0)
      leafText.removeAll(keepingCapacity: true)
      leafKind = attributes.kind(of: element)
    } else {
      path.append(element)
      begin(group: element, attributes)
    }
  }

  private func begin(group element: PubMedElement, _ attributes: XMLAttributes) {
    if element == .authorList {
      isOfEditors = attributes["Type"] == "editors"
    } else if element == .author {
      let name = PubMedEntry.Name(isWithdrawn: attributes["ValidYN"] == "N")
      if isOfEditors { entry.editors.append(name) } else { entry.authors.append(name) }
    } else if element == .comment {
      entry.relations.append(.init(kind: attributes["RefType"] ?? "Comment"))
    }
  }

  private func end(_ element: PubMedElement?) {
    guard let element, element.isRecord, isInEntry, (element == .citation) == isMedline else {
      return
    }
    isInEntry = false
    onEnd(entry)
  }

  /// Takes the text of an element.
  private func take(_ element: PubMedElement, _ text: String) {
    guard !text.isEmpty else { return }
    switch element {
    case .year, .month, .day, .season, .medlineDate:
      if path.last == .pubDate { entry.published[element] = text }
      if path.last == .articleDate { entry.appeared[element] = text }
    case .lastName, .foreName, .initials, .suffix, .collectiveName: takeName(element, text)
    case .affiliation:
      if !entry.affiliations.contains(text) { entry.affiliations.append(text) }
    case .abstractText:
      let section = PubMedEntry.Section(label: leafKind, text: text)
      if path.last == .otherAbstract {
        entry.otherSections.append(section)
      } else {
        entry.sections.append(section)
      }
    case .descriptor: entry.headings.append(.init(descriptor: text))
    case .qualifier:
      if let last = entry.headings.indices.last { entry.headings[last].qualifiers.append(text) }
    case .articleId: entry.numbers.append(.init(kind: leafKind ?? "ArticleId", text: text))
    case .location: if let leafKind { entry.locations.append(.init(kind: leafKind, text: text)) }
    case .keyword: entry.keywords.append(text)
    case .language: entry.languages.append(text)
    case .publicationType: entry.types.append(text)
    case .isbn: entry.isbn.append(text)
    case .note: entry.notes.append(text)
    case .article, .bookArticle, .citation, .abstract, .articleDate, .articleTitle, .author,
      .authorList,
      .bookTitle, .comment, .copyright, .endPage, .isoAbbreviation, .issn, .issnLinking, .issue,
      .journalTitle, .medlinePages, .medlineTitle, .nlmID, .otherAbstract, .pmid, .pubDate,
      .publicationStatus, .publisherLocation, .publisherName, .source, .startPage,
      .vernacularTitle, .volume, .other, .foreign:
      takePart(element, text)
    }
  }

  /// Takes what there is but one of; the first counts.
  private func takePart(_ element: PubMedElement, _ text: String) {
    if path.last == .comment, let last = entry.relations.indices.last {
      entry.relations[last].parts[element] = text
    } else if entry.parts[element] == nil {
      entry.parts[element] = text
    }
  }

  private func takeName(_ element: PubMedElement, _ text: String) {
    guard path.last == .author else { return }
    if isOfEditors, let last = entry.editors.indices.last {
      entry.editors[last].parts[element] = text
    } else if let last = entry.authors.indices.last {
      entry.authors[last].parts[element] = text
    }
  }
}

extension XMLAttributes {
  /// What an attribute says of the text to come.
  fileprivate func kind(of element: PubMedElement) -> String? {
    if element == .abstractText { return self["Label"] }
    if element == .articleId { return self["IdType"] }
    // A place that was found to be wrong is none.
    if element == .location { return self["ValidYN"] == "N" ? nil : self["EIdType"] }
    return nil
  }
}

extension [UInt8] {
  /// Whether blanks stand at its ends or side by side, or are anything but blanks.
  private var needsCollapsing: Bool {
    var last: UInt8 = 0x20
    for byte in self {
      if byte <= 0x20, byte != 0x20 || last == 0x20 { return true }
      last = byte
    }
    return last == 0x20
  }

  /// As text, with one blank for each run of blanks and line ends and none at the ends.
  fileprivate var collapsed: String {
    guard needsCollapsing else { return String(decoding: self, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for byte in self {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
