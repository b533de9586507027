import Glibc

/// A value that threads share, and can wait on until it becomes what they wait for.
///
/// Made of a pthread mutex and condition, since `Mutex` cannot wait.
final class Monitor<State>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    var monotonic = pthread_condattr_t()
    pthread_condattr_init(&monotonic)
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &monotonic)
    pthread_condattr_destroy(&monotonic)
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Reads or changes the value, alone.
  func with<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&state)
  }

  /// Wakes all who wait, to look again.
  func announce() { pthread_cond_broadcast(changed) }

  /// Waits until the value fulfils a condition, or a moment has come; says whether it does.
  func wait(until moment: Moment, for condition: (State) -> Bool) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    var limit = moment.timespec
    while !condition(state) {
      if pthread_cond_timedwait(changed, mutex, &limit) == ETIMEDOUT { return condition(state) }
    }
    return true
  }
}

/// A moment of this machine's steady clock, in milliseconds.
struct Moment: Comparable {
  private let milliseconds: Int

  static var now: Moment {
    var time = Glibc.timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
  }

  static func + (moment: Moment, seconds: Double) -> Moment {
    Moment(milliseconds: moment.milliseconds + Int(seconds * 1_000))
  }

  static func < (one: Moment, other: Moment) -> Bool { one.milliseconds < other.milliseconds }

  var timespec: timespec {
    Glibc.timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
  }
}
