/// All that a review keeps of one record and of the report it founded, in a fixed size.
struct RecordRow: Sendable {
  /// The first two steps of the report: enough for most.
  var first: Step?
  /// The second step.
  var second: Step?
  /// One more than the place of further steps in `Review.longer`; 0 for none.
  var more: UInt32 = 0
  /// One more than the place of the record's group in `Review.groups`; 0 for a report of one record.
  var group: UInt32 = 0
  /// The place in `Review.files` of the import that it came with.
  var file: UInt16
  /// The limit or main reason that belongs to the leaf.
  var leafDetail: UInt16 = Step.none
  /// The leaf of the report, on the row of its kept record; nil on the rows of its duplicates.
  var leaf: Leaf?
  /// Whether its import, or it, was withdrawn.
  var isWithdrawn = false
  /// Whether a decision rests on it.
  var isRested = false
}
