import Ledger
import Synchronization

/// Something that wants to be written, with the one who waits for it.
struct Job: Sendable {
  /// Works on the transaction; what the person did wrong is part of the answer, only the machine's
  /// faults are thrown, and undo the transaction for all who ride on it.
  let work: @Sendable (Commit) throws(StoreFault) -> Void
  /// Told once: nil when what `work` did is durable, else why nothing of it happened.
  let finish: @Sendable (StoreFault?) -> Void
}

/// The one thread that writes: takes all that waits, commits once, then answers all.
///
/// So that `synchronous=FULL` costs one wait for the disk however many people decide at once
/// (docs/decisions/0009).
final class Writer: Sendable {
  private let mailbox = Mailbox<Job>()
  private let thread: Mutex<SystemThread?>

  /// Jobs that ride on one commit at most, so that none waits long for the others.
  private static let mostAtOnce = 256

  /// Starts on a store of its own.
  init(_ store: OwnedStore, clock: @escaping @Sendable () -> Int64) {
    let mailbox = mailbox
    thread = Mutex(
      SystemThread {
        while let jobs = mailbox.take(atMost: Writer.mostAtOnce) {
          Writer.commit(jobs, to: store.store, moment: clock())
        }
        store.store.close()
      })
  }

  /// Leaves a job; its `finish` is called on the writer's thread.
  func submit(_ job: Job) {
    if !mailbox.put(job) { job.finish(.failed(place: "the workspace", detail: Writer.isClosing)) }
  }

  deinit { close() }

  /// Finishes what waits, then ends the thread; once is enough.
  func close() {
    mailbox.close()
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  private static func commit(_ jobs: [Job], to store: any Store, moment: Int64) {
    do throws(StoreFault) {
      let commit = try store.write { (writing) throws(StoreFault) -> Commit in
        let commit = Commit(writing, moment: moment)
        for job in jobs { try job.work(commit) }
        return commit
      }
      commit.publish()
      for job in jobs { job.finish(nil) }
    } catch {
      guard jobs.count > 1, !error.isOfTheWholeStore else {
        for job in jobs { job.finish(error) }
        return
      }
      // One act's trouble is not the others': each is tried on a transaction of its own.
      for job in jobs { Writer.commit([job], to: store, moment: moment) }
    }
  }

  private static let isClosing = "The service is stopping and takes no more acts."
}

/// A connection handed from one thread to another, used by one at a time.
struct OwnedStore: @unchecked Sendable {
  let store: any Store
  /// Reads the archive through it, and keeps what it learnt to unpack records with.
  let archive: RecordArchive

  init(store: any Store) {
    self.store = store
    archive = RecordArchive(store)
  }
}

extension StoreFault {
  /// Whether trying the acts one by one would only repeat it, or do twice what may have happened.
  fileprivate var isOfTheWholeStore: Bool {
    switch self {
    case .broken, .gap, .unreadable, .unknownKind, .outOfOrder, .failed: false
    case .absent, .foreign, .newer, .full, .readOnly, .busy, .damaged, .commitUnknown: true
    }
  }
}
