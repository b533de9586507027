import Glibc
import Ledger
import Screening
import Service
import Synchronization

/// How many decisions a second are acknowledged as durable, for one person and for many at once.
enum Deciding {
  private static let seconds = 3.0

  static func measure(in folder: String, threads: Int) throws {
    let place = folder + "/decide-\(threads)"
    mkdir(place, 0o700)
    let people = (1...threads).map { PersonID(high: 9, low: UInt64($0)) }
    try Scale.found(in: place, reports: reports, people: people)
    let workbench = try Place.workbench(in: place, keepsCheckpoints: false)
    defer { workbench.close() }
    _ = try workbench.state(of: Scale.review)

    let fdatasync = Machine.fdatasyncMicroseconds(in: place)
    let (start, cpu) = (Machine.seconds(), Machine.cpuSeconds())
    let done = decide(as: people, until: start + seconds, in: workbench)
    let (took, spent) = (Machine.seconds() - start, Machine.cpuSeconds() - cpu)
    print(
      "  \(threads) at once: \((Double(done) / took).rounded(to: 0)) a second, "
        + "\((spent / Double(done) * 1e6).rounded(to: 0)) µs of CPU each; "
        + "one fdatasync costs \(fdatasync.rounded(to: 0)) µs here")
  }

  /// Everyone decides the reports of their own share, one after the other, each waiting for the
  /// answer to the last.
  private static func decide(
    as people: [PersonID], until end: Double, in workbench: Workbench
  ) -> Int {
    let done = Atomic<Int>(0)
    let share = reports / people.count
    let workers = people.enumerated().map { place, person in
      Worker {
        for turn in 0..<share where Machine.seconds() < end {
          let form = DecisionForm(
            report: RecordNumber(UInt32(place * share + turn + 1)), stage: .titleAbstract,
            verdict: .exclude)
          do {
            _ = try workbench.decide(form, Acting(on: Scale.review, as: person))
            done.add(1, ordering: .relaxed)
          } catch {
            print("refused: \(error)")
            return
          }
        }
      }
    }
    for worker in workers { worker.join() }
    return done.load(ordering: .relaxed)
  }

  private static let reports = 400_000
}

/// A thread that runs one closure.
private struct Worker {
  private let thread: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  init(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { body in
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(Body(run)).toOpaque())
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }
}
