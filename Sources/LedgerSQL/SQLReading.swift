import Ledger
import Secrets

/// Everything that can be read, over whatever holds the statements.
protocol SQLReading: StoreReading {
  var statements: Statements { get }
}

extension SQLReading {
  var place: String { statements.connection.place }

  func receipt(of request: Identifier) throws(StoreFault) -> Receipt? {
    try statements.first(
      "select ledger, position, answer from receipt where request = $1", [.id(request)]
    ) { (row) throws(StoreFault) in
      Receipt(
        request: request, ledger: try row.identifier(0, in: place),
        position: try row.number(1, in: place), answer: row.bytes(2))
    }
  }

  func words(of digest: Digest, in ledger: Identifier) throws(StoreFault) -> KeptWords? {
    try statements.first(
      "select salt, text from words where ledger = $1 and digest = $2",
      [.id(ledger), .digest(digest)]
    ) { $0.words(0) }
  }

  func allWords(
    of ledger: Identifier, _ body: (Digest, KeptWords) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    try statements.each(
      "select salt, text, digest from words where ledger = $1 order by digest", [.id(ledger)]
    ) { (row) throws(StoreFault) in
      try body(try row.digest(2, in: place), row.words(0))
    }
  }

  func dictionary(_ number: Int) throws(StoreFault) -> [UInt8]? {
    try statements.first(
      "select bytes from dictionary where number = $1", [.integer(Int64(number))]
    ) { $0.bytes(0) }
  }

  func leases(of ledger: Identifier, after moment: Int64) throws(StoreFault) -> [Lease] {
    var leases: [Lease] = []
    try statements.each(
      """
      select stage, report, person, ends_at from lease where ledger = $1 and ends_at > $2
      order by stage, report, person
      """, [.id(ledger), .integer(moment)]
    ) { (row) throws(StoreFault) in
      leases.append(
        Lease(
          stage: try row.number(0, in: place), report: try row.number(1, in: place),
          person: try row.identifier(2, in: place), until: row.integer(3)))
      return true
    }
    return leases
  }

  func setting(_ name: String) throws(StoreFault) -> [UInt8]? {
    try statements.first("select value from setting where name = $1", [.word(name)]) {
      $0.bytes(0)
    }
  }
}
