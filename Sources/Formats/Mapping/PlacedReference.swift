import Bibliography

/// A reference whose values are still places among the bytes that were read: nothing is copied before
/// its coding is written.
struct PlacedReference: Sendable {
  typealias Place = Range<Int>

  /// A value that has no field of its own.
  struct Extra {
    var tag: Place
    var value: Place
  }

  var texts = TextPlaces()
  var authors = Pile<PlacedName>()
  var keywords = Pile<Place>()
  var urls = Pile<Place>()
  var notes = Pile<Place>()
  var extra = Pile<Extra>()

  mutating func clear() {
    texts.clear()
    authors.clear()
    keywords.clear()
    urls.clear()
    notes.clear()
    extra.clear()
  }

  /// What it says, once all is found.
  func coded(from bytes: Span<UInt8>) -> Reference {
    Reference(room: room) { coder in code(bytes, &coder) }
  }

  private var room: Int {
    var bytes = 0
    texts.forEach { bytes += $1.count }
    for name in authors { bytes += (name.family?.count ?? 0) + name.rest.count }
    for text in keywords { bytes += text.count }
    for text in urls { bytes += text.count }
    for text in notes { bytes += text.count }
    for item in extra { bytes += item.tag.count + item.value.count }
    let lists = keywords.count + urls.count + notes.count
    return ReferenceCoder.room(
      bytes: bytes, texts: 19 + 2 * authors.count + lists + 2 * extra.count)
  }

  private func code(_ bytes: Span<UInt8>, _ coder: inout ReferenceCoder) {
    texts.forEach { field, text in coder.add(field, bytes.extracting(text)) }
    for name in authors {
      let rest = bytes.extracting(name.rest)
      if let family = name.family {
        let family = bytes.extracting(family)
        if rest.isEmpty {
          coder.add(family: family)
        } else {
          coder.add(family: family, given: rest)
        }
      } else {
        coder.add(named: rest)
      }
    }
    for text in keywords { coder.add(.keywords, bytes.extracting(text)) }
    for text in urls { coder.add(.urls, bytes.extracting(text)) }
    for text in notes { coder.add(.notes, bytes.extracting(text)) }
    if !extra.isEmpty { codeExtra(bytes, &coder) }
  }

  /// Writes what has no field, all values of a tag together, by the tags' first appearance.
  private func codeExtra(_ bytes: Span<UInt8>, _ coder: inout ReferenceCoder) {
    let sorted = zip(bytes.firstSame(extra.map(\.tag)), extra.indices).sorted { $0 < $1 }
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.0 != sorted[start].0 } ?? sorted.count
      let values = sorted[start..<end].lazy.map { extra[$0.1].value }
      coder.begin(
        extra: bytes.extracting(extra[sorted[start].1].tag),
        sizes: values.reduce(0) { $0 + ReferenceCoder.size($1.count) })
      for value in values { coder.add(value: bytes.extracting(value)) }
      start = end
    }
  }
}

extension Span<UInt8> {
  /// For each of some places the number of the first that says the same. A record has a handful of
  /// them, which are looked through faster than a table is made.
  func firstSame(_ places: [Range<Int>]) -> [Int] {
    guard places.count > 64 else {
      return places.map { place in places.firstIndex { equal($0, place) } ?? 0 }
    }
    var numbers: [String: Int] = [:]
    return places.indices.map { number in
      let text = text(places[number])
      if let first = numbers[text] { return first }
      numbers[text] = number
      return number
    }
  }
}
