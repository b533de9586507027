import Ledger
import LedgerSQL
import Screening
import TestSupport
import Testing

@testable import Service

@Suite("A disk that does not say whether a commit is safe")
struct UnknownFateTests {
  @Test(
    "The answer says so, and the same request sent again is done once, whatever became of it",
    arguments: [FailingDisk.Fate.kept, .lost])
  func again(fate: FailingDisk.Fate) throws {
    let (team, disk, bench) = try shaky()
    let before = try team.length()
    disk.next(fate)
    let told = try storeFault { () throws(Fault) in
      try team.decide(1, by: team.ada, note: "Ours.", request: "token", at: bench)
    }
    #expect(told == .commitUnknown(place: team.desk.path))
    #expect(try team.length() == before + (fate == .kept ? 1 : 0))

    let second = try team.decide(1, by: team.ada, note: "Ours.", request: "token", at: bench)
    #expect(second.isRepeat == (fate == .kept))
    #expect(second.position.value == UInt32(before + 1))
    #expect(try team.length() == before + 1)
    #expect(try team.texts().count { $0 != .erased } > 0)
  }

  @Test(
    "Whoever goes on, there or in another process, goes on from what is really there",
    arguments: [FailingDisk.Fate.kept, .lost])
  func truth(fate: FailingDisk.Fate) throws {
    let (team, disk, bench) = try shaky()
    _ = try team.decide(2, by: team.ada, at: bench)
    disk.next(fate)
    _ = fault { () throws(Fault) in try team.decide(1, by: team.ada, at: bench) }
    let isThere = fate == .kept
    let hasDecided = { (bench: Workbench) throws -> Bool in
      try bench.state(of: team.review.id).review.view(of: 1, for: team.ada).stages[0].mine != nil
    }
    #expect(try hasDecided(bench) == isThere)
    #expect(try hasDecided(try team.elsewhere()) == isThere)

    _ = try team.decide(1, by: team.ben, at: bench)
    #expect(try team.desk.store().verifyChain(of: team.review.id).position > 0)
    let states = try [bench, team.elsewhere()].map { try $0.state(of: team.review.id).review }
    let isSame = states[0].isSame(as: states[1])
    #expect(isSame)
  }

  /// A team at work, and one more workbench on its file whose disk can fail.
  private func shaky() throws -> (team: Team, disk: FailingDisk, bench: Workbench) {
    let (team, disk) = (try Team(.file), FailingDisk())
    let path = team.desk.path
    let bench = try Workbench(
      Workbench.Surroundings(
        openStore: { () throws(StoreFault) in
          try SQLStore.open(over: FailingConnection(path: path, on: disk), create: false)
        }, clock: { 1_000_000_000_000 }))
    _ = try bench.state(of: team.review.id)
    return (team, disk, bench)
  }
}
