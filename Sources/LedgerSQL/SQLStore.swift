public import Ledger

/// The store, written once for every database that speaks SQL.
public enum SQLStore {
  /// Makes a store of a connection, brings its schema up to date, or says why it cannot be used.
  ///
  /// An empty database becomes a store only if `create` says so.
  public static func open(
    over connection: any Connection, create: Bool
  ) throws(StoreFault) -> any Store {
    let store = ConnectedStore(connection)
    do throws(StoreFault) {
      try store.bringUpToDate(create: create)
      try connection.settle()
    } catch {
      store.close()
      throw error
    }
    return store
  }
}

final class ConnectedStore: Store, SQLReading {
  let statements: Statements
  private var connection: any Connection { statements.connection }

  init(_ connection: any Connection) { statements = Statements(connection: connection) }

  deinit { close() }

  func write<Answer>(
    _ body: (any StoreWriting) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer {
    let transaction = SQLTransaction(statements)
    let answer = try statements.transaction(.writing) { () throws(StoreFault) in
      try body(transaction)
    }
    if transaction.hasErased { connection.scrub() }
    return answer
  }

  func read<Answer>(
    _ body: (any StoreReading) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer {
    try statements.transaction(.reading) { () throws(StoreFault) in try body(self) }
  }

  func backUp(to path: String) throws(StoreFault) { try connection.backUp(to: path) }

  func close() { statements.close() }

  /// Takes the migrations that the database has not taken yet, all in one transaction.
  func bringUpToDate(create: Bool) throws(StoreFault) {
    let migrations = connection.dialect.migrations
    let version = try statements.transaction(.reading) { () throws(StoreFault) in
      try checkedVersion(create: create)
    }
    guard version < migrations.count else { return }

    try statements.transaction(.writing) { () throws(StoreFault) in
      // Another process may have been quicker.
      let version = try checkedVersion(create: create)
      for migration in migrations.dropFirst(version) {
        for statement in migration { try statements.run(statement) }
      }
      try connection.note(schemaVersion: migrations.count)
    }
  }

  private func checkedVersion(create: Bool) throws(StoreFault) -> Int {
    let version = try connection.schemaVersion()
    let known = connection.dialect.migrations.count
    guard version > 0 || create else { throw .absent(place: connection.place) }
    guard version <= known else {
      throw .newer(place: connection.place, version: version, known: known)
    }
    return version
  }
}
