import Glibc

/// Writes a reference field by field, straight from bytes.
///
/// The fields must come in the order of the coding: texts in the order of `TextField`, authors,
/// lists in the order of `ListField`, extras. All bytes must be UTF-8.
public struct ReferenceCoder {
  private var bytes: [UInt8]
  private var count = 1
  private var last = CodingTag.end

  /// Begins a reference of about so many bytes.
  public init(capacity: Int) {
    // The bytes are written once, so they are not filled with zeros first.
    bytes = [UInt8](unsafeUninitializedCapacity: capacity + 2) { buffer, count in
      buffer[0] = Reference.nothing[0]
      count = capacity + 2
    }
  }

  /// Adds a text.
  public mutating func add(_ field: Reference.TextField, _ text: Span<UInt8>) {
    begin(field.tag, length: text.count)
    append(text)
  }

  /// Adds an item to a list.
  public mutating func add(_ field: Reference.ListField, _ text: Span<UInt8>) {
    begin(field.tag, length: text.count)
    append(text)
  }

  /// Adds a person of two names.
  public mutating func add(family: Span<UInt8>, given: Span<UInt8>) {
    begin(CodingTag.person, length: Self.size(family.count) + Self.size(given.count))
    append(part: family)
    append(part: given)
  }

  /// Adds an author who has one name.
  public mutating func add(named name: Span<UInt8>) {
    begin(CodingTag.named, length: name.count)
    append(name)
  }

  /// Adds an author.
  public mutating func add(_ author: Reference.Author) {
    switch author {
    case .person(let family, let given?): add(family: family.utf8.span, given: given.utf8.span)
    case .person(let family, nil):
      begin(CodingTag.family, length: family.utf8.count)
      append(family.utf8.span)
    case .named(let name): add(named: name.utf8.span)
    }
  }

  /// Adds what has no field of its own.
  public mutating func add(_ item: Reference.Extra) {
    let sizes = item.values.reduce(Self.size(item.tag.utf8.count)) { $0 + Self.size($1.utf8.count) }
    begin(CodingTag.extra, length: sizes)
    append(part: item.tag.utf8.span)
    for value in item.values { append(part: value.utf8.span) }
  }

  /// Begins what has no field of its own: a tag, and values of this size in all (see `size`).
  public mutating func begin(extra tag: Span<UInt8>, sizes: Int) {
    begin(CodingTag.extra, length: Self.size(tag.count) + sizes)
    append(part: tag)
  }

  /// Adds a value to the extra begun last.
  public mutating func add(value: Span<UInt8>) { append(part: value) }

  /// How many bytes a value of an extra takes.
  public static func size(_ count: Int) -> Int {
    count + (count < 0x80 ? 1 : (70 - UInt64(count).leadingZeroBitCount) / 7)
  }

  /// The reference.
  public consuming func reference() -> Reference { Reference(coding: finish()) }

  consuming func finish() -> [UInt8] {
    makeRoom(for: 1)
    bytes[count] = CodingTag.end
    bytes.removeLast(bytes.count - count - 1)
    return bytes
  }

  // MARK: Bytes

  private mutating func begin(_ tag: UInt8, length: Int) {
    assert(CodingTag.isInOrder(tag, after: last), "fields have an order")
    last = tag
    makeRoom(for: length + 11)
    bytes[count] = tag
    count += 1
    append(length: length)
  }

  private mutating func append(part: Span<UInt8>) {
    append(length: part.count)
    append(part)
  }

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

  private mutating func append(_ text: Span<UInt8>) {
    guard text.count > 0 else { return }
    bytes.withUnsafeMutableBufferPointer { into in
      text.withUnsafeBufferPointer { from in
        _ = memcpy(into.baseAddress! + count, from.baseAddress!, from.count)
      }
    }
    count += text.count
  }

  private mutating func makeRoom(for length: Int) {
    guard bytes.count - count < length else { return }
    let missing = max(bytes.count, length)
    bytes.append(contentsOf: repeatElement(0, count: missing))
  }
}
