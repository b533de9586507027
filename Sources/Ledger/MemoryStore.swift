import Glibc

/// A store in memory, for tests and trials: it forgets everything with the process.
public struct MemoryStore: Sendable {
  private let shelf = Shelf()

  /// Makes an empty store.
  public init() {}

  /// A new connection to it; several see the same contents.
  public func connect() -> any Store { MemoryConnection(shelf) }
}

/// What the connections of one memory store share: the last committed contents, and the lock that
/// a writer holds.
private final class Shelf: @unchecked Sendable {
  private let looking = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let writing = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var stored = MemoryContents()

  init() {
    pthread_mutex_init(looking, nil)
    pthread_mutex_init(writing, nil)
  }

  deinit {
    for mutex in [looking, writing] {
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
    }
  }

  var contents: MemoryContents {
    get {
      pthread_mutex_lock(looking)
      defer { pthread_mutex_unlock(looking) }
      return stored
    }
    set {
      pthread_mutex_lock(looking)
      defer { pthread_mutex_unlock(looking) }
      stored = newValue
    }
  }

  func alone<Answer>(_ body: () throws(StoreFault) -> Answer) throws(StoreFault) -> Answer {
    pthread_mutex_lock(writing)
    defer { pthread_mutex_unlock(writing) }
    return try body()
  }
}

private final class MemoryConnection: Store, MemoryReading {
  private let shelf: Shelf

  init(_ shelf: Shelf) { self.shelf = shelf }

  var contents: MemoryContents { shelf.contents }

  func write<Answer>(
    _ body: (any StoreWriting) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer {
    try shelf.alone { () throws(StoreFault) in
      let transaction = MemoryTransaction(shelf.contents)
      let answer = try body(transaction)
      shelf.contents = transaction.contents
      return answer
    }
  }

  func read<Answer>(
    _ body: (any StoreReading) throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer {
    try body(MemoryView(contents: shelf.contents))
  }

  func backUp(to path: String) throws(StoreFault) {
    throw .failed(place: MemoryContents.place, detail: "memory has no file to copy")
  }

  func close() {}
}

private struct MemoryView: MemoryReading {
  let contents: MemoryContents
}
