import Bibliography

/// A reference whose values are still places among the bytes that were read: nothing is copied before
/// its coding is written.
struct PlacedReference {
  typealias Place = Range<Int>

  /// An author: two names, or one.
  struct Author {
    /// The family name, where it is known which part that is.
    var family: Place?
    /// The other names; the whole of a name that has no parts.
    var rest: Place?
  }

  /// A value that has no field of its own.
  struct Extra {
    var tag: Place
    var value: Place
  }

  var texts = Places<Reference.TextField>()
  var authors = Pile<Author>()
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
    var (bytes, texts) = (0, 0)
    func count(_ place: Place?) {
      bytes += place?.count ?? 0
      texts += 1
    }
    for field in Reference.TextField.allCases { count(self.texts[field]) }
    for author in authors {
      count(author.family)
      count(author.rest)
    }
    for place in keywords { count(place) }
    for place in urls { count(place) }
    for place in notes { count(place) }
    for item in extra {
      count(item.tag)
      count(item.value)
    }
    return ReferenceCoder.room(bytes: bytes, texts: texts)
  }

  private func code(_ bytes: Span<UInt8>, _ coder: inout ReferenceCoder) {
    for field in Reference.TextField.allCases {
      if let text = texts[field] { coder.add(field, bytes.extracting(text)) }
    }
    for author in authors {
      switch (author.family, author.rest) {
      case (let family?, let rest?):
        coder.add(family: bytes.extracting(family), given: bytes.extracting(rest))
      case (let family?, nil): coder.add(family: bytes.extracting(family))
      case (nil, let name?): coder.add(named: bytes.extracting(name))
      case (nil, nil): break
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

extension Reference.TextField: Numbered {
  static var count: Int { allCases.count }
}
