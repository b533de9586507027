import Foundation
import Testing

@Suite("An import is all or nothing, whenever the process dies")
struct ImportCrashTests {
  private static let records = 4_000

  /// A title that resembles no other, so that nothing but the import takes time.
  private static func title(_ number: Int) -> String {
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    return (0..<6).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(state >> 40, radix: 36)
    }.joined(separator: " ")
  }

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
      (1...Self.records).map { "TY  - JOUR\nTI  - \(Self.title($0))\nPY  - 2019\nER  - \n" }
        .joined(),
      to: "many.ris")
    let line = "import sleep many.ris --source medline"

    // How long it takes here, in a copy: the moments to kill at are spread over that, the earlier
    // ones closer together.
    _ = try place.shell("cp -r workspace other")
    let began = Date()
    #expect(try place.winnow("\(line) --workspace other").status == 0)
    let whole = Date().timeIntervalSince(began)

    var outcomes: Set<Int> = []
    for share in [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.1] {
      let process = try place.start(line)
      usleep(UInt32(whole * share * 1e6))
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
