import Glibc
import Ledger
import Screening
import Service
import Synchronization

/// How many decisions a second are acknowledged as durable, for one person and for many at once.
enum Deciding {
  private static let seconds = 3.0

  /// One, 16 and 64 at once, and how many times as many are acknowledged.
  static func measureAll(in folder: String) throws {
    var one: Double?
    for threads in [1, 16, 64] {
      let (rate, fdatasync) = try measure(in: folder, threads: threads)
      guard let one else {
        one = rate
        continue
      }
      // Where a disk answers at once there is next to nothing to share.
      print(
        fdatasync < 50
          ? "    no ratio: fdatasync costs next to nothing here"
          : "    \((rate / one).rounded(to: 1)) times as many as of one")
    }
  }

  /// Some at once; gives decisions a second, and what one fdatasync costs.
  @discardableResult
  static func measure(in folder: String, threads: Int) throws -> (rate: Double, fdatasync: Double) {
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
    return (Double(done) / took, fdatasync)
  }

  /// Everyone decides the reports of their own share, one after the other, each waiting for the
  /// answer to the last: as many wait as there are people, and none costs a thread, as in a server
  /// that parks its requests.
  private static func decide(
    as people: [PersonID], until end: Double, in workbench: Workbench
  ) -> Int {
    let tally = Tally(waiting: people.count)
    let share = reports / people.count
    for (place, person) in people.enumerated() {
      Turn(
        workbench: workbench, person: person, first: UInt32(place * share + 1),
        last: UInt32((place + 1) * share), end: end, tally: tally
      ).decide()
    }
    while tally.waiting.load(ordering: .acquiring) > 0 { usleep(1_000) }
    return tally.done.load(ordering: .relaxed)
  }

  private static let reports = 400_000
}

/// What was acknowledged, and how many people are still at it.
private final class Tally: Sendable {
  let done = Atomic<Int>(0)
  let waiting: Atomic<Int>

  init(waiting: Int) { self.waiting = Atomic(waiting) }
}

/// One person's next decision.
private struct Turn: Sendable {
  let workbench: Workbench
  let person: PersonID
  var first: UInt32
  let last: UInt32
  let end: Double
  let tally: Tally

  func decide() {
    guard first <= last, Machine.seconds() < end else {
      tally.waiting.subtract(1, ordering: .releasing)
      return
    }
    let form = DecisionForm(
      report: RecordNumber(first), stage: .titleAbstract, verdict: .exclude)
    var next = self
    next.first += 1
    do {
      try workbench.decide(form, Acting(on: Scale.review, as: person)) { [next] answer in
        switch answer {
        case .success:
          tally.done.add(1, ordering: .relaxed)
          next.decide()
        case .failure(let fault):
          print("refused: \(fault)")
          tally.waiting.subtract(1, ordering: .releasing)
        }
      }
    } catch {
      print("refused: \(error)")
      tally.waiting.subtract(1, ordering: .releasing)
    }
  }
}
