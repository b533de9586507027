import TestSupport

@testable import Screening

/// All that can be observed of a review, put side by side: what must be the same for two reviews
/// to be equal in the eyes of people and of numbers.
struct Picture: Equatable {
  /// One report.
  struct Report: Equatable {
    var records: [RecordNumber]
    var track: Track
    var leaf: Leaf?
    var detail: UInt16
    var entry: Stage
    var labels: LabelStanding
    var chart: [FieldID: FieldCharted]
    var study: RecordNumber
  }

  var reports: [RecordNumber: Report] = [:]
  var leaves: [NumberSet]
  var decided: [[NumberSet]]
  var views: [PersonID: [ReportView]] = [:]
  var overviews: [PersonID: Overview] = [:]

  init(_ review: Review, people: [PersonID] = []) {
    leaves = review.leaves
    decided = review.decided
    for value in 1..<UInt32(review.recordCount + 1) {
      let record = RecordNumber(value)
      guard review.report(of: record) == record else { continue }
      reports[record] = Report(
        records: review.records(of: record), track: review.track(of: record),
        leaf: review.leaf(of: record), detail: review[record].leafDetail,
        entry: review.entry(of: record), labels: review.labelStanding(of: record),
        chart: review.chart(of: record), study: review.study(of: record))
    }
    for person in people {
      views[person] = reports.keys.sorted().compactMap { try? review.view(of: $0, for: person) }
      overviews[person] = try? review.overview(for: person)
    }
  }
}
