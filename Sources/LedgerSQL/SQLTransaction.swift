import Ledger
import Secrets

/// What can be done inside one transaction that writes.
final class SQLTransaction: SQLReading, StoreWriting {
  let statements: Statements
  /// Whether words were erased, so that the files want scrubbing.
  private(set) var hasErased = false
  private var chains: [Identifier: Chain] = [:]
  private var locked: Set<Identifier> = []

  init(_ statements: Statements) { self.statements = statements }

  func head(of ledger: Identifier) throws(StoreFault) -> Head {
    try lock(ledger)
    guard let chain = chains[ledger] else { return try storedHead(of: ledger) }
    return chain.head
  }

  func entries(
    of ledger: Identifier, after position: UInt32,
    _ body: (borrowing Entry) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    try lock(ledger)
    try storedEntries(of: ledger, after: position, body)
  }

  func append(_ entry: borrowing Entry) throws(StoreFault) {
    let ledger = entry.ledger
    var chain = Chain(of: ledger, from: try head(of: ledger))
    guard entry.position == chain.head.position &+ 1 else {
      throw .outOfOrder(ledger: ledger, head: chain.head.position, offered: entry.position)
    }
    try chain.follow(entry)
    try statements.run(
      """
      insert into entry (ledger, position, moment, person, rule, protocol_version, kind, payload,
        digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .id(ledger), .integer(Int64(entry.position)), .integer(entry.moment), entry.author.person,
        entry.author.rule, .integer(Int64(entry.protocolVersion)), .integer(Int64(entry.kind)),
        .bytes(entry.payload), .digest(entry.digest),
      ])
    chains[ledger] = chain
  }

  func keep(_ receipt: Receipt) throws(StoreFault) {
    try statements.run(
      "insert into receipt (request, ledger, position, answer) values ($1, $2, $3, $4)",
      [
        .id(receipt.request), .id(receipt.ledger), .integer(Int64(receipt.position)),
        .bytes(receipt.answer),
      ])
  }

  func keep(_ words: KeptWords, digest: Digest, in ledger: Identifier) throws(StoreFault) {
    let (salt, text): (Value, Value) =
      switch words {
      case .kept(let salt, let text): (.bytes(salt), .bytes(text))
      case .erased: (.null, .null)
      }
    try statements.run(
      """
      insert into words (ledger, digest, salt, text) values ($1, $2, $3, $4)
      on conflict (ledger, digest) do nothing
      """, [.id(ledger), .digest(digest), salt, text])
  }

  func eraseWords(digest: Digest, in ledger: Identifier) throws(StoreFault) {
    hasErased = true
    try statements.run(
      "update words set salt = null, text = null where ledger = $1 and digest = $2",
      [.id(ledger), .digest(digest)])
  }

  func keep(dictionary: [UInt8]) throws(StoreFault) -> Int {
    let last = try statements.first("select coalesce(max(number), 0) from dictionary", []) {
      $0.integer(0)
    }
    let number = (last ?? 0) + 1
    try statements.run(
      "insert into dictionary (number, bytes) values ($1, $2)",
      [.integer(number), .bytes(dictionary)])
    return Int(number)
  }

  func keep(_ lease: Lease, in ledger: Identifier) throws(StoreFault) {
    try statements.run(
      """
      insert into lease (ledger, stage, report, person, ends_at) values ($1, $2, $3, $4, $5)
      on conflict (ledger, stage, report, person) do update set ends_at = excluded.ends_at
      """,
      [
        .id(ledger), .integer(Int64(lease.stage)), .integer(Int64(lease.report)),
        .id(lease.person), .integer(lease.until),
      ])
  }

  func endLease(
    of ledger: Identifier, stage: UInt8, report: UInt32, person: Identifier
  ) throws(StoreFault) {
    try statements.run(
      "delete from lease where ledger = $1 and stage = $2 and report = $3 and person = $4",
      [.id(ledger), .integer(Int64(stage)), .integer(Int64(report)), .id(person)])
  }

  func keep(setting name: String, value: [UInt8]?) throws(StoreFault) {
    guard let value else {
      try statements.run("delete from setting where name = $1", [.word(name)])
      return
    }
    try statements.run(
      """
      insert into setting (name, value) values ($1, $2)
      on conflict (name) do update set value = excluded.value
      """, [.word(name), .bytes(value)])
  }

  /// Where a database locks ledger by ledger, nothing of one is read before it is ours.
  private func lock(_ ledger: Identifier) throws(StoreFault) {
    guard let sql = statements.connection.dialect.ledgerLock else { return }
    guard locked.insert(ledger).inserted else { return }
    try statements.run(sql, [.id(ledger)])
  }
}

extension Entry.Author {
  fileprivate var person: Value {
    switch self {
    case .person(let person): .id(person)
    case .rule: .null
    }
  }

  fileprivate var rule: Value {
    switch self {
    case .person: .null
    case .rule(let number): .integer(Int64(number))
    }
  }
}
