import Ledger

// Rows of a batch that is not filed are staged, and nobody sees them.
extension SQLReading {
  func batch(_ batch: Identifier) throws(StoreFault) -> Batch? {
    try statements.first(
      "select id, ledger, touched, is_filed from batch where id = $1", [.id(batch)]
    ) { (row) throws(StoreFault) in try row.batch(in: place) }
  }

  func batches(of ledger: Identifier) throws(StoreFault) -> [Batch] {
    var batches: [Batch] = []
    try statements.each(
      """
      select id, ledger, touched, is_filed from batch where ledger = $1 and is_filed = 1
      order by id
      """, [.id(ledger)]
    ) { (row) throws(StoreFault) in
      batches.append(try row.batch(in: place))
      return true
    }
    return batches
  }

  func block(_ index: Int, of batch: Identifier) throws(StoreFault) -> [UInt8]? {
    try statements.first(
      """
      select block.bytes from block join batch on batch.id = block.batch
      where block.batch = $1 and block.ordinal = $2 and batch.is_filed = 1
      """, [.id(batch), .integer(Int64(index))]
    ) { $0.bytes(0) }
  }

  func record(_ ordinal: Int, of batch: Identifier) throws(StoreFault) -> ArchivedRecord? {
    var found: ArchivedRecord?
    try records(of: batch, from: ordinal) { (place, record) in
      if place == ordinal { found = copy record }
      return false
    }
    return found
  }

  func records(
    of batch: Identifier, from ordinal: Int,
    _ body: (Int, borrowing ArchivedRecord) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    guard try self.batch(batch)?.isFiled == true else { return }
    try statements.each(
      """
      select ordinal, byte_offset, byte_length, dictionary, parsed from archived_record
      where batch = $1 and ordinal >= $2 order by ordinal
      """, [.id(batch), .integer(Int64(ordinal))]
    ) { (row) throws(StoreFault) in
      try body(
        Int(row.integer(0)),
        ArchivedRecord(
          offset: row.integer(1), length: try row.number(2, in: place),
          dictionary: try row.number(3, in: place), parsed: row.bytes(4)))
    }
  }
}

extension Statement {
  fileprivate func batch(in place: String) throws(StoreFault) -> Batch {
    Batch(
      id: try identifier(0, in: place), ledger: try identifier(1, in: place),
      touched: integer(2), isFiled: integer(3) == 1)
  }
}
