import Bibliography

extension Reference {
  /// What a record of PubMed says; what has no field of ours is kept under the name of its element.
  init(pubMed entry: PubMedEntry) {
    self.init()
    let parts = entry.parts
    pmid = parts[.pmid] ?? entry.number("pubmed")
    // A part of a book has a title of its own, and the book is what it appeared in.
    let ownTitle = parts[.articleTitle] ?? parts[.vernacularTitle]
    title = ownTitle ?? parts[.bookTitle]
    journal =
      if entry.isBook {
        ownTitle == nil ? nil : parts[.bookTitle]
      } else {
        parts[.journalTitle] ?? parts[.isoAbbreviation] ?? parts[.medlineTitle]
      }
    authors = entry.authors.compactMap(\.author)
    type = entry.types.joinedOrNil ?? (entry.isBook ? "Book" : nil)
    volume = parts[.volume]
    issue = parts[.issue]
    pages = parts[.medlinePages] ?? String.pages(from: parts[.startPage], to: parts[.endPage])
    doi = entry.number("doi") ?? entry.locations.first { $0.kind == "doi" }?.text
    issn = [parts[.issn], parts[.issnLinking]].compactMap { $0 }.unique.joinedOrNil
    isbn = entry.isbn.joinedOrNil
    language = entry.languages.joinedOrNil
    publisher = parts[.publisherName]
    place = parts[.publisherLocation]
    notes = entry.notes
    keywords = entry.keywords + entry.headings.flatMap(\.texts)
    setDate(entry.published)
    setAbstract(entry)
    keepRest(entry)
  }

  private mutating func setDate(_ printed: PubMedEntry.Parts) {
    date = printed.date
    year = printed[.year]
    if let words = printed[.medlineDate] {
      // 1998 Dec-1999 Jan
      let first = words.utf8.prefix(4)
      year = first.count == 4 && first.allSatisfy(\.isDigit) ? String(words.prefix(4)) : words
    }
    if date == year { date = nil }
  }

  private mutating func setAbstract(_ entry: PubMedEntry) {
    let own = entry.sections.map(\.line)
    let others = entry.otherSections.map(\.line)
    let text = (own.isEmpty ? others : own).joined(separator: "\n")
    if !text.isEmpty { abstract = text }
    if !own.isEmpty, !others.isEmpty {
      keep([others.joined(separator: "\n")], under: "OtherAbstract")
    }
  }

  private mutating func keepRest(_ entry: PubMedEntry) {
    let elements: [PubMedElement] = [
      .vernacularTitle, .isoAbbreviation, .medlineTitle, .nlmID, .publicationStatus, .copyright,
    ]
    for element in elements {
      if let text = entry.parts[element], text != title, text != journal {
        keep([text], under: element.rawValue)
      }
    }
    if let date = entry.appeared.date { keep([date], under: PubMedElement.articleDate.rawValue) }
    for editor in entry.editors.compactMap(\.author) { keep([editor.text], under: "Editor") }
    if !entry.affiliations.isEmpty { keep(entry.affiliations, under: "Affiliation") }
    urls = entry.numbers.filter { $0.kind == "url" }.map(\.text)
    for number in entry.numbers where !["pubmed", "doi", "url"].contains(number.kind) {
      keep([number.text], under: number.kind)
    }
    for location in entry.locations
    where location.kind != "doi" && location.text != entry.number(location.kind) {
      keep([location.text], under: location.kind)
    }
    for relation in entry.relations {
      let parts = [relation.parts[.source], relation.parts[.pmid].map { "PMID \($0)" }]
      if let text = parts.compactMap({ $0 }).joinedOrNil { keep([text], under: relation.kind) }
    }
  }
}

extension PubMedEntry {
  fileprivate func number(_ kind: String) -> String? {
    numbers.first { $0.kind == kind }?.text
  }
}

extension PubMedEntry.Parts {
  /// The parts of a date as one text.
  fileprivate var date: String? {
    if let words = self[.medlineDate] { return words }
    let parts = [self[.year], self[.season] ?? self[.month], self[.day]].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension PubMedEntry.Name {
  /// The author; nil where the name is empty or was found to be wrong.
  fileprivate var author: Reference.Author? {
    guard !isWithdrawn else { return nil }
    let given = parts[.foreName] ?? parts[.initials]
    guard let family = parts[.lastName] else {
      return (parts[.collectiveName] ?? given).map { .named($0) }
    }
    let rest = [given, parts[.suffix]].compactMap { $0 }
    return .person(family: family, given: rest.isEmpty ? nil : rest.joined(separator: ", "))
  }
}

extension PubMedEntry.Section {
  /// `METHODS: text`.
  fileprivate var line: String { label.map { $0.isEmpty ? text : "\($0): \(text)" } ?? text }
}

extension PubMedEntry.Heading {
  /// `Peer Group`, or `Mental Disorders/therapy` for each qualifier.
  fileprivate var texts: [String] {
    qualifiers.isEmpty ? [descriptor] : qualifiers.map { "\(descriptor)/\($0)" }
  }
}

extension [String] {
  fileprivate var joinedOrNil: String? { isEmpty ? nil : joined(separator: "; ") }

  fileprivate var unique: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
