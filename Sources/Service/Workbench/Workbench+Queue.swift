import Ledger
public import Screening

extension Workbench {
  /// The next reports for a person at a stage, leased to them for a while.
  public func queue(
    at stage: Stage, take count: Int, _ acting: Acting
  ) throws(Fault) -> [RecordNumber] {
    let live = try live(acting.review)
    let answer = try write { (commit) throws(StoreFault) -> Result<[RecordNumber], Fault> in
      let folded = try commit.folded(live)
      if let newer = folded.newer {
        return .failure(.readOnlyReview(from: Position(newer.position)))
      }
      let review = folded.value
      let offers = try commit.store.leases(of: live.ledger, after: commit.moment)
        .compactMap(Offer.init)
      let reports: [RecordNumber]
      do throws(Refusal) {
        reports = try review.offering(count, at: stage, to: acting.person, beside: offers)
      } catch {
        return .failure(.refused(error))
      }
      let minutes = review.content?.team.leaseMinutes ?? TeamRule().leaseMinutes
      for report in reports {
        try commit.store.keep(
          Lease(
            stage: stage.rawValue, report: report.value, person: Identifier(acting.person),
            until: commit.moment + Int64(minutes) * 60_000_000), in: live.ledger)
      }
      return .success(reports)
    }
    return try answer.get()
  }
}

extension Offer {
  init?(_ lease: Lease) {
    guard let stage = Stage(rawValue: lease.stage) else { return nil }
    self.init(
      report: RecordNumber(lease.report), stage: stage, person: PersonID(lease.person),
      until: Moment(microseconds: lease.until))
  }
}
