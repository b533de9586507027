import Bibliography

// The reference of a record; what has no field of ours is kept under the name of its element.
extension PubMedEntry {
  /// What the record says, once it has ended.
  mutating func reference(_ found: inout PlacedReference) -> Reference {
    found.clear()
    findTitle(&found.texts)
    findNumbers(&found.texts)
    findDate(&found.texts)
    found.texts[.type] = joined(types) ?? (isBook ? write("Book") : nil)
    found.texts[.language] = joined(languages)
    found.texts[.publisher] = self[.publisherName]
    found.texts[.place] = self[.publisherLocation]
    for note in notes { found.notes.append(note) }
    findKeywords(&found)
    findAbstract(&found)
    keepElements(&found)
    findNames(&found)
    keepAffiliations(&found)
    keepNumbers(&found)
    keepRelations(&found)
    return found.coded(from: bytes.span)
  }

  // MARK: Fields

  private func findTitle(_ texts: inout TextPlaces) {
    // A part of a book has a title of its own, and the book is what it appeared in.
    let ownTitle = self[.articleTitle] ?? self[.vernacularTitle]
    texts[.title] = ownTitle ?? self[.bookTitle]
    texts[.journal] =
      if isBook {
        ownTitle == nil ? nil : self[.bookTitle]
      } else {
        self[.journalTitle] ?? self[.isoAbbreviation] ?? self[.medlineTitle]
      }
  }

  private mutating func findNumbers(_ texts: inout TextPlaces) {
    texts[.pmid] = self[.pmid] ?? number("pubmed")
    texts[.doi] = number("doi") ?? locations.first { says($0.kind, "doi") }?.text
    texts[.volume] = self[.volume]
    texts[.issue] = self[.issue]
    texts[.pages] = self[.medlinePages] ?? pages(from: self[.startPage], to: self[.endPage])
    texts[.isbn] = joined(isbn)
    let (issn, linking) = (self[.issn], self[.issnLinking])
    texts[.issn] = isSame(issn, linking) ? issn : joined(issn, "; ", linking)
  }

  private mutating func pages(from first: Place?, to last: Place?) -> Place? {
    guard let first, let last, !isEqual(first, last) else { return first ?? last }
    return bytes.span.wholePages(first, last) ?? joined(first, "-", last)
  }

  private mutating func findDate(_ texts: inout TextPlaces) {
    var year = published.year
    if let words = published.words {
      // 1998 Dec-1999 Jan
      let first = words.prefix(4)
      year = first.count == 4 && first.allSatisfy { bytes[$0].isDigit } ? first : words
    }
    texts[.year] = year
    let date = date(published)
    texts[.date] = isSame(date, year) ? nil : date
  }

  /// The parts of a date as one text.
  private mutating func date(_ printed: Date) -> Place? {
    if let words = printed.words { return words }
    let month = joined(printed.year, " ", printed.season ?? printed.month)
    return joined(month, " ", printed.day)
  }

  /// `Peer Group`, or `Mental Disorders/therapy` for each qualifier.
  private mutating func findKeywords(_ found: inout PlacedReference) {
    for keyword in keywords { found.keywords.append(keyword) }
    for heading in headings {
      if let text = joined(heading.descriptor, "/", heading.qualifier) {
        found.keywords.append(text)
      }
    }
  }

  private mutating func findAbstract(_ found: inout PlacedReference) {
    let (own, other) = (text(of: sections), text(of: otherSections))
    found.texts[.abstract] = own ?? other
    if own != nil, let other { keep(other, under: "OtherAbstract", &found) }
  }

  /// The parts of an abstract as lines: `METHODS: text`.
  private mutating func text(of sections: Pile<Section>) -> Place? {
    guard let first = sections.first else { return nil }
    if sections.count == 1, first.label?.isEmpty ?? true { return first.text }
    return write { bytes in
      for (number, section) in sections.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: "\n")) }
        if let label = section.label, !label.isEmpty {
          bytes.append(again: label)
          bytes += ": ".utf8
        }
        bytes.append(again: section.text)
      }
    }
  }

  /// Finds the authors, and keeps the editors; who was found to be wrong is left out.
  private mutating func findNames(_ found: inout PlacedReference) {
    for name in names where !name.isWithdrawn {
      let given = name.given ?? name.initials
      let rest =
        name.family == nil ? name.group ?? given : joined(given, ", ", name.suffix)
      guard let whole = rest ?? name.family else { continue }
      if !name.isEditor {
        let rest = rest ?? whole.upperBound..<whole.upperBound
        found.authors.append(PlacedName(family: name.family, rest: rest))
      } else if let text = joined(name.family, ", ", rest) {
        keep(text, under: "Editor", &found)
      }
    }
  }

  // MARK: What has no field

  private mutating func keep(_ text: Place, under tag: String, _ found: inout PlacedReference) {
    found.extra.append(.init(tag: write(tag), value: text))
  }

  private mutating func keepElements(_ found: inout PlacedReference) {
    let elements: [PubMedElement] = [
      .vernacularTitle, .isoAbbreviation, .medlineTitle, .nlmID, .publicationStatus, .copyright,
    ]
    let (title, journal) = (found.texts[.title], found.texts[.journal])
    for element in elements {
      guard let text = self[element], !isSame(text, title), !isSame(text, journal) else {
        continue
      }
      keep(text, under: element.rawValue, &found)
    }
    if let date = date(appeared) { keep(date, under: PubMedElement.articleDate.rawValue, &found) }
  }

  private mutating func keepAffiliations(_ found: inout PlacedReference) {
    let tag = write(PubMedElement.affiliation.rawValue)
    for (number, first) in bytes.span.firstSame(Array(affiliations)).enumerated()
    where number == first {
      found.extra.append(.init(tag: tag, value: affiliations[number]))
    }
  }

  private func keepNumbers(_ found: inout PlacedReference) {
    for number in numbers {
      if says(number.kind, "url") {
        found.urls.append(number.text)
      } else if !says(number.kind, "pubmed"), !says(number.kind, "doi") {
        found.extra.append(.init(tag: number.kind, value: number.text))
      }
    }
    for location in locations where !says(location.kind, "doi") {
      let known = numbers.first { isEqual($0.kind, location.kind) }
      guard !isSame(known?.text, location.text) else { continue }
      found.extra.append(.init(tag: location.kind, value: location.text))
    }
  }

  private mutating func keepRelations(_ found: inout PlacedReference) {
    for relation in relations {
      let pmid = relation.pmid.map { pmid in
        write { bytes in
          bytes += "PMID ".utf8
          bytes.append(again: pmid)
        }
      }
      if let text = joined(relation.source, "; ", pmid) {
        found.extra.append(.init(tag: relation.kind, value: text))
      }
    }
  }

  /// Whether there are two texts, and they are the same.
  private func isSame(_ one: Place?, _ other: Place?) -> Bool {
    guard let one, let other else { return false }
    return isEqual(one, other)
  }

  private func number(_ kind: StaticString) -> Place? {
    numbers.first { says($0.kind, kind) }?.text
  }
}
