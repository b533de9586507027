import CSQLite
import Glibc

/// Brings the write-ahead log home into the database on a thread and a connection of its own, so
/// that no commit waits for it.
///
/// The thread does the bulk whenever the log has grown by `step` pages. Only a log that grows
/// without a pause is never home wholly, and so never starts over; when it has come to `bound`
/// pages, the writer itself does the little that the thread has left.
final class Checkpointer: @unchecked Sendable {
  private static let step: Int32 = 1_000
  private static let bound: Int32 = 16_000

  private let path: String
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Both are used by the writer's thread alone.
  private var thread: pthread_t?
  private var next = Checkpointer.step

  /// Both are shared, under the mutex.
  private var isWanted = false
  private var isEnding = false

  init(path: String) {
    self.path = path
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Hears from a connection how long the log is after each of its commits; this takes the place
  /// of SQLite's own checkpoints, which run inside the commit.
  func watch(_ handle: SQLiteHandle) {
    sqlite3_wal_hook(
      handle.pointer,
      { checkpointer, database, _, pages in
        guard let checkpointer else { return SQLITE_OK }
        Unmanaged<Checkpointer>.fromOpaque(checkpointer).takeUnretainedValue()
          .logHasGrown(to: pages, of: database)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Ends the thread, if there is one.
  func end() {
    guard let thread else { return }
    locked { isEnding = true }
    pthread_join(thread, nil)
    self.thread = nil
  }

  private func logHasGrown(to pages: Int32, of database: OpaquePointer?) {
    if pages < next - Checkpointer.step { next = Checkpointer.step }  // it has started over
    guard pages >= next else { return }
    next = pages + Checkpointer.step
    if pages >= Checkpointer.bound {
      sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
    startIfNeeded()
    locked { isWanted = true }
  }

  private func startIfNeeded() {
    guard thread == nil else { return }
    var started = pthread_t()
    let code = pthread_create(
      &started, nil,
      { checkpointer in
        guard let checkpointer else { return nil }
        Unmanaged<Checkpointer>.fromOpaque(checkpointer).takeRetainedValue().work()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    if code == 0 {
      thread = started
    } else {
      // Without a thread the writer does it all at the bound: slower, and nothing is lost.
      Unmanaged.passUnretained(self).release()
    }
  }

  private func work() {
    // A checkpoint that cannot be made now is made later: by the next one, or on closing.
    guard let handle = try? SQLiteHandle(path: path, mode: .use, patience: .zero) else { return }
    sqlite3_wal_autocheckpoint(handle.pointer, 0)
    while waitUntilWanted() {
      sqlite3_wal_checkpoint_v2(handle.pointer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
  }

  /// Whether to go on.
  private func waitUntilWanted() -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isWanted && !isEnding { pthread_cond_wait(changed, mutex) }
    isWanted = false
    return !isEnding
  }

  private func locked(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_cond_signal(changed)
    pthread_mutex_unlock(mutex)
  }
}
