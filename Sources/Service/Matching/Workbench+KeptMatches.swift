import Bibliography
import Ledger
import Screening

// What was found among the records of a review is kept beside the ledger, so that only records that
// came since are read and compared. It can be thrown away at any time: it is worked out from the
// live records alone, and comes out the same.
extension Workbench {
  /// The matches of a review's live records.
  func matches(of review: Identifier, at state: ReviewState) throws(Fault) -> Matches {
    try matching(of: review).matches(of: state.review) { () throws(Fault) in
      try matcher(of: review, at: state)
    }
  }

  /// Brings what was kept up to the records that are live now, and keeps that.
  private func matcher(of id: Identifier, at state: ReviewState) throws(Fault) -> Matcher {
    let live = state.review.liveRecords
    var matcher = try keptMatcher(of: id, through: state.head.position) ?? Matcher()
    // Who is compared with whom follows from which records are live, so what is gone cannot stay.
    let isLeft = { (number: UInt32) in state.review.isLive(RecordNumber(number)) }
    let isWhole = matcher.numbers.allSatisfy(isLeft)
    if !isWhole { matcher = matcher.keeping(isLeft) }
    if !live.starts(with: matcher.numbers.lazy.map { RecordNumber($0) }) { matcher = Matcher() }
    let fresh = live.dropFirst(matcher.count)
    try readingArchive { (_, archive) throws(StoreFault) in
      for number in fresh {
        // What the archive cannot give is like no other.
        let reference = try archive.reference(number, in: state.review) ?? Reference()
        matcher.append(MatchKey(reference, number: number.value))
      }
    }
    matcher.match()
    if !fresh.isEmpty || !isWhole { keep(matcher, of: id, at: state.head) }
    return matcher
  }

  /// What was kept until a position, if it is of this ledger: its head must be an entry of it.
  func keptMatcher(of id: Identifier, through position: UInt32) throws(Fault) -> Matcher? {
    guard let kept = surroundings.matches.newest(of: id, through: position) else { return nil }
    let head = try reading { (store) throws(StoreFault) in
      try store.entry(kept.head.position, of: id)?.head
    }
    return head == kept.head ? Matcher(pieces: { kept.next() }) : nil
  }

  private func keep(_ matcher: Matcher, of id: Identifier, at head: Head) {
    guard let writing = surroundings.matches.begin(of: id, at: head) else { return }
    matcher.checkpoint { writing.add($0) }
    writing.finish()
  }
}
