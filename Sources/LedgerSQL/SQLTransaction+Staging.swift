import Ledger

extension SQLTransaction {
  func stage(_ batch: Batch) throws(StoreFault) {
    try statements.run(
      "insert into batch (id, ledger, touched, is_filed) values ($1, $2, $3, 0)",
      [.id(batch.id), .id(batch.ledger), .integer(batch.touched)])
  }

  func stage(
    block: [UInt8], index: Int, of batch: Identifier, moment: Int64
  ) throws(StoreFault) {
    try touch(batch, at: moment)
    try statements.run(
      "insert into block (batch, ordinal, bytes) values ($1, $2, $3)",
      [.id(batch), .integer(Int64(index)), .bytes(block)])
  }

  func stage(
    records: [ArchivedRecord], from ordinal: Int, of batch: Identifier, moment: Int64
  ) throws(StoreFault) {
    try touch(batch, at: moment)
    for (place, record) in records.enumerated() {
      try statements.run(
        """
        insert into archived_record (batch, ordinal, byte_offset, byte_length, dictionary, parsed)
        values ($1, $2, $3, $4, $5, $6)
        """,
        [
          .id(batch), .integer(Int64(ordinal + place)), .integer(record.offset),
          .integer(Int64(record.length)), .integer(Int64(record.dictionary)),
          .bytes(record.parsed),
        ])
    }
  }

  func file(_ batch: Identifier) throws(StoreFault) {
    let isFiled = try statements.run(
      "update batch set is_filed = 1 where id = $1 and is_filed = 0 returning id", [.id(batch)])
    guard isFiled else { throw .failed(place: place, detail: .notStaged(batch)) }
  }

  func sweep(untouchedSince moment: Int64) throws(StoreFault) {
    for table in ["block", "archived_record"] {
      try statements.run(
        """
        delete from \(table)
        where batch in (select id from batch where is_filed = 0 and touched < $1)
        """, [.integer(moment)])
    }
    try statements.run(
      "delete from batch where is_filed = 0 and touched < $1", [.integer(moment)])
    try statements.run("delete from lease where ends_at < $1", [.integer(moment)])
  }

  /// Says that a staged batch is being worked on, or that it is staged no longer.
  private func touch(_ batch: Identifier, at moment: Int64) throws(StoreFault) {
    let isStaged = try statements.run(
      "update batch set touched = $1 where id = $2 and is_filed = 0 returning id",
      [.integer(moment), .id(batch)])
    guard isStaged else { throw .failed(place: place, detail: .notStaged(batch)) }
  }
}

extension String {
  fileprivate static func notStaged(_ batch: Identifier) -> String {
    "batch \(batch) is not staged, it was filed or swept meanwhile; import the file again"
  }
}
