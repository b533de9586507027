import Bibliography

/// Puts the elements of a record together.
struct PubMedAssembler {
  private(set) var isMedline = false
  private var elements = XMLNames<PubMedElement>()
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
    if leaf != nil { leafText.append(contentsOf: part) }
  }

  /// An element ends; the record that ends with it.
  mutating func end() -> PubMedEntry? {
    if foreignDepth > 0 {
      foreignDepth -= 1
    } else if leafDepth > 0 {
      leafDepth -= 1
    } else if let leaf {
      self.leaf = nil
      take(leaf, leafText.collapsed)
    } else {
      return end(path.popLast())
    }
    return nil
  }

  private mutating func begin(_ element: PubMedElement, _ attributes: XMLAttributes) -> Bool {
    let beginsRecord = element.isRecord && (element != .citation || !isInEntry)
    if beginsRecord {
      isMedline = element == .citation
      (entry, path, isInEntry) = (PubMedEntry(), [], true)
      entry.isBook = element == .bookArticle
    }
    guard isInEntry else { return false }
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
    return beginsRecord
  }

  private mutating func begin(group element: PubMedElement, _ attributes: XMLAttributes) {
    if element == .authorList {
      isOfEditors = attributes["Type"] == "editors"
    } else if element == .author {
      let name = PubMedEntry.Name(isWithdrawn: attributes["ValidYN"] == "N")
      if isOfEditors { entry.editors.append(name) } else { entry.authors.append(name) }
    } else if element == .comment {
      entry.relations.append(.init(kind: attributes["RefType"] ?? "Comment"))
    }
  }

  private mutating func end(_ element: PubMedElement?) -> PubMedEntry? {
    guard let element, element.isRecord, isInEntry, (element == .citation) == isMedline else {
      return nil
    }
    isInEntry = false
    // Handed out rather than copied.
    var done = PubMedEntry()
    swap(&done, &entry)
    return done
  }

  /// Takes the text of an element.
  private mutating func take(_ element: PubMedElement, _ text: String) {
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
  private mutating func takePart(_ element: PubMedElement, _ text: String) {
    if path.last == .comment, let last = entry.relations.indices.last {
      entry.relations[last].parts[element] = text
    } else if entry.parts[element] == nil {
      entry.parts[element] = text
    }
  }

  private mutating func takeName(_ element: PubMedElement, _ text: String) {
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
    guard let first, let last, first > 0x20, last > 0x20 else { return true }
    let bytes = span.bytes
    var place = 0
    // Eight bytes and those behind each of them at a time.
    while place + 9 <= count {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let next = bytes.unsafeLoadUnaligned(fromByteOffset: place + 1, as: UInt64.self)
      let blanks = 0x2020_2020_2020_2020 as UInt64
      let pairs = (word ^ blanks) | (next ^ blanks)
      if (word.hasByte(below: 0x20) || pairs.hasByte(below: 1)) { return true }
      place += 8
    }
    while place + 1 < count {
      if self[place] < 0x20 || self[place] == 0x20 && self[place + 1] <= 0x20 { return true }
      place += 1
    }
    return false
  }

  /// As text, with one blank for each run of blanks and line ends and none at the ends.
  fileprivate var collapsed: String {
    needsCollapsing ? String(onOneLine: self) : String(decoding: self, as: UTF8.self)
  }
}

extension UInt64 {
  /// Whether one of its bytes is less than a bound of at most 128.
  fileprivate func hasByte(below bound: UInt64) -> Bool {
    let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    return (self &- ones &* bound) & ~self & highs != 0
  }
}
