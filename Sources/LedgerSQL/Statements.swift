import Ledger

/// Runs the statements of one connection and keeps each of them ready for its next run.
final class Statements {
  let connection: any Connection
  private var idle: [String: any Statement] = [:]
  private var isInTransaction = false
  /// The first fault of the transaction that is open: some faults end a transaction behind our
  /// back, and what ran after that would be kept by itself.
  private var fault: StoreFault?

  init(connection: any Connection) { self.connection = connection }

  /// Runs a statement and hands it out at each row, until `body` returns false.
  func each(
    _ sql: String, _ values: [Value], _ body: (any Statement) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    if let fault { throw fault }
    // A statement is out of the shelf while it runs, so `body` may run the same SQL again.
    let statement =
      if let ready = idle.removeValue(forKey: sql) { ready } else { try prepare(sql) }
    defer {
      statement.reset()
      idle[sql] = statement
    }
    try noting { () throws(StoreFault) in
      for (index, value) in values.enumerated() { try statement.bind(value, at: index + 1) }
    }
    while try noting({ () throws(StoreFault) in try statement.step() }) {
      guard try body(statement) else { return }
    }
  }

  /// Runs a statement that gives one row at most, and reads that.
  func first<Answer>(
    _ sql: String, _ values: [Value], _ read: (any Statement) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer? {
    var answer: Answer?
    try each(sql, values) { (row) throws(StoreFault) in
      answer = try read(row)
      return false
    }
    return answer
  }

  /// Runs a statement for its effect; says whether it gave a row.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws(StoreFault) -> Bool {
    var gaveRow = false
    try each(sql, values) { _ in
      gaveRow = true
      return true
    }
    return gaveRow
  }

  /// Runs `body` in a transaction and makes it durable, or leaves nothing behind.
  func transaction<Answer>(
    _ access: Access, _ body: () throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer {
    try connection.begin(access)
    isInTransaction = true
    defer {
      isInTransaction = false
      fault = nil
    }
    do throws(StoreFault) {
      let answer = try body()
      if let fault { throw fault }
      try connection.commit()
      return answer
    } catch {
      connection.rollBack()
      throw error
    }
  }

  /// Forgets all statements and ends the connection.
  func close() {
    idle = [:]
    connection.close()
  }

  private func prepare(_ sql: String) throws(StoreFault) -> any Statement {
    try noting { () throws(StoreFault) in try connection.prepare(sql) }
  }

  private func noting<Answer>(
    _ body: () throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer {
    do {
      return try body()
    } catch {
      if isInTransaction { fault = fault ?? error }
      throw error
    }
  }
}
