import Glibc

/// A queue that one thread empties while others fill it.
///
/// Made of a pthread mutex and condition: the writer blocks in the kernel while it waits, which the
/// cooperative pool, with its one thread a core, must never do (docs/decisions/0003).
final class Mailbox<Letter>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var letters: [Letter] = []
  private var isClosed = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(filled, nil)
  }

  deinit {
    pthread_cond_destroy(filled)
    pthread_mutex_destroy(mutex)
    filled.deallocate()
    mutex.deallocate()
  }

  /// Puts a letter in; false once the box is closed.
  func put(_ letter: Letter) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard !isClosed else { return false }
    letters.append(letter)
    pthread_cond_signal(filled)
    return true
  }

  /// Waits until there is something, then takes all of it, or as much as is wanted at once; nil
  /// once the box is closed and empty.
  func take(atMost count: Int) -> [Letter]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while letters.isEmpty {
      if isClosed { return nil }
      pthread_cond_wait(filled, mutex)
    }
    let taken = Array(letters.prefix(count))
    letters.removeFirst(taken.count)
    return taken
  }

  /// Takes no more letters; what is in is still handed out.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(filled)
    pthread_mutex_unlock(mutex)
  }
}

/// A value that one thread gives and another waits for.
final class Promise<Value: Sendable>: @unchecked Sendable {
  private let box = Mailbox<Value>()

  func give(_ value: Value) { _ = box.put(value) }

  func wait() -> Value? { box.take(atMost: 1)?.first }
}

/// A thread of the operating system that runs one function to its end.
struct SystemThread: @unchecked Sendable {
  private let thread: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  init(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { body in
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      }, body)
    precondition(status == 0, "The system gives this process no more threads.")
    self.thread = thread
  }

  /// Lets the function end by itself.
  func detach() { pthread_detach(thread) }

  /// Waits until the function has ended.
  func join() { pthread_join(thread, nil) }
}
