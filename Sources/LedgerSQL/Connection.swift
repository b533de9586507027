public import Ledger
public import Secrets

/// One connection to a database, used by one thread at a time: what a kind of database must bring
/// for the store to live in it.
public protocol Connection: AnyObject {
  /// What a fault calls the database: its path or address.
  var place: String { get }

  /// What this kind of database says in its own way.
  var dialect: Dialect { get }

  /// How many of the dialect's migrations the database has taken; 0 if it is empty.
  ///
  /// A database that is not ours is a fault, and nothing in it is touched.
  func schemaVersion() throws(StoreFault) -> Int

  /// Notes, inside the transaction that migrates, how many migrations have been taken.
  func note(schemaVersion: Int) throws(StoreFault)

  /// Readies the connection for work, once the database is known to be ours.
  func settle() throws(StoreFault)

  /// Readies a statement; `$1`, `$2` and so on are its values, in order of appearance.
  func prepare(_ sql: String) throws(StoreFault) -> any Statement

  /// Begins a transaction.
  func begin(_ access: Access) throws(StoreFault)

  /// Makes the transaction durable. If that fails, the fault says whether its fate is known, and
  /// the connection is ready for the next.
  func commit() throws(StoreFault)

  /// Drops the transaction, if it is not gone already.
  func rollBack()

  /// Makes what was erased unreadable in the database's files too, as far as others let it.
  func scrub()

  /// Copies the whole database to a new file while others go on writing.
  func backUp(to path: String) throws(StoreFault)

  /// Ends the connection.
  func close()
}

/// What a transaction is for.
public enum Access: Sendable {
  /// One unchanging view.
  case reading
  /// Changing: where the whole database has one lock, this takes it.
  case writing
}

/// A statement that is ready to run, again and again.
public protocol Statement: AnyObject {
  /// Sets the value of a parameter, counted from 1.
  func bind(_ value: Value, at parameter: Int) throws(StoreFault)

  /// Goes to the next row; false if there is none.
  func step() throws(StoreFault) -> Bool

  /// Ends the run, so that the statement can run again.
  func reset()

  /// Whether a column of the row, counted from 0, is null.
  func isNull(_ column: Int) -> Bool

  /// A column of whole numbers.
  func integer(_ column: Int) -> Int64

  /// A column of bytes, borrowed for as long as `body` runs.
  func withBytes<Answer>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Answer) -> Answer
}

/// A value that is bound to a statement: all that the portable store knows.
public enum Value: Sendable {
  /// A whole number.
  case integer(Int64)
  /// Bytes.
  case bytes([UInt8])
  /// The sixteen bytes of an id.
  case id(Identifier)
  /// The thirty-two bytes of a digest.
  case digest(Digest)
  /// A short ASCII word; never ordered by.
  case word(String)
  /// Nothing.
  case null
}

/// What one kind of database says in its own way.
public struct Dialect: Sendable {
  /// The steps of the schema in order, each a list of statements, guards included; a step that was
  /// released is never edited.
  public let migrations: [[String]]

  /// The statement that keeps others from writing the ledger `$1` until the transaction ends; nil
  /// where beginning to write locks everything.
  public let ledgerLock: String?

  /// Joins the parts.
  public init(migrations: [[String]], ledgerLock: String?) {
    self.migrations = migrations
    self.ledgerLock = ledgerLock
  }
}
