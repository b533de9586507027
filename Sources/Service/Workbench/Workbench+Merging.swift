public import Screening

extension Workbench {
  /// Says that records are duplicates of each other.
  public func merge(_ records: [RecordNumber], _ acting: Acting) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.merging(records, by: acting.person)
    }
  }

  /// Takes one link back.
  public func unlink(
    _ one: RecordNumber, _ other: RecordNumber, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.unlinking(one, other, by: acting.person)
    }
  }

  /// Says that a record is no duplicate of the others of its report.
  public func split(_ record: RecordNumber, _ acting: Acting) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.splitting(record, by: acting.person)
    }
  }

  /// Says that two records are not duplicates.
  public func part(
    _ one: RecordNumber, _ other: RecordNumber, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.parting(one, other, by: acting.person)
    }
  }
}
