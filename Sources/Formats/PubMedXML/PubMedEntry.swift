import Bibliography

/// A record as PubMed has it: its texts one behind the other, and where each of them stands.
struct PubMedEntry {
  typealias Place = Range<Int>

  /// A date as printed: `2015 Dec 1`, `2014 Winter`, `1998 Dec-1999 Jan`.
  struct Date {
    var year: Place?
    var month: Place?
    var season: Place?
    var day: Place?
    /// The whole of a date that has no such parts.
    var words: Place?
  }

  /// Someone who wrote or edited.
  struct Name {
    var isEditor: Bool
    /// Whether it was found to be wrong; the right one stands beside it.
    var isWithdrawn: Bool
    var family: Place?
    var given: Place?
    var initials: Place?
    var suffix: Place?
    /// The name of a group.
    var group: Place?
  }

  /// A part of an abstract.
  struct Section {
    var label: Place?
    var text: Place
  }

  /// A number under the word that says whose it is.
  struct Number {
    var kind: Place
    var text: Place
  }

  /// A subject heading with one of its qualifiers.
  struct Heading {
    var descriptor: Place
    var qualifier: Place?
  }

  /// Another article that this one corrects, comments on, or the other way round.
  struct Relation {
    var kind: Place
    var source: Place?
    var pmid: Place?
  }

  /// All texts, and those that are put together of several.
  var bytes: [UInt8] = []
  var isBook = false
  /// The elements of which there is but one, each in its place.
  private var parts = [Place?](repeating: nil, count: PubMedElement.allCases.count)
  var published = Date()
  /// When it appeared in electronic form.
  var appeared = Date()
  var sections = Pile<Section>()
  var otherSections = Pile<Section>()
  var names = Pile<Name>()
  var affiliations = Pile<Place>()
  var languages = Pile<Place>()
  var types = Pile<Place>()
  var isbn = Pile<Place>()
  var numbers = Pile<Number>()
  var locations = Pile<Number>()
  var keywords = Pile<Place>()
  var headings = Pile<Heading>()
  var relations = Pile<Relation>()
  var notes = Pile<Place>()

  /// Begins anew.
  mutating func clear() {
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20) }
    isBook = false
    for place in parts.indices { parts[place] = nil }
    (published, appeared) = (Date(), Date())
    sections.clear()
    otherSections.clear()
    names.clear()
    affiliations.clear()
    languages.clear()
    types.clear()
    isbn.clear()
    numbers.clear()
    locations.clear()
    keywords.clear()
    headings.clear()
    relations.clear()
    notes.clear()
  }

  /// The text of an element of which there is but one.
  subscript(element: PubMedElement) -> Place? {
    get { parts[element.place] }
    set { parts[element.place] = newValue }
  }

  // MARK: Texts

  /// Adds a text.
  mutating func write(_ text: String) -> Place { write { $0 += text.utf8 } }

  /// Adds a text that is put together.
  @inline(__always)
  mutating func write(_ body: (inout [UInt8]) -> Void) -> Place {
    let start = bytes.count
    body(&bytes)
    return start..<bytes.count
  }

  /// Makes one text of what has been added since a place: on one line, with one blank for each run of
  /// blanks and none at the ends.
  mutating func text(from start: Int) -> Place {
    if !bytes.span.extracting(start..<bytes.count).isTidy {
      let tidy = String(onOneLine: bytes[start...])
      bytes.removeSubrange(start...)
      bytes += tidy.utf8
    }
    return start..<bytes.count
  }

  /// The texts of a list as one; nil where there are none.
  mutating func joined(_ places: Pile<Place>) -> Place? {
    guard let first = places.first, places.count > 1 else { return places.first }
    return write { bytes in
      bytes.append(again: first)
      for place in places.dropFirst() {
        bytes += "; ".utf8
        bytes.append(again: place)
      }
    }
  }

  /// Two texts as one, as far as they are there.
  mutating func joined(_ one: Place?, _ separator: StaticString, _ other: Place?) -> Place? {
    guard let one, let other else { return one ?? other }
    return write { bytes in
      bytes.append(again: one)
      for place in 0..<separator.utf8CodeUnitCount { bytes.append(separator.utf8Start[place]) }
      bytes.append(again: other)
    }
  }

  /// Whether two texts are the same.
  func isEqual(_ one: Place, _ other: Place) -> Bool { bytes.span.equal(one, other) }

  /// Whether a text is this one.
  func says(_ place: Place, _ text: StaticString) -> Bool {
    place.count == text.utf8CodeUnitCount && bytes.span.has(text, at: place.lowerBound)
  }
}

extension Span<UInt8> {
  /// Whether it is UTF-8 on one line, without blanks at its ends or side by side.
  fileprivate var isTidy: Bool {
    guard count > 0 else { return true }
    guard self[0] > 0x20, self[count - 1] > 0x20 else { return false }
    var (place, seen) = (0, 0 as UInt8)
    withUnsafeBytes { bytes in
      var all = SIMD4<UInt64>()
      // Many bytes and those behind each of them at a time.
      while place &+ 33 <= bytes.count {
        let these = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
        let next = bytes.loadUnaligned(fromByteOffset: place &+ 1, as: SIMD4<UInt64>.self)
        let apart = (these ^ Self.blanks) | (next ^ Self.blanks)
        // A byte below a bound borrows from its high bit, and no other does.
        let found = ((these &- Self.blanks) & ~these) | ((apart &- Self.ones) & ~apart)
        if (found[0] | found[1] | found[2] | found[3]) & Self.high != 0 { break }
        all |= these
        place &+= 32
      }
      if (all[0] | all[1] | all[2] | all[3]) & Self.high != 0 { seen = 0x80 }
    }
    while place < count {
      if self[place] <= 0x20, self[place] < 0x20 || self[place + 1] == 0x20 { return false }
      seen |= self[place]
      place += 1
    }
    return seen < 0x80 || isUTF8(from: 0)
  }

  private static var blanks: SIMD4<UInt64> { SIMD4(repeating: 0x2020_2020_2020_2020) }
  private static var ones: SIMD4<UInt64> { SIMD4(repeating: 0x0101_0101_0101_0101) }
  private static var high: UInt64 { 0x8080_8080_8080_8080 }
}
