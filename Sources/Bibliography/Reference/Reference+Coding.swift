// The coding of a reference, as the archive stores it. It is read for ever: tags are added, never
// changed or given again.
//
//   reference = version field* end
//   version   = byte 1
//   field     = tag (byte 1...255), length (LEB128), that many bytes
//   end       = byte 0, and nothing after it
//
// A text field is UTF-8. A list is its field once for each item. Some fields hold parts, each a
// length (LEB128) and UTF-8: an author of two names (20: family, given), an extra (26: tag, values).
// Tags not known here are skipped. A text that is not whole (cut short, longer than it says, not
// UTF-8) is no reference.

extension Reference {
  /// The compact coding that the archive stores.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = [Self.version]
    bytes.reserveCapacity(256 + (abstract?.utf8.count ?? 0))
    for field in TextField.allCases {
      if let text = self[field] { bytes.append(field: field.tag, text) }
    }
    for author in authors {
      switch author {
      case .person(let family, let given?): bytes.append(field: Tag.person, parts: [family, given])
      case .person(let family, nil): bytes.append(field: Tag.family, family)
      case .named(let name): bytes.append(field: Tag.named, name)
      }
    }
    for field in ListField.allCases {
      for text in self[field] { bytes.append(field: field.tag, text) }
    }
    for item in extra { bytes.append(field: Tag.extra, parts: [item.tag] + item.values) }
    bytes.append(Tag.end)
    return bytes
  }

  /// Reads the coding; nil unless it is whole.
  public init?(decoding bytes: [UInt8]) { self.init(decoding: bytes.span) }

  /// Reads the coding; nil unless it is whole.
  public init?(decoding bytes: Span<UInt8>) {
    guard bytes.count > 0, bytes[0] == Self.version else { return nil }
    self.init()
    var place = 1
    while place < bytes.count {
      let tag = bytes[place]
      place += 1
      if tag == Tag.end {
        guard place == bytes.count else { return nil }
        return
      }
      guard let field = bytes.part(at: &place), read(tag, bytes.extracting(field)) else {
        return nil
      }
    }
    return nil
  }

  private static var version: UInt8 { 1 }

  /// Whether the field is as its tag says.
  private mutating func read(_ tag: UInt8, _ bytes: Span<UInt8>) -> Bool {
    switch tag {
    case Tag.person:
      guard let parts = bytes.parts, parts.count == 2 else { return false }
      authors.append(.person(family: parts[0], given: parts[1]))
    case Tag.family:
      guard let family = bytes.text else { return false }
      authors.append(.person(family: family, given: nil))
    case Tag.named:
      guard let name = bytes.text else { return false }
      authors.append(.named(name))
    case Tag.extra:
      guard let parts = bytes.parts, let name = parts.first else { return false }
      extra.append(Extra(tag: name, values: Array(parts.dropFirst())))
    default:
      if let field = TextField(tag: tag) {
        guard let text = bytes.text else { return false }
        self[field] = text
      } else if let field = ListField(tag: tag) {
        guard let text = bytes.text else { return false }
        self[field].append(text)
      }
    }
    return true
  }
}

/// Tags of what is neither one text nor a list of texts.
private enum Tag {
  static let end: UInt8 = 0
  static let person: UInt8 = 20
  static let family: UInt8 = 21
  static let named: UInt8 = 22
  static let extra: UInt8 = 26
}

extension Reference.TextField {
  fileprivate var tag: UInt8 {
    switch self {
    case .id: 1
    case .type: 2
    case .title: 3
    case .year: 4
    case .date: 5
    case .journal: 6
    case .volume: 7
    case .issue: 8
    case .pages: 9
    case .doi: 10
    case .pmid: 11
    case .issn: 12
    case .isbn: 13
    case .abstract: 14
    case .language: 15
    case .publisher: 16
    case .place: 17
    case .accession: 18
    case .database: 19
    }
  }

  private static let byTag: [Self?] = (0...UInt8.max).map { tag in
    allCases.first { $0.tag == tag }
  }

  fileprivate init?(tag: UInt8) {
    guard let field = Self.byTag[Int(tag)] else { return nil }
    self = field
  }
}

extension Reference.ListField {
  fileprivate var tag: UInt8 {
    switch self {
    case .keywords: 23
    case .urls: 24
    case .notes: 25
    }
  }

  fileprivate init?(tag: UInt8) {
    guard let field = Self.allCases.first(where: { $0.tag == tag }) else { return nil }
    self = field
  }
}

extension [UInt8] {
  fileprivate mutating func append(field tag: UInt8, _ text: String) {
    append(tag)
    append(part: text)
  }

  fileprivate mutating func append(field tag: UInt8, parts: [String]) {
    var field: [UInt8] = []
    for part in parts { field.append(part: part) }
    append(tag)
    append(length: field.count)
    append(contentsOf: field)
  }

  private mutating func append(part text: String) {
    append(length: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  private mutating func append(length: Int) {
    var rest = UInt64(length)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

extension Span<UInt8> {
  fileprivate var text: String? {
    guard let text = try? UTF8Span(validating: self) else { return nil }
    return String(copying: text)
  }

  fileprivate var parts: [String]? {
    var parts: [String] = []
    var place = 0
    while place < count {
      guard let range = part(at: &place), let text = extracting(range).text else { return nil }
      parts.append(text)
    }
    return parts
  }

  /// The bytes after the length at `place`, which moves behind them.
  fileprivate func part(at place: inout Int) -> Range<Int>? {
    var length: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard place < count, shift < 63 else { return nil }
      let byte = self[place]
      place += 1
      length |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    guard length <= UInt64(count - place) else { return nil }
    defer { place += Int(length) }
    return place..<place + Int(length)
  }
}
