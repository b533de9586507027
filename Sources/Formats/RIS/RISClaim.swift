/// What speaks for a field of which a reference has but one; the lower the rank, the better.
struct RISClaim {
  /// The fields for which there are several tags.
  enum Slot: Int, CaseIterable, Sendable {
    case title, journal, issue, firstPage, lastPage, articleNumber, publisher, place, database, doi
  }

  /// No claim, which is worse than any.
  static let none = RISClaim(rank: .max, field: -1)

  var rank: UInt8
  /// Which of the record's fields it is.
  var field: Int
}
