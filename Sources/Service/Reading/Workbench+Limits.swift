public import Screening

extension Workbench {
  /// The limits that a report fails, or under which a machine cannot tell: what reviewers are shown.
  public func doubts(
    about report: RecordNumber, in review: Review
  ) throws(Fault) -> [(limit: Limit, judgement: Judgement)] {
    let limits = review.content?.limits ?? []
    guard !limits.isEmpty else { return [] }
    let records = try references(review.records(of: report), in: review).compactMap { $0 }
    return LimitPanel(limits).findings(on: records).compactMap { finding in
      guard finding.judgement != .passes,
        let limit = limits.first(where: { $0.id == finding.limit })
      else { return nil }
      return (limit, finding.judgement)
    }
  }
}
