import Bibliography

/// Puts the elements of a record together.
struct PubMedAssembler {
  private var entry = PubMedEntry()
  private var found = PlacedReference()
  private(set) var isMedline = false
  private var elements = XMLNames<PubMedElement>()
  /// The elements that are open within the record.
  private var path: [PubMedElement] = []
  private var isInEntry = false
  /// How deep within an element that speaks of something else.
  private var foreignDepth = 0
  /// The element whose text is being gathered, where that begins, and how deep within it.
  private var leaf: PubMedElement?
  private var leafStart = 0
  private var leafDepth = 0
  private var leafKind: PubMedEntry.Place?
  private var isOfEditors = false

  /// Forgets the record it is in the middle of, and the names of the parser that has broken.
  mutating func forget() {
    elements = XMLNames()
    (path, isInEntry, foreignDepth, leaf, leafDepth) = ([], false, 0, nil, 0)
  }

  /// An element begins; whether a record begins with it.
  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    if foreignDepth > 0 {
      foreignDepth += 1
    } else if leaf != nil {
      leafDepth += 1
    } else {
      return begin(elements.meaning(of: name) { PubMedElement(named: $0) }, attributes)
    }
    return false
  }

  mutating func text(_ part: UnsafeBufferPointer<UInt8>) {
    if leaf != nil { entry.bytes.append(contentsOf: part) }
  }

  /// An element ends; whether the record ends with it.
  mutating func end() -> Bool {
    if foreignDepth > 0 {
      foreignDepth -= 1
    } else if leafDepth > 0 {
      leafDepth -= 1
    } else if let leaf {
      self.leaf = nil
      let text = entry.text(from: leafStart)
      if !text.isEmpty { take(leaf, text) }
    } else if let element = path.popLast() {
      return end(element)
    }
    return false
  }

  /// The record that has ended.
  mutating func reference() -> Reference { entry.reference(&found) }

  private mutating func begin(_ element: PubMedElement, _ attributes: XMLAttributes) -> Bool {
    let beginsRecord = element.isRecord && (element != .citation || !isInEntry)
    if beginsRecord {
      isMedline = element == .citation
      (path, isInEntry) = ([], true)
      entry.clear()
      entry.isBook = element == .bookArticle
    }
    guard isInEntry else { return false }
    if element == .foreign {
      foreignDepth = 1
    } else if element.isLeaf {
      leafKind = kind(of: element, attributes)
      (leaf, leafStart, leafDepth) = (element, entry.bytes.count, 0)
    } else {
      path.append(element)
      begin(group: element, attributes)
    }
    return beginsRecord
  }

  private mutating func begin(group element: PubMedElement, _ attributes: XMLAttributes) {
    if element == .authorList {
      isOfEditors = attributes.has("Type", "editors")
    } else if element == .author {
      let isWithdrawn = attributes.has("ValidYN", "N")
      entry.names.append(.init(isEditor: isOfEditors, isWithdrawn: isWithdrawn))
    } else if element == .comment {
      let kind = note(attributes, "RefType") ?? entry.write("Comment")
      entry.relations.append(.init(kind: kind))
    }
  }

  /// What an attribute says of the text to come.
  private mutating func kind(
    of element: PubMedElement, _ attributes: XMLAttributes
  ) -> PubMedEntry.Place? {
    if element == .abstractText { return note(attributes, "Label") }
    if element == .articleId { return note(attributes, "IdType") }
    // A place that was found to be wrong is none.
    guard element == .location, !attributes.has("ValidYN", "N") else { return nil }
    return note(attributes, "EIdType")
  }

  private mutating func note(
    _ attributes: XMLAttributes, _ name: StaticString
  ) -> PubMedEntry.Place? {
    guard let value = attributes[name] else { return nil }
    let start = entry.bytes.count
    entry.bytes.append(contentsOf: value)
    return entry.text(from: start)
  }

  private mutating func end(_ element: PubMedElement) -> Bool {
    guard element.isRecord, isInEntry, (element == .citation) == isMedline else { return false }
    isInEntry = false
    return true
  }

  /// Takes the text of an element.
  private mutating func take(_ element: PubMedElement, _ text: PubMedEntry.Place) {
    switch element {
    case .year, .month, .day, .season, .medlineDate:
      if path.last == .pubDate { entry.published.take(element, text) }
      if path.last == .articleDate { entry.appeared.take(element, text) }
    case .lastName, .foreName, .initials, .suffix, .collectiveName:
      if path.last == .author { takeName(element, text) }
    case .affiliation: entry.affiliations.append(text)
    case .abstractText:
      let section = PubMedEntry.Section(label: leafKind, text: text)
      if path.last == .otherAbstract {
        entry.otherSections.append(section)
      } else {
        entry.sections.append(section)
      }
    case .descriptor: entry.headings.append(.init(descriptor: text))
    case .qualifier: takeQualifier(text)
    case .articleId:
      entry.numbers.append(.init(kind: leafKind ?? entry.write("ArticleId"), text: text))
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
  private mutating func takePart(_ element: PubMedElement, _ text: PubMedEntry.Place) {
    if path.last == .comment, let last = entry.relations.indices.last {
      if element == .source { entry.relations[last].source = text }
      if element == .pmid { entry.relations[last].pmid = text }
    } else if entry[element] == nil {
      entry[element] = text
    }
  }

  private mutating func takeName(_ element: PubMedElement, _ text: PubMedEntry.Place) {
    guard let last = entry.names.indices.last else { return }
    switch element {
    case .lastName: entry.names[last].family = text
    case .foreName: entry.names[last].given = text
    case .initials: entry.names[last].initials = text
    case .suffix: entry.names[last].suffix = text
    case _: entry.names[last].group = text
    }
  }

  private mutating func takeQualifier(_ text: PubMedEntry.Place) {
    guard let last = entry.headings.indices.last else { return }
    if entry.headings[last].qualifier == nil {
      entry.headings[last].qualifier = text
    } else {
      entry.headings.append(
        .init(descriptor: entry.headings[last].descriptor, qualifier: text))
    }
  }
}

extension PubMedEntry.Date {
  fileprivate mutating func take(_ element: PubMedElement, _ text: PubMedEntry.Place) {
    switch element {
    case .year: year = text
    case .month: month = text
    case .season: season = text
    case .day: day = text
    case _: words = text
    }
  }
}
