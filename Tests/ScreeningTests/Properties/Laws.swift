import TestSupport

@testable import Screening

/// What must be true of a review at every moment, as checks that name what they found.
///
/// They count and compare by themselves: nothing here trusts the sets that the review keeps.
struct Laws {
  let review: Review

  /// Every breach, as a sentence.
  var breaches: [String] { leafBreaches + queueBreaches }

  private var records: [RecordNumber] {
    (1..<UInt32(review.recordCount + 1)).map { RecordNumber($0) }
  }

  /// Each report in exactly one leaf; the leaves cover the kept records and those withdrawn; each
  /// is where a replay of its steps puts it.
  var leafBreaches: [String] {
    var found: [String] = []
    for record in records {
      let homes = Leaf.allCases.filter { review.reports(in: $0).contains(record) }
      let isDuplicate = review.isLive(record) && review.report(of: record) != record
      if homes.count != (isDuplicate ? 0 : 1) { found.append("\(record) is in \(homes)") }
      if homes.first != review.leaf(of: record) { found.append("\(record)'s row says otherwise") }
      if review.isLive(record) == (homes.first == .gone) { found.append("\(record) is half gone") }
      guard !isDuplicate else {
        let isKept = review.decided.joined().contains { $0.contains(record) }
        if isKept { found.append("\(record) is another's duplicate, and done for someone") }
        continue
      }
      let fresh = review.leaf(of: record, review.track(of: record))
      if fresh.leaf != homes.first { found.append("\(record) replays to \(fresh)") }
      if fresh.detail != review[record].leafDetail { found.append("\(record) has another detail") }
      found += doneBreaches(of: record)
    }
    let total = Leaf.allCases.reduce(0) { $0 + review.reports(in: $1).count }
    let kept = records.count { review.report(of: $0) == $0 }
    if total != kept { found.append("\(total) in leaves, \(kept) kept") }
    return found
  }

  /// Whom the queue passes over is worked out from the round, and kept in step with it.
  private func doneBreaches(of report: RecordNumber) -> [String] {
    let track = review.track(of: report)
    return Stage.allCases.flatMap { stage in
      review.members.indices.compactMap { place in
        let person = UInt16(place)
        let round = track[stage]
        let isAskedAgain =
          round.asked?.contains(person) == true && round.everDecided.contains(person)
        let isDone =
          round.decisions.contains { $0.person == person }
          || round.shownTo.contains { $0.person == person } && !isAskedAgain
        let isKept = review.decided[Int(stage.rawValue)][place].contains(report)
        return isDone == isKept ? nil : "\(report) is wrongly done for \(person) at \(stage)"
      }
    }
  }

  /// What is offered waits, may be decided, was not decided by them in this round, and shows no
  /// decision that they have seen: unless they were a party and are asked again by name.
  private var queueBreaches: [String] {
    var found: [String] = []
    for (person, roles) in review.team where roles.contains(.reviewer) {
      guard let short = review.people.place(of: person) else { continue }
      for stage in Stage.allCases {
        for report in (try? review.offering(4, at: stage, to: person)) ?? [] {
          let round = review.track(of: report)[stage]
          let place = "\(report) at \(stage) for \(person)"
          if review.leaf(of: report) != .awaiting(stage) { found.append("\(place): not open") }
          if round.decision(of: short) != nil { found.append("\(place): again") }
          let isAskedAgain =
            round.asked?.contains(short) == true && round.everDecided.contains(short)
          if round.wasShown(to: short) && !isAskedAgain { found.append("\(place): was shown") }
          let word = try? review.deciding(report, at: stage, verdict: .include, by: person)
          guard case .decisionGiven(let given)? = word, given.effect == .counts else {
            found.append("\(place): offered, and refused")
            continue
          }
        }
      }
    }
    return found
  }
}
