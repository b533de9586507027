import Ledger
import Screening
import Synchronization

@testable import Service

/// Checkpoints in memory, which a test can damage.
final class Shelf: CheckpointPlace {
  struct Kept: Sendable {
    var head: Head
    var pieces: [[UInt8]]
  }

  let kept = Mutex<[Kept]>([])
  let readings = Mutex<Int>(0)

  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    readings.withLock { $0 += 1 }
    let best = kept.withLock { kept in
      kept.filter { $0.head.position <= position }.max { $0.head.position < $1.head.position }
    }
    return best.map { Reading($0) }
  }

  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? {
    Writing(self, head)
  }

  private final class Reading: CheckpointReading {
    let head: Head
    private var pieces: ArraySlice<[UInt8]>

    init(_ kept: Kept) {
      head = kept.head
      pieces = kept.pieces[...]
    }

    func next() -> [UInt8]? { pieces.popFirst() }
  }

  private final class Writing: CheckpointWriting {
    private let shelf: Shelf
    private var kept: Kept

    init(_ shelf: Shelf, _ head: Head) {
      self.shelf = shelf
      kept = Kept(head: head, pieces: [])
    }

    func add(_ piece: [UInt8]) { kept.pieces.append(piece) }
    func finish() { shelf.kept.withLock { $0.append(kept) } }
  }
}

extension Team {
  /// Puts a checkpoint of a review on the shelf, as the workbench would.
  func shelve(_ review: Review, at head: Head) {
    let writing = desk.checkpoints.begin(of: self.review.id, at: head)
    review.checkpoint { writing?.add($0) }
    writing?.finish()
  }
}
