import Bibliography

// The reference of a record, written once all that its tags say is found.
extension RISMapping {
  func coded() -> Reference { Reference(room: room) { coder in code(&coder) } }

  /// What the texts take at most. Each of them lies in the bytes, and no two at the same place but
  /// for those that are a part of another.
  private var room: Int {
    var bytes = bytes.count + 4 * extra.count
    bytes += length(.year) + length(.doi) + length(.pmid) + length(.accession)
    let lists = keywords.count + urls.count + notes.count
    return ReferenceCoder.room(
      bytes: bytes, texts: 19 + 2 * authors.count + lists + 2 * extra.count)
  }

  private func length(_ field: Reference.TextField) -> Int { texts[field]?.count ?? 0 }

  private func code(_ coder: inout ReferenceCoder) {
    let span = bytes.span
    texts.forEach { field, text in coder.add(field, span.extracting(text)) }
    for name in authors {
      if let family = name.family {
        coder.add(family: span.extracting(family), given: span.extracting(name.rest))
      } else {
        coder.add(named: span.extracting(name.rest))
      }
    }
    for text in keywords { coder.add(.keywords, span.extracting(text)) }
    for text in urls { coder.add(.urls, span.extracting(text)) }
    for text in notes { coder.add(.notes, span.extracting(text)) }
    if !extra.isEmpty { code(extra, &coder) }
  }

  /// Writes what has no field, all values of a tag together, by the tags' first appearance.
  private func code(
    _ extra: Pile<Kept>, _ coder: inout ReferenceCoder
  ) {
    let span = bytes.span
    let sorted = zip(firstPlaces(of: extra), extra.indices).sorted { $0 < $1 }
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.0 != sorted[start].0 } ?? sorted.count
      let values = sorted[start..<end].lazy.map { extra[$0.1].value }
      coder.begin(
        extra: extra[sorted[start].1].tag.text.utf8.span,
        sizes: values.reduce(0) { $0 + ReferenceCoder.size($1.count) })
      for value in values { coder.add(value: span.extracting(value)) }
      start = end
    }
  }

  /// For each item the place of the first with its tag. A record has a handful of them, which are
  /// looked through faster than a table is made.
  private func firstPlaces(of extra: Pile<Kept>) -> [Int] {
    guard extra.count > 64 else {
      return extra.map { item in extra.firstIndex { $0.tag == item.tag } ?? 0 }
    }
    var places: [RISTag: Int] = [:]
    for (place, item) in extra.enumerated() where places[item.tag] == nil {
      places[item.tag] = place
    }
    return extra.map { places[$0.tag] ?? 0 }
  }
}
