public import Secrets

/// A place that keeps ledgers and the archive: one connection, used by one thread at a time.
///
/// Entries and records are opaque bytes to it. Every write happens in `write`, which is one
/// transaction: all of it is durable when `write` returns, or none of it happened.
public protocol Store: StoreReading, AnyObject {
  /// Runs `body` in one transaction that holds the write lock from its start, and makes it durable.
  ///
  /// If `body` throws, nothing happened. If the commit fails, the fault says why and nothing
  /// happened either; only `.commitUnknown` leaves that open, and then the receipts tell.
  func write<Answer>(
    _ body: (any StoreWriting) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer

  /// Runs `body` on one unchanging view of the store.
  func read<Answer>(
    _ body: (any StoreReading) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer

  /// Copies the whole store to a new file while others go on writing.
  func backUp(to path: String) throws(StoreFault)

  /// Ends the connection.
  func close()
}

/// What can be read.
public protocol StoreReading {
  /// The ledgers that have entries, the workspace's among them.
  func ledgers() throws(StoreFault) -> [Identifier]

  /// The head of a ledger, `.empty` if it has no entry.
  func head(of ledger: Identifier) throws(StoreFault) -> Head

  /// Hands out the entries after a position, in order, until `body` returns false.
  func entries(
    of ledger: Identifier, after position: UInt32,
    _ body: (borrowing Entry) throws(StoreFault) -> Bool
  ) throws(StoreFault)

  /// The answer once given to a request, if it was.
  func receipt(of request: Identifier) throws(StoreFault) -> Receipt?

  /// People's own words; nil for a digest that was never kept.
  func words(of digest: Digest, in ledger: Identifier) throws(StoreFault) -> KeptWords?

  /// Hands out the words of a ledger in order of digest, until `body` returns false.
  func allWords(
    of ledger: Identifier, _ body: (Digest, KeptWords) throws(StoreFault) -> Bool
  ) throws(StoreFault)

  /// A filed or staged batch.
  func batch(_ batch: Identifier) throws(StoreFault) -> Batch?

  /// Every filed batch of a ledger.
  func batches(of ledger: Identifier) throws(StoreFault) -> [Batch]

  /// One piece of a filed batch's file.
  func block(_ index: Int, of batch: Identifier) throws(StoreFault) -> [UInt8]?

  /// One archived record of a filed batch, by its ordinal from 0.
  func record(_ ordinal: Int, of batch: Identifier) throws(StoreFault) -> ArchivedRecord?

  /// Hands out the archived records of a filed batch from an ordinal on, in order, until `body`
  /// returns false.
  func records(
    of batch: Identifier, from ordinal: Int,
    _ body: (Int, borrowing ArchivedRecord) throws(StoreFault) -> Bool
  ) throws(StoreFault)

  /// A shared compression dictionary by its number.
  func dictionary(_ number: Int) throws(StoreFault) -> [UInt8]?

  /// The leases of a review that end after a moment.
  func leases(of ledger: Identifier, after moment: Int64) throws(StoreFault) -> [Lease]

  /// A setting of the machine.
  func setting(_ name: String) throws(StoreFault) -> [UInt8]?
}

/// What can be done inside one transaction.
public protocol StoreWriting: StoreReading {
  /// Appends an entry; it must follow the head, with the digest that the chain asks for.
  func append(_ entry: borrowing Entry) throws(StoreFault)

  /// Keeps the answer to a request beside the entry that it caused.
  func keep(_ receipt: Receipt) throws(StoreFault)

  /// Keeps people's own words under their digest.
  func keep(_ words: KeptWords, digest: Digest, in ledger: Identifier) throws(StoreFault)

  /// Erases salt and text of words; the digest stays and says that they were erased.
  func eraseWords(digest: Digest, in ledger: Identifier) throws(StoreFault)

  /// Begins a batch: rows that nobody sees until the batch is filed.
  func stage(_ batch: Batch) throws(StoreFault)

  /// Adds the next piece of the batch's file, and says that the batch is still being worked on.
  func stage(block: [UInt8], index: Int, of batch: Identifier, moment: Int64) throws(StoreFault)

  /// Adds records from an ordinal on, and says that the batch is still being worked on.
  func stage(
    records: [ArchivedRecord], from ordinal: Int, of batch: Identifier, moment: Int64
  ) throws(StoreFault)

  /// Makes a batch real: done in the transaction that appends the fact which names it. A batch
  /// that was swept meanwhile is a fault.
  func file(_ batch: Identifier) throws(StoreFault)

  /// Throws away batches that were never filed and not worked on since a moment, and leases that
  /// ended before it.
  func sweep(untouchedSince moment: Int64) throws(StoreFault)

  /// Keeps a shared compression dictionary and gives it a number.
  func keep(dictionary: [UInt8]) throws(StoreFault) -> Int

  /// Takes or renews a lease; one per ledger, stage, report and person.
  func keep(_ lease: Lease, in ledger: Identifier) throws(StoreFault)

  /// Gives up a person's lease.
  func endLease(
    of ledger: Identifier, stage: UInt8, report: UInt32, person: Identifier
  ) throws(StoreFault)

  /// Keeps a setting of the machine; nil removes it.
  func keep(setting name: String, value: [UInt8]?) throws(StoreFault)
}

/// The answer once given to a request.
public struct Receipt: Hashable, Sendable {
  /// The request's id, made by whoever asks.
  public let request: Identifier
  /// The ledger it was about.
  public let ledger: Identifier
  /// The position of the last entry that it caused; the head's if it caused none.
  public let position: UInt32
  /// The answer, as the service codes it.
  public let answer: [UInt8]

  /// Joins the parts.
  public init(request: Identifier, ledger: Identifier, position: UInt32, answer: [UInt8]) {
    self.request = request
    self.ledger = ledger
    self.position = position
    self.answer = answer
  }
}

/// People's own words with the salt that their digest was made with.
public enum KeptWords: Hashable, Sendable {
  /// Salt and UTF-8 text.
  case kept(salt: [UInt8], text: [UInt8])
  /// Erased on request.
  case erased
}

/// One file's worth of archive rows.
public struct Batch: Hashable, Sendable {
  /// Its random id, named by the fact that files it.
  public let id: Identifier
  /// The ledger it belongs to.
  public let ledger: Identifier
  /// When it was begun or last worked on.
  public let touched: Int64
  /// Whether a fact has made it real.
  public let isFiled: Bool

  /// Joins the parts.
  public init(id: Identifier, ledger: Identifier, touched: Int64, isFiled: Bool = false) {
    self.id = id
    self.ledger = ledger
    self.touched = touched
    self.isFiled = isFiled
  }
}

/// One record of the archive.
public struct ArchivedRecord: Hashable, Sendable {
  /// Where its printed text begins in the file, in bytes.
  public let offset: Int64
  /// How long its printed text is, in bytes.
  public let length: Int32
  /// The dictionary that its parsed form was compressed with; 0 for none.
  public let dictionary: Int32
  /// Its parsed form, compressed.
  public let parsed: [UInt8]

  /// Joins the parts.
  public init(offset: Int64, length: Int32, dictionary: Int32, parsed: [UInt8]) {
    self.offset = offset
    self.length = length
    self.dictionary = dictionary
    self.parsed = parsed
  }
}

/// A report put before a person for a while; it ends by itself.
public struct Lease: Hashable, Sendable {
  /// The stage, as the service numbers it.
  public let stage: UInt8
  /// The report.
  public let report: UInt32
  /// Who looks at it.
  public let person: Identifier
  /// When it ends, in microseconds.
  public let until: Int64

  /// Joins the parts.
  public init(stage: UInt8, report: UInt32, person: Identifier, until: Int64) {
    self.stage = stage
    self.report = report
    self.person = person
    self.until = until
  }
}
