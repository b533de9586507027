import Foundation
import Testing

@Suite("What was acknowledged survives, and nothing is done twice")
struct CrashTests {
  private func sheet(_ reports: Int, person: String) -> String {
    let rows = (1...reports).map { "R\($0),title-abstract,\(person),include\n" }
    return "report,stage,person,verdict\n" + rows.joined()
  }

  @Test("Killed in mid-file, again and again, then sent once more: each decision is there once")
  func killed() throws {
    let reports = 150
    let place = try Place(reports: reports)
    try place.write(sheet(reports, person: "one"), to: "one.csv")
    let line = "decide sleep --from one.csv"

    var acknowledged = 0
    for round in 1...5 {
      let process = try place.start(line)
      // Somewhere behind the lines that a run before may have answered already.
      while process.isRunning, try place.told(by: line) < 20 * round { usleep(100) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // A killed process leaves whole lines: each is flushed once its decision is on the disk.
      acknowledged = max(acknowledged, try place.told(by: line))
      #expect(acknowledged >= 20 * round)
      let decisions = try place.decisions()
      #expect(decisions.count >= acknowledged)
      #expect(decisions.values.allSatisfy { $0 == 1 })
      #expect(try place.winnow("verify").status == 0)
    }

    let last = try place.winnow(line)
    #expect(last.status == 0)
    #expect(last.lines.count == reports)
    let decisions = try place.decisions()
    #expect(decisions.count == reports)
    #expect(decisions.values.allSatisfy { $0 == 1 })
  }

  @Test("Two processes decide at once, and neither loses nor waits for ever")
  func crowded() throws {
    let reports = 80
    let place = try Place(reports: reports)
    let lines = ["one", "two"].map { "decide sleep --from \($0).csv" }
    for person in ["one", "two"] {
      try place.write(sheet(reports, person: person), to: "\(person).csv")
    }
    let processes = try lines.map { try place.start($0) }
    for (process, line) in zip(processes, lines) {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try place.answer(of: process, to: line).lines.count == reports)
    }
    #expect(try place.decisions().values.reduce(0, +) == 2 * reports)
    #expect(try place.winnow("verify").status == 0)
  }

  @Test("Half of a pipe's reader gone is no fault")
  func closedPipe() throws {
    let place = try Place(reports: 400)
    let answer = try place.shell("\"$0\" report list sleep --json | head -n 1")
    #expect(answer.output == "[\n")
    #expect(answer.errors == "")
    #expect(answer.status == 0)
  }
}
