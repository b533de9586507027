import Foundation
import Testing

@Suite("An import is all or nothing, whenever the process dies")
struct ImportCrashTests {
  private static let records = 6_000

  /// How many records the review has, and in how many imports.
  private func held(_ place: Place) throws -> (records: Int, imports: Int) {
    struct Import: Decodable {
      let accepted: Int
    }
    let answer = try place.winnow("import list sleep --json")
    let imports = try JSONDecoder().decode([Import].self, from: Data(answer.output.utf8))
    return (imports.reduce(0) { $0 + $1.accepted }, imports.count)
  }

  @Test("Killed at any moment it leaves all or nothing, and the same command completes")
  func killed() throws {
    let place = try Place(reports: 1)
    try place.write(
      (1...Self.records).map { number in
        """
        TY  - JOUR
        TI  - A report on sleep, number \(number)
        AU  - Example, Ada
        PY  - 2019
        AB  - \(String(repeating: "Words of an abstract. ", count: 30))
        ER  -

        """
      }.joined(), to: "many.ris")
    let line = "import sleep many.ris --source medline"

    // How long it takes here, in a copy: the moments to kill at are spread over that.
    _ = try place.shell("cp -r workspace other")
    let began = Date()
    #expect(try place.winnow("\(line) --workspace other").status == 0)
    let whole = Date().timeIntervalSince(began)

    var outcomes: Set<Int> = []
    for moment in stride(from: 0.05, to: 1.2, by: 0.15) {
      let process = try place.start(line)
      usleep(UInt32(whole * moment * 1e6))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      let found = try held(place)
      #expect(found == (1, 1) || found == (Self.records + 1, 2))
      #expect(try place.winnow("verify").status == 0)
      outcomes.insert(found.imports)
    }
    #expect(outcomes.contains(1), "no run was killed before it had done its work")

    #expect(try place.winnow(line).status == 0)
    #expect(try held(place) == (Self.records + 1, 2))
    #expect(try place.winnow(line).output.contains("taken in before, as I2; nothing changed."))
    #expect(try place.winnow("verify").status == 0)
  }

  @Test(
    "A dry run, and a strict one that refuses, leave the database as it was to the byte",
    arguments: ["--dry-run", "--strict", "--dry-run --strict"])
  func nothingWritten(_ flags: String) throws {
    let place = try Place(reports: 1)
    try place.write("TY  - JOUR\nTI  - In doubt\nPY  - soon\nER  - \n", to: "doubt.ris")
    let before = try Data(contentsOf: place.database)
    let answer = try place.winnow("import sleep doubt.ris --source medline \(flags)")
    #expect(answer.status == (flags.contains("--strict") ? 65 : 0))
    #expect(answer.errors.contains("doubt.ris:3: PY holds \"soon\""))
    #expect(try Data(contentsOf: place.database) == before)
    #expect(try held(place) == (1, 1))
  }
}
