/// What can go wrong with the store: the machine's fault, never a person's.
public enum StoreFault: Error, Hashable, Sendable {
  /// There is no store at the place.
  case absent(place: String)
  /// The place holds a file that is not a store of this program.
  case foreign(place: String)
  /// The store was written by a newer program.
  case newer(place: String, version: Int, known: Int)
  /// No room is left.
  case full(place: String)
  /// The place cannot be written.
  case readOnly(place: String)
  /// Another process kept the store locked for too long.
  case busy(place: String)
  /// The database file is damaged.
  case damaged(place: String, detail: String)
  /// An entry's stored bytes do not give its digest, or its moment is before that of the entry
  /// before.
  case broken(ledger: Identifier, position: UInt32)
  /// A position is missing, or comes twice.
  case gap(ledger: Identifier, expected: UInt32, found: UInt32)
  /// An entry's payload cannot be read as the fact that its kind says.
  case unreadable(ledger: Identifier, position: UInt32, kind: UInt16)
  /// An entry of a kind that only a newer program knows.
  case unknownKind(ledger: Identifier, position: UInt32, kind: UInt16)
  /// An entry was appended that does not follow the head.
  case outOfOrder(ledger: Identifier, head: UInt32, offered: UInt32)
  /// The commit failed and it is not known whether it happened.
  case commitUnknown(place: String)
  /// Reading or writing failed for another reason.
  case failed(place: String, detail: String)
}
