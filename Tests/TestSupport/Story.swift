public import Screening

/// A review driven act by act, with the ledger that it would have.
///
/// The program's own way of acting, without its store: ask for the fact, or be refused; then apply.
public struct Story: Sendable {
  /// One entry of the ledger.
  public struct Entry: Sendable {
    /// What happened.
    public var fact: Fact
    /// Who did it.
    public var author: Author
    /// Its place.
    public var position: Position
    /// Its moment.
    public var moment: Moment
  }

  /// The review as it stands.
  public private(set) var review = Review()
  /// Its ledger.
  public private(set) var entries: [Entry] = []

  /// A review with nothing in it.
  public static let blank = Story(blank: ())

  private init(blank: Void) {}

  /// A review with a protocol, everyone of the cast, and records of one source.
  public init(
    _ content: ReviewProtocol = .sample(), records: UInt32 = 4, from source: SourceID = "medline",
    cast: [(person: PersonID, roles: Roles)] = PersonID.cast
  ) throws(Refusal) {
    let digest = Fingerprint(quarters: (0, 0, 0, 1))
    try act { r throws(Refusal) in try r.adopting(content, file: digest, grounds: nil, by: .lea) }
    for (person, roles) in cast {
      try act { r throws(Refusal) in try r.giving(roles, to: person, by: .lea) }
    }
    if records > 0 { try file(records, from: source) }
  }

  /// Asks the review for a fact and writes it; a refusal changes nothing.
  @discardableResult
  public mutating func act(
    by person: PersonID = .lea, _ ask: (Review) throws(Refusal) -> Fact
  ) throws(Refusal) -> Fact {
    let fact = try ask(review)
    write(fact, by: .person(person))
    return fact
  }

  /// Writes a fact without asking.
  public mutating func write(_ fact: Fact, by author: Author) {
    let place = UInt32(entries.count + 1)
    let entry = Entry(
      fact: fact, author: author, position: Position(place),
      moment: Moment(microseconds: Int64(place) * 1_000_000))
    review.apply(entry)
    entries.append(entry)
  }

  /// Where a report stands.
  public func leaf(_ report: RecordNumber) -> Leaf? { review.leaf(of: report) }

  /// The position of the last entry.
  public var last: Position { Position(UInt32(entries.count)) }
}

extension Review {
  /// Takes the next entry.
  public mutating func apply(_ entry: Story.Entry) {
    apply(entry.fact, by: entry.author, at: entry.position, moment: entry.moment)
  }

  /// Folds a whole ledger.
  public init(folding entries: some Sequence<Story.Entry>) {
    self.init()
    for entry in entries { apply(entry) }
  }
}
