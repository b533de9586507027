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
// Fields are written in the order of their tags, authors in their own order among 20 to 22, so that
// references that say the same are the same bytes. Tags not known here are skipped. A text that is
// not whole (cut short, longer than it says, not UTF-8) is no reference.

extension Reference {
  /// The compact coding that the archive stores.
  public func encoded() -> [UInt8] { fields?.encoded ?? coding }

  /// Reads the coding; nil unless it is whole.
  public init?(decoding bytes: Span<UInt8>) {
    self.init(decoding: bytes.withUnsafeBufferPointer { Array($0) })
  }

  /// Reads the coding; nil unless it is whole.
  public init?(decoding bytes: [UInt8]) {
    let span = bytes.span
    guard span.count > 1, span[0] == Self.nothing[0] else { return nil }
    var (place, last, isInOrder) = (1, CodingTag.end, true)
    while place < span.count, span[place] != CodingTag.end {
      guard let (tag, range) = span.field(at: &place), span.extracting(range).isValue(of: tag)
      else { return nil }
      isInOrder = isInOrder && CodingTag.isInOrder(tag, after: last)
      last = tag
    }
    guard place == span.count - 1, span[place] == CodingTag.end else { return nil }
    self.init(coding: bytes)
    // A later version's fields, and any other order, are not what we would write.
    if !isInOrder { self.init(coding: OpenFields(span).encoded) }
  }

  /// The coding of a reference that says nothing: the version, and the end.
  static let nothing: [UInt8] = [1, CodingTag.end]
}

extension OpenFields {
  var encoded: [UInt8] {
    Reference(room: room) { coder in
      for field in Reference.TextField.allCases {
        if let text = self[field] { coder.add(field, text.utf8.span) }
      }
      for author in authors { coder.add(author) }
      for field in Reference.ListField.allCases {
        for text in self[field] { coder.add(field, text.utf8.span) }
      }
      for item in extra { coder.add(item) }
    }.coding
  }

  private var room: Int {
    var (bytes, texts) = (0, 0)
    func count(_ text: String) {
      bytes += text.utf8.count
      texts += 1
    }
    for field in Reference.TextField.allCases { if let text = self[field] { count(text) } }
    for author in authors { count(author.text) }
    for field in Reference.ListField.allCases { self[field].forEach(count) }
    for item in extra {
      count(item.tag)
      item.values.forEach(count)
    }
    return ReferenceCoder.room(bytes: bytes, texts: texts + authors.count)
  }
}

extension Reference.Author {
  /// Reads a coded author; nil unless it is whole.
  init?(_ tag: UInt8, _ value: Span<UInt8>) {
    if tag == CodingTag.person {
      guard let parts = value.parts, parts.count == 2 else { return nil }
      self = .person(family: parts[0], given: parts[1])
    } else {
      guard let name = value.text else { return nil }
      self = tag == CodingTag.family ? .person(family: name, given: nil) : .named(name)
    }
  }
}

extension Reference.Extra {
  /// Reads coded values; nil unless they are whole.
  init?(_ value: Span<UInt8>) {
    guard let parts = value.parts, let tag = parts.first else { return nil }
    self.init(tag: tag, values: Array(parts.dropFirst()))
  }
}
