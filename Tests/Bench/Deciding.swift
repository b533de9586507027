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
    let workbench = try Place.workbench(in: place, keepsCheckpoints: false, create: true)
    defer { workbench.close() }
    let (review, people) = try found(with: threads, in: workbench)
    let fdatasync = Machine.fdatasyncMicroseconds(in: place)

    let done = Atomic<Int>(0)
    let end = Machine.seconds() + seconds
    let start = Machine.seconds()
    var workers: [Worker] = []
    for person in people {
      workers.append(
        Worker {
          var value: UInt32 = 1
          while Machine.seconds() < end {
            let form = DecisionForm(
              report: RecordNumber(value), stage: .titleAbstract, verdict: .exclude)
            do {
              _ = try workbench.decide(form, Acting(on: review, as: person))
              done.add(1, ordering: .relaxed)
            } catch {
              print("refused: \(error)")
              return
            }
            value += 1
          }
        })
    }
    for worker in workers { worker.join() }
    let rate = Double(done.load(ordering: .relaxed)) / (Machine.seconds() - start)
    print(
      "  \(threads) at once: \(rate.rounded(to: 0)) a second; "
        + "one fdatasync costs \(fdatasync.rounded(to: 0)) µs here")
  }

  /// A review in which everyone may decide every report.
  private static func found(
    with count: Int, in workbench: Workbench
  ) throws -> (Identifier, [PersonID]) {
    var people: [PersonID] = []
    for number in 1...count { people.append(try workbench.addPerson(named: "p\(number)").person.id) }
    let review = try workbench.createReview(
      named: "bench", protocolFile: Array(protocolFile(reviewers: count).utf8), lead: people[0]
    ).review.id
    let lead = Acting(on: review, as: people[0])
    for person in people { _ = try workbench.give([.lead, .reviewer], to: person, lead) }
    let lines = (1...40_000).map { "{\"title\":\"Report \($0)\"}\n" }.joined()
    _ = try workbench.importFile(
      ImportSource(name: "bench.jsonl", bytes: Array(lines.utf8)), from: SourceID("medline"), lead)
    return (review, people)
  }

  private static func protocolFile(reviewers: Int) -> String {
    """
    title: Bench
    framework: own
    domains:
      - id: topic
        name: Topic
        exclude:
          - id: off-topic
            text: About something else.
    sources:
      - id: medline
        name: MEDLINE
        route: database
    stages:
      title-abstract:
        reviewers: \(reviewers)
    """
  }
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
