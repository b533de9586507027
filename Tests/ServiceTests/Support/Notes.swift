import Synchronization

/// What several threads note down for the test to read.
final class Notes<Note: Sendable>: Sendable {
  private let kept = Mutex<[Note]>([])

  var all: [Note] { kept.withLock { $0 } }

  func add(_ note: Note) { kept.withLock { $0.append(note) } }
}
