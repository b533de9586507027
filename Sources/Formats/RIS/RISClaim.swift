/// A value for a field of which a reference has but one; the lower the rank, the better.
struct RISClaim {
  /// The fields for which there are several tags.
  enum Slot: Int, CaseIterable, Sendable {
    case title, journal, issue, firstPage, lastPage, articleNumber, publisher, place, database
  }

  var rank: UInt8
  var field: RISEntry.Field
}

extension RISClaim? {
  /// Lets the better claim stand, and the earlier of equals; gives back the other one.
  mutating func settle(_ field: RISEntry.Field, rank: UInt8) -> RISClaim? {
    let new = RISClaim(rank: rank, field: field)
    guard let old = self else {
      self = new
      return nil
    }
    let (best, other) = new.rank < old.rank ? (new, old) : (old, new)
    self = best
    return other
  }
}
