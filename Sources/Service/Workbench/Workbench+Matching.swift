import Bibliography
import Ledger
import Screening

extension Workbench {
  /// Links the duplicates of the sure band that are not linked yet; gives how many links were made.
  ///
  /// Safe to run again at any time: what people answered stands, and only what is new is linked.
  public func findDuplicates(_ acting: Acting) throws(Fault) -> (done: Done, links: Int) {
    let review = try state(of: acting.review).review
    do throws(Refusal) {
      try review.checkMayFindDuplicates(acting.person)
    } catch {
      throw .refused(error)
    }
    let pairs = MatchGroups(among: try matchKeys(of: review)).links.map {
      RecordPair(RecordNumber($0.low), RecordNumber($0.high))
    }
    let made = Counted()
    let done = try act(
      acting, saying: nil,
      steps: [
        ActStep(.rule(.duplicates)) { (review) throws(Refusal) in
          let (fact, count) = review.linkingByRule(pairs)
          made.count = count
          return count == 0 ? nil : fact
        }
      ])
    return (done, done.isRepeat ? 0 : made.count)
  }

  /// The keys of every live record; a record's texts are let go of before the next is read.
  private func matchKeys(of review: Review) throws(Fault) -> [MatchKey] {
    try reading { (store) throws(StoreFault) in
      let archive = RecordArchive(store)
      var keys: [MatchKey] = []
      for value in 1..<UInt32(review.recordCount + 1) {
        let number = RecordNumber(value)
        guard review.isLive(number), let found = try archive.reference(number, in: review) else {
          continue
        }
        keys.append(MatchKey(found, number: value))
      }
      return keys
    }
  }
}

/// A number that the writer's thread leaves for the one who waits for it.
private final class Counted: @unchecked Sendable {
  var count = 0
}
