import Testing

@testable import Commands

@Suite("A blind reviewer's commands print the same, whatever the other reviewer did")
struct BlindnessTests {
  /// What the other reviewer may have done with a report that this one excluded.
  private static let others: [[String]] = [
    ["decide sleep R1 --stage title-abstract --verdict exclude --as two"],
    ["decide sleep R1 --stage title-abstract --verdict include --as two"],
    [
      "decide sleep R1 --stage title-abstract --verdict include --note \"A long note.\" --as two",
      "decide sleep R1 --stage title-abstract --verdict exclude --as two",
      "decide sleep R1 --stage title-abstract --verdict unsure --as two",
      "conflicts sleep --as three",
    ],
    [
      "decide sleep R1 --stage title-abstract --verdict include --as two",
      "conflicts sleep --as three",
      "resolve sleep R1 --stage title-abstract --verdict exclude --because \"No.\" --as three",
    ],
  ]

  /// All that a reviewer can ask and do.
  private static let commands = [
    "report show sleep R1", "report show sleep R1 --json", "report list sleep",
    "report list sleep --json", "report list sleep --stage title-abstract",
    "report list sleep --standing in-conflict-at-title-abstract",
    "report list sleep --standing excluded-at-title-abstract", "progress sleep",
    "progress sleep --json", "queue sleep --stage title-abstract", "conflicts sleep",
    "fulltext sleep list", "duplicates sleep list", "duplicates sleep list --band sure",
    "duplicates sleep list --band ask", "duplicates sleep show R1 R2 --json",
    "duplicates sleep report", "import list sleep", "record show sleep R1",
    "prisma sleep --check", "prisma sleep --json", "prisma sleep --format csv --all",
    "prisma sleep --format svg", "prisma sleep --box databases.screened --list",
    "prisma sleep --as-of #9", "prisma sleep --as-of 2020-01-31", "themes sleep",
    "themes sleep --count studies --json", "export sleep --what included",
    "export sleep --what databases.excluded-at-title-abstract",
    "ledger list sleep", "ledger export sleep -", "ledger verify sleep", "verify --json",
    "protocol diff sleep other.yaml --json", "words erase sleep --of two",
    "resolve sleep R1 --stage title-abstract --verdict include --because \"Yes.\"",
    "reopen sleep R1 --stage title-abstract --because \"Look.\"", "label sleep R1 noise",
    "consensus sleep propose R1 --stage title-abstract --verdict include --because \"Yes.\"",
    "consensus sleep confirm R1 --stage title-abstract --proposal 00000000",
    "decide sleep R1 --stage title-abstract --verdict exclude --note \"Once more.\"",
    "decide sleep R2 --stage title-abstract --verdict include --json", "report show sleep R1",
    "report list sleep",
  ]

  @Test("Each command, in each course that the other's work may have taken", arguments: others)
  func same(_ other: [String]) throws {
    let (alone, beside) = (try answers(after: []), try answers(after: other))
    for (command, (one, two)) in zip(Self.commands, zip(alone, beside)) {
      #expect(one == two, "\(command)")
    }
  }

  private func answers(after other: [String]) throws -> [String] {
    let rig = Rig(all: ())
    for (file, note) in [("sleep.yaml", ""), ("other.yaml", "\n    note: New.")] {
      rig.files.contents[file] = Array(protocolFile(note).utf8)
    }
    rig.files.contents["found.jsonl"] = Array("{\"title\":\"One\"}\n{\"title\":\"Two\"}\n".utf8)
    let story =
      [
        "init", "person add lead", "person add one", "person add two", "person add three",
        "review create sleep --protocol sleep.yaml --lead lead",
        "person role sleep one reviewer", "person role sleep two reviewer",
        "person role sleep three arbiter", "import sleep found.jsonl --source medline",
        "decide sleep R1 --stage title-abstract --verdict exclude --as one",
      ] + other
    for line in story {
      let answer = rig.obey(line)
      try #require(answer.status == .done, "\(line): \(answer.errors)")
    }
    return Self.commands.map { command in
      let (status, output, errors) = rig.obey("\(command) --as one")
      // The ledger of the workspace tells of people and reviews, and every run has its own ids.
      let told = output.split(separator: "\n").filter { !$0.contains("digest") }
      return "\(status) \(told.joined(separator: "\n")) \(errors)"
    }
  }

  private func protocolFile(_ note: String) -> String {
    """
    title: Sleep on a ward
    framework: own
    domains:
      - id: topic
        exclude:
          - id: not-sleep
            text: The report is not about sleep\(note.replacing("\n    ", with: "\n        "))
    sources:
      - {id: medline, name: MEDLINE, route: database}
    themes:
      - {id: noise, name: Noise}

    """
  }
}
