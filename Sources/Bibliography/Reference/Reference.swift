/// What a record says of a document, every field as printed.
///
/// Nothing is corrected here and every field may be missing; normal forms stand beside the fields
/// and are worked out when asked for.
///
/// A reference is its coding (see `Reference+Coding`): one run of bytes, of which a field is made
/// when it is asked for. Readers, archive and matcher pass on whole references and look at a few
/// fields, so that making two dozen texts of each would cost more than all the rest. Only a
/// reference that someone fills in keeps its fields as values of their own.
public struct Reference: Sendable {
  /// The coding; not in force while the fields are open.
  private(set) var coding: [UInt8]
  /// The fields, once someone has set one.
  private(set) var fields: OpenFields?

  /// Nothing said yet.
  public init() { coding = Self.nothing }

  /// What is coded so; the bytes must be whole and in order.
  init(coding: [UInt8]) { self.coding = coding }

  /// What these fields say.
  init(_ fields: OpenFields) {
    coding = Self.nothing
    self.fields = fields
  }

  /// Whether the record says nothing at all.
  public var isEmpty: Bool { fields?.isEmpty ?? (coding == Self.nothing) }

  /// The fields to set one of, shared with no other reference.
  mutating func open() -> OpenFields {
    if fields == nil {
      fields = OpenFields(coding.span)
      coding = Self.nothing
    } else if !isKnownUniquelyReferenced(&fields) {
      fields = fields?.copy()
    }
    return fields.unsafelyUnwrapped
  }
}

// Equal are references that say the same byte for byte, which follows from their raw values.
extension Reference: RawRepresentable, Hashable {
  /// The coding that the archive stores.
  public var rawValue: [UInt8] { encoded() }

  /// Reads the coding; nil unless it is whole.
  public init?(rawValue: [UInt8]) { self.init(decoding: rawValue) }
}

extension Reference {
  /// Values that the record gives under a tag of its own.
  public struct Extra: Hashable, Sendable {
    /// The tag as the record spells it.
    public var tag: String
    /// The values, in order.
    public var values: [String]

    /// Joins tag and values.
    public init(tag: String, values: [String]) {
      self.tag = tag
      self.values = values
    }
  }

  /// Keeps a value that has no field of its own, with the others of its tag.
  public mutating func keep(_ values: [String], under tag: String) {
    if let index = extra.firstIndex(where: { $0.tag == tag }) {
      extra[index].values += values
    } else {
      extra.append(Extra(tag: tag, values: values))
    }
  }

  /// Someone who wrote a document.
  public enum Author: Hashable, Sendable {
    /// A person.
    case person(family: String, given: String?)
    /// A group, or a name that does not say which part is the family's.
    case named(String)

    /// The name with the family first: `Adams, W. E.`
    public var text: String {
      switch self {
      case .person(let family, let given?): "\(family), \(given)"
      case .person(let family, nil): family
      case .named(let name): name
      }
    }
  }
}
