import Bibliography
import Ledger
import Screening

// What was found among the records of a review is kept beside the ledger, so that only records that
// came since are read and compared. It can be thrown away at any time: it is worked out from the
// live records alone, and comes out the same.
extension Workbench {
  /// The matches of a review's live records.
  func matches(of review: Identifier, at state: ReviewState) throws(Fault) -> Matches {
    try matching(of: review).matches(of: state.review) { (apart) throws(Fault) in
      let scratch = surroundings.openScratch()
      let (matcher, isNew) = try matcher(of: review, at: state, beyondMemory: scratch)
      let groups = matcher.groups(apart: apart.map { ($0.low.value, $0.high.value) })
      if let fault = scratch?.fault { throw .file(fault) }
      if isNew { keep(matcher, of: review, at: state.head, beyondMemory: scratch) }
      return (matcher, groups)
    }
  }

  /// Brings what was kept up to the records that are live now; tells whether that is anything new.
  private func matcher(
    of id: Identifier, at state: ReviewState, beyondMemory scratch: (any ScratchFile)?
  ) throws(Fault) -> (Matcher, isNew: Bool) {
    let live = state.review.liveRecords
    var matcher =
      try keptMatcher(of: id, through: state.head.position, beyondMemory: scratch)
      ?? Matcher(beyondMemory: scratch)
    // Who is compared with whom follows from which records are live, so what is gone cannot stay.
    let isLeft = { (number: UInt32) in state.review.isLive(RecordNumber(number)) }
    let isWhole = matcher.numbers.allSatisfy(isLeft)
    if !isWhole { matcher = matcher.keeping(isLeft) }
    if !live.starts(with: matcher.numbers.lazy.map { RecordNumber($0) }) {
      matcher = Matcher(beyondMemory: scratch)
    }
    let fresh = live.dropFirst(matcher.count)
    try readingArchive { (_, archive) throws(StoreFault) in
      for number in fresh {
        // What the archive cannot give is like no other.
        let reference = try archive.reference(number, in: state.review) ?? Reference()
        matcher.append(MatchKey(reference, number: number.value))
      }
    }
    matcher.match()
    return (matcher, isNew: !fresh.isEmpty || !isWhole)
  }

  private func keptMatcher(
    of id: Identifier, through position: UInt32, beyondMemory scratch: (any ScratchFile)?
  ) throws(Fault) -> Matcher? {
    guard let kept = try keptMatches(of: id, through: position) else { return nil }
    return Matcher(beyondMemory: scratch) { kept.next() }
  }

  /// The pairs that were kept until a position; none where what was kept does not fit.
  func keptPairs(of id: Identifier, through position: UInt32) throws(Fault) -> [MatchPair] {
    guard let kept = try keptMatches(of: id, through: position) else { return [] }
    return Matcher.pairs { kept.next() } ?? []
  }

  /// What was kept until a position, if it is of this ledger: its head must be an entry of it.
  private func keptMatches(
    of id: Identifier, through position: UInt32
  ) throws(Fault) -> (any CheckpointReading)? {
    guard let kept = surroundings.matches.newest(of: id, through: position) else { return nil }
    let head = try reading { (store) throws(StoreFault) in
      try store.entry(kept.head.position, of: id)?.head
    }
    return head == kept.head ? kept : nil
  }

  private func keep(
    _ matcher: Matcher, of id: Identifier, at head: Head,
    beyondMemory scratch: (any ScratchFile)?
  ) {
    guard let writing = surroundings.matches.begin(of: id, at: head) else { return }
    matcher.checkpoint { writing.add($0) }
    if scratch?.fault == nil { writing.finish() }
  }
}
