public import Bibliography
import Ledger
public import Screening

/// What people see of a report: each field from the fullest of its live records.
public struct ReportText: Sendable {
  /// The fields put together.
  public let reference: Reference
  /// The record that each field came from, by the field's name.
  public let provenance: [(field: String, record: RecordNumber)]

  /// Puts fields together; of equally full ones the earlier record's is taken.
  public init(_ records: [(number: RecordNumber, reference: Reference)]) {
    var reference = Reference()
    var provenance: [(field: String, record: RecordNumber)] = []
    func fullest(_ field: String, _ length: (Reference) -> Int) -> Reference? {
      var best: (number: RecordNumber, reference: Reference)?
      for record in records where length(record.reference) > best.map({ length($0.reference) }) ?? 0
      {
        best = record
      }
      guard let best else { return nil }
      provenance.append((field, best.number))
      return best.reference
    }
    for field in Reference.TextField.allCases {
      guard let from = fullest(field.rawValue, { $0[field]?.utf8.count ?? 0 }) else { continue }
      reference[field] = from[field]
    }
    if let from = fullest("authors", { $0.authors.count }) { reference.authors = from.authors }
    for field in Reference.ListField.allCases {
      guard let from = fullest(field.rawValue, { $0[field].count }) else { continue }
      reference[field] = from[field]
    }
    if let from = fullest("extra", { $0.extra.count }) { reference.extra = from.extra }
    self.reference = reference
    self.provenance = provenance
  }
}

extension Workbench {
  /// What people see of reports, in the order asked for.
  public func texts(
    of reports: [RecordNumber], in review: Review
  ) throws(Fault) -> [ReportText] {
    try readingArchive { (_, archive) throws(StoreFault) in
      var texts: [ReportText] = []
      for report in reports {
        var records: [(number: RecordNumber, reference: Reference)] = []
        for record in review.records(of: report) {
          if let reference = try archive.reference(record, in: review) {
            records.append((record, reference))
          }
        }
        texts.append(ReportText(records))
      }
      return texts
    }
  }

  /// A record's text as its file printed it, before anyone corrected it; nil for one that does not
  /// exist.
  public func printed(_ record: RecordNumber, in review: Review) throws(Fault) -> [UInt8]? {
    guard let place = review.place(of: record) else { return nil }
    let file = Identifier(review.importOf(record).batch)
    return try reading { (store) throws(StoreFault) in
      guard let kept = try store.record(place.ordinal, of: Identifier(place.batch)) else {
        return nil
      }
      return try store.printed(from: kept.offset, length: Int(kept.length), of: file)
    }
  }
}
