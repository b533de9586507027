public import Screening

/// The people of the tests, each named after what they do.
extension PersonID {
  /// Leads, and does not screen.
  public static let lea = PersonID(high: 1, low: 1)
  /// Leads and screens.
  public static let max = PersonID(high: 1, low: 2)
  /// A reviewer.
  public static let ada = PersonID(high: 2, low: 1)
  /// Another.
  public static let ben = PersonID(high: 2, low: 2)
  /// A third.
  public static let cho = PersonID(high: 2, low: 3)
  /// An arbiter who does not screen.
  public static let zoe = PersonID(high: 3, low: 1)
  /// An arbiter who screens too.
  public static let yan = PersonID(high: 3, low: 2)
  /// A librarian.
  public static let lib = PersonID(high: 4, low: 1)
  /// A librarian who screens too.
  public static let kit = PersonID(high: 4, low: 2)
  /// An observer.
  public static let oda = PersonID(high: 5, low: 1)

  /// Everyone, with the roles that they hold when a story begins.
  public static let cast: [(person: PersonID, roles: Roles)] = [
    (.lea, .lead), (.max, [.lead, .reviewer]), (.ada, .reviewer), (.ben, .reviewer),
    (.cho, .reviewer), (.zoe, .arbiter), (.yan, [.arbiter, .reviewer]), (.lib, .librarian),
    (.kit, [.librarian, .reviewer]), (.oda, .observer),
  ]
}

extension RecordNumber: ExpressibleByIntegerLiteral {
  /// `412` stands for `R412`.
  public init(integerLiteral value: UInt32) { self.init(value) }
}

extension Position: ExpressibleByIntegerLiteral {
  /// `17` stands for `#17`.
  public init(integerLiteral value: UInt32) { self.init(value) }
}

extension ImportNumber: ExpressibleByIntegerLiteral {
  /// `3` stands for `I3`.
  public init(integerLiteral value: UInt16) { self.init(value) }
}

extension ProtocolID: ExpressibleByStringLiteral {
  /// An id as the protocol spells it.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Words: ExpressibleByStringLiteral {
  /// Words whose digest is no more than their length: the rules never look at it.
  public init(stringLiteral value: String) {
    self.init(
      Fingerprint(quarters: (UInt64(value.utf8.count), 0, 0, 0)),
      isBlank: value.allSatisfy(\.isWhitespace))
  }
}
