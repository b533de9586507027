import Ledger
import Secrets

extension SQLReading {
  func ledgers() throws(StoreFault) -> [Identifier] {
    // One look at the key per ledger: `distinct` would walk through every entry.
    let next = "select ledger from entry where ledger > $1 order by ledger limit 1"
    var ledgers: [Identifier] = []
    var last: [UInt8] = []
    while let ledger = try statements.first(
      next, [.bytes(last)], { (row) throws(StoreFault) in try row.identifier(0, in: place) })
    {
      ledgers.append(ledger)
      last = ledger.bytes
    }
    return ledgers
  }

  func head(of ledger: Identifier) throws(StoreFault) -> Head { try storedHead(of: ledger) }

  func entries(
    of ledger: Identifier, after position: UInt32,
    _ body: (borrowing Entry) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    try storedEntries(of: ledger, after: position, body)
  }

  func storedHead(of ledger: Identifier) throws(StoreFault) -> Head {
    try statements.first(
      """
      select position, moment, digest from entry where ledger = $1
      order by position desc limit 1
      """, [.id(ledger)]
    ) { (row) throws(StoreFault) in
      Head(
        position: try row.number(0, in: place), moment: row.integer(1),
        digest: try row.digest(2, in: place))
    } ?? .empty
  }

  func storedEntries(
    of ledger: Identifier, after position: UInt32,
    _ body: (borrowing Entry) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    try statements.each(
      """
      select position, moment, person, rule, protocol_version, kind, payload, digest
      from entry where ledger = $1 and position > $2 order by position
      """, [.id(ledger), .integer(Int64(position))]
    ) { (row) throws(StoreFault) in
      try body(try row.entry(of: ledger, in: place))
    }
  }
}

extension Statement {
  /// The entry in the row. Columns that no entry can have are a fault of that entry, so that the
  /// fault names it.
  fileprivate func entry(of ledger: Identifier, in place: String) throws(StoreFault) -> Entry {
    let position: UInt32 = try number(0, in: place)
    guard
      let author = author,
      let protocolVersion = UInt32(exactly: integer(4)),
      let kind = UInt16(exactly: integer(5)),
      let digest = withBytes(7, { Digest(bytes: $0) })
    else { throw .broken(ledger: ledger, position: position) }

    return Entry(
      ledger: ledger, position: position, moment: integer(1), author: author,
      protocolVersion: protocolVersion, kind: kind, payload: bytes(6), digest: digest)
  }

  private var author: Entry.Author? {
    if isNull(3) {
      withBytes(2) { Identifier(bytes: $0) }.map { .person($0) }
    } else {
      UInt16(exactly: integer(3)).map { .rule($0) }
    }
  }
}
