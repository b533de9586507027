/// Writes the coding of a reference field by field, straight from bytes.
///
/// The fields must come in the order of the coding: texts in the order of `TextField`, authors,
/// lists in the order of `ListField`, extras. All bytes must be UTF-8.
public struct ReferenceCoder: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 1
  private var last = CodingTag.end

  fileprivate init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    bytes[0] = Reference.nothing[0]
  }

  /// The most bytes that a reference takes: those of its texts, and for each a tag and lengths that
  /// take no more than the length of all would.
  public static func room(bytes: Int, texts: Int) -> Int {
    bytes + texts * (2 + size(2 * bytes + 64) - (2 * bytes + 64))
  }

  /// Adds a text.
  public mutating func add(_ field: Reference.TextField, _ text: Span<UInt8>) {
    begin(field.tag, text.count)
    append(text)
  }

  /// Adds an item to a list.
  public mutating func add(_ field: Reference.ListField, _ text: Span<UInt8>) {
    begin(field.tag, text.count)
    append(text)
  }

  /// Adds a person of two names.
  public mutating func add(family: Span<UInt8>, given: Span<UInt8>) {
    begin(CodingTag.person, Self.size(family.count) + Self.size(given.count))
    append(part: family)
    append(part: given)
  }

  /// Adds a person of whom only the family's name is known.
  public mutating func add(family: Span<UInt8>) {
    begin(CodingTag.family, family.count)
    append(family)
  }

  /// Adds an author who has one name.
  public mutating func add(named name: Span<UInt8>) {
    begin(CodingTag.named, name.count)
    append(name)
  }

  /// Adds an author.
  public mutating func add(_ author: Reference.Author) {
    switch author {
    case .person(let family, let given?): add(family: family.utf8.span, given: given.utf8.span)
    case .person(let family, nil): add(family: family.utf8.span)
    case .named(let name): add(named: name.utf8.span)
    }
  }

  /// Adds what has no field of its own.
  public mutating func add(_ item: Reference.Extra) {
    let sizes = item.values.reduce(0) { $0 + Self.size($1.utf8.count) }
    begin(extra: item.tag.utf8.span, sizes: sizes)
    for value in item.values { append(part: value.utf8.span) }
  }

  /// Begins what has no field of its own: its tag, and values of this size in all (see `size`).
  public mutating func begin(extra tag: Span<UInt8>, sizes: Int) {
    begin(CodingTag.extra, Self.size(tag.count) + sizes)
    append(part: tag)
  }

  /// Adds a value to the extra begun last.
  public mutating func add(value: Span<UInt8>) { append(part: value) }

  /// How many bytes a value of an extra takes.
  public static func size(_ count: Int) -> Int {
    count < 0x80 ? count + 1 : count + (70 - UInt64(count).leadingZeroBitCount) / 7
  }

  /// Ends the coding; gives its length.
  fileprivate mutating func finish() -> Int {
    begin(CodingTag.end, nil)
    return count
  }

  // MARK: Bytes

  @inline(__always)
  private mutating func begin(_ tag: UInt8, _ length: Int?) {
    assert(tag == CodingTag.end || CodingTag.isInOrder(tag, after: last), "fields have an order")
    precondition(count + (length ?? 0) + 11 <= bytes.count, "the room is too small")
    last = tag
    bytes[count] = tag
    count += 1
    if let length { append(length: length) }
  }

  @inline(__always)
  private mutating func append(part: Span<UInt8>) {
    append(length: part.count)
    append(part)
  }

  @inline(__always)
  private mutating func append(length: Int) {
    var rest = UInt64(length)
    while rest >= 0x80 {
      bytes[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    bytes[count] = UInt8(rest)
    count += 1
  }

  @inline(__always)
  private mutating func append(_ text: Span<UInt8>) {
    let room = UnsafeMutableRawBufferPointer(bytes.extracting(count..<count + text.count))
    text.withUnsafeBytes { room.copyMemory(from: $0) }
    count += text.count
  }
}

extension Reference {
  /// Writes a reference that takes no more than so many bytes (see `ReferenceCoder.room`).
  public init(room: Int, _ write: (inout ReferenceCoder) -> Void) {
    // An array made with a capacity has its type looked for at each call; one that grows has not.
    var coding: [UInt8] = []
    coding.append(addingCapacity: room + 16) { coding in
      coding.withUnsafeMutableBufferPointer { bytes, count in
        var coder = ReferenceCoder(bytes)
        write(&coder)
        count = coder.finish()
      }
    }
    self.init(coding: coding)
  }
}
