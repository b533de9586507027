public import Bibliography
public import Screening
import Synchronization

/// The matches of one review as they were last worked out, for all who ask; whoever comes while they
/// are brought up to date waits for them.
final class Matching: Sendable {
  private let last = Mutex<Matches?>(nil)

  /// The matches of the live records of a review, worked out only if they are not known.
  func matches(
    of review: Review, _ workOut: ([RecordPair]) throws(Fault) -> (Matcher, MatchGroups)
  ) throws(Fault) -> Matches {
    let live = RecordRange.packing(review.liveRecords)
    let apart = review.apartPairs
    return try last.withLock { (last) throws(Fault) in
      if let last, last.live == live, last.apart == apart { return last }
      let (matcher, groups) = try workOut(apart)
      let found = Matches(live: live, apart: apart, pairs: matcher.pairs, groups: groups)
      last = found
      return found
    }
  }
}

/// What was found when the live records of a review were compared with each other.
struct Matches: Sendable {
  /// The records.
  let live: [RecordRange]
  /// The pairs that people have said are two documents.
  let apart: [RecordPair]
  /// Every pair that is sure or to be asked, in order.
  let pairs: [MatchPair]
  /// What follows: what people said is apart joins no group, so that a record which came later goes
  /// to the one that it is most like.
  let groups: MatchGroups
}

extension MatchPair {
  /// What was found of two records among pairs in order; nil if they were not found to be alike.
  static func first(of records: RecordPair, among pairs: [MatchPair]) -> MatchPair? {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].records < records { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].records == records ? pairs[low] : nil
  }

  /// The records of a review that it compares.
  public var records: RecordPair { RecordPair(RecordNumber(low), RecordNumber(high)) }
}
