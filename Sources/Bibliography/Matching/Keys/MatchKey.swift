/// What a record is compared by: its number, and the normal forms of its fields in a few hundred
/// bytes.
///
/// A key is a value of its record alone, so that two records compare alike in whatever company.
public struct MatchKey: Hashable, Sendable {
  /// The version of the coding. It rises whenever a record might be coded as other bytes: keys that
  /// were kept under another version are of no use.
  public static let coding = 1

  /// The record's number, as the caller counts.
  public let number: UInt32
  let bytes: [UInt8]

  /// A key by itself, of those that stand together.
  init(_ view: KeyView, number: UInt32) {
    self.number = number
    bytes = Array(view.memory[view.start..<view.end])
  }

  var view: KeyView { KeyView(memory: bytes, start: 0) }

  /// Makes the key of a reference.
  public init(_ reference: Reference, number: UInt32) {
    self.number = number
    bytes = RecordForm(reference).coded
  }
}
