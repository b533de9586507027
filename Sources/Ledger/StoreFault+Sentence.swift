extension StoreFault: CustomStringConvertible {
  /// One sentence: what happened, where; and another: what to do.
  public var description: String {
    switch self {
    case .absent(let place): .absent(place)
    case .foreign(let place): .foreign(place)
    case .newer(let place, let version, let known): .newer(place, version, known)
    case .full(let place): .full(place)
    case .readOnly(let place): .readOnly(place)
    case .busy(let place): .busy(place)
    case .damaged(let place, let detail): .damaged(place, detail)
    case .broken(let ledger, let position): .broken(ledger, position)
    case .gap(let ledger, let expected, let found): .gap(ledger, expected, found)
    case .unreadable(let ledger, let position, let kind): .unreadable(ledger, position, kind)
    case .unknownKind(let ledger, let position, let kind): .unknownKind(ledger, position, kind)
    case .outOfOrder(let ledger, let head, let offered): .outOfOrder(ledger, head, offered)
    case .commitUnknown(let place): .commitUnknown(place)
    case .failed(let place, let detail): .failed(place, detail)
    }
  }
}

extension String {
  fileprivate static func absent(_ place: String) -> String {
    "There is no workspace at \(place). Make one with `winnow init`, or name another place."
  }

  fileprivate static func foreign(_ place: String) -> String {
    "\(place) is not a Winnow database, and was left as it is. Name another place."
  }

  fileprivate static func newer(_ place: String, _ version: Int, _ known: Int) -> String {
    """
    \(place) was written by a newer Winnow (its schema is version \(version), this program knows \
    up to \(known)), and was left as it is. Use the newer program.
    """
  }

  fileprivate static func full(_ place: String) -> String {
    "No room is left on the disk of \(place); nothing was changed. Make room and try again."
  }

  fileprivate static func readOnly(_ place: String) -> String {
    """
    \(place) cannot be written; nothing was changed. Allow this user to write the file and its \
    folder, or mount the disk for writing.
    """
  }

  fileprivate static func busy(_ place: String) -> String {
    """
    Another process kept \(place) locked for too long; nothing was changed. Try again, or end a \
    process that hangs.
    """
  }

  fileprivate static func damaged(_ place: String, _ detail: String) -> String {
    "\(place) is damaged (\(detail)). Stop, keep a copy of the file, and restore a backup."
  }

  fileprivate static func broken(_ ledger: Identifier, _ position: UInt32) -> String {
    """
    Entry \(position) of ledger \(ledger) is not what was written: its bytes do not give its \
    digest. Keep a copy of the database, and restore a backup.
    """
  }

  fileprivate static func gap(
    _ ledger: Identifier, _ expected: UInt32, _ found: UInt32
  ) -> String {
    """
    Ledger \(ledger) has entry \(found) where entry \(expected) should be. Keep a copy of the \
    database, and restore a backup.
    """
  }

  fileprivate static func unreadable(
    _ ledger: Identifier, _ position: UInt32, _ kind: UInt16
  ) -> String {
    """
    Entry \(position) of ledger \(ledger) holds bytes that are no fact of kind \(kind). Verify the \
    ledger; if it is whole, this is a fault of the program that wrote it: please report it.
    """
  }

  fileprivate static func unknownKind(
    _ ledger: Identifier, _ position: UInt32, _ kind: UInt16
  ) -> String {
    """
    Entry \(position) of ledger \(ledger) holds a fact of kind \(kind), which only a newer Winnow \
    knows. Use the newer program to change this ledger.
    """
  }

  fileprivate static func outOfOrder(
    _ ledger: Identifier, _ head: UInt32, _ offered: UInt32
  ) -> String {
    """
    Entry \(offered) was to be appended to ledger \(ledger), whose last entry is \(head); nothing \
    was changed. This is a fault of the program: please report it.
    """
  }

  fileprivate static func commitUnknown(_ place: String) -> String {
    """
    The disk of \(place) failed while a change was being written, and it is not known whether it \
    was kept. Send the same request again: it is never done twice.
    """
  }

  fileprivate static func failed(_ place: String, _ detail: String) -> String {
    "\(place) could not be read or written: \(detail). Nothing was changed."
  }
}
