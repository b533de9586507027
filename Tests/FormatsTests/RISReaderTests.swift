import Bibliography
import Formats
import Testing

@Suite("RIS")
struct RISReaderTests {
  @Test("A record that never ends is quarantined once, and the next one is read")
  func tooManyTags() {
    let tags = String(repeating: "KW  - k\n", count: 100_000)
    let items = RISReader.items(
      of: Array("TY  - JOUR\n\(tags)ER  - \nTY  - JOUR\nTI  - T\nER  - ".utf8))
    guard items.count == 2, case .quarantined(let bad) = items[0] else {
      Issue.record("expected one bad and one good record")
      return
    }
    #expect(bad.fault.problem == .tooManyTags(limit: 50_000))
    #expect(bad.length == 11 + 800_000 + 6)
    #expect(bad.text == "TY  - JOUR")
    #expect(items[1].record?.reference.title == "T")
  }

  @Test("A record or a line of many megabytes is quarantined, and memory stays small")
  func tooLong() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20)
    let line = Array("TY  - JOUR\nAB  - ".utf8) + long + Array("\nER  - \n".utf8)
    let items = RISReader.items(of: line, inPiecesOf: 1 << 20)
    #expect(items.map(\.problem) == [.lineTooLong(limit: 16 << 20)])

    let part = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let parts = (0..<17).flatMap { _ in Array("AB  - ".utf8) + part + Array("\n".utf8) }
    let record =
      Array("TY  - JOUR\n".utf8) + parts + Array("ER  - \nTY  - JOUR\nTI  - T\nER  -".utf8)
    #expect(
      RISReader.items(of: record, inPiecesOf: 1 << 20).map(\.problem)
        == [.entryTooLong(limit: 16 << 20), nil])
  }

  @Test(
    "What holds no record says so",
    arguments: [
      ("", 0), ("\n\n", 0), ("1.\n2.\n", 0), ("Provider: X\nDatabase: Y\n", 1), ("ER  - \n", 1),
      ("DB  - a header\nC1  - Database\n", 1),
    ])
  func nothing(text: String, warnings: Int) {
    let items = RISReader.items(of: Array(text.utf8))
    #expect(items.compactMap(\.record).isEmpty)
    #expect(items.count == warnings)
  }

  @Test(
    "A file is recognised by a line that begins a record, and nothing else is taken for one",
    arguments: [
      ("TY  - JOUR\n", "ris"), ("Provider: X\n\n1.\nTY  - JOUR\n", "ris"),
      ("T1  - a\nER  - \n", "ris"), ("FN Clarivate Web of Science\nTY x\nER\n", "wos"),
      ("PMID- 1\nTI  - T\n", "nbib"),
      ("%PDF-1.7\n", nil), ("\u{0}\u{1}\u{2}\u{3}", nil), ("title,year\na,2019\n", "csv"),
    ])
  func recognising(text: String, name: String?) {
    let found = Format.reader(recognising: text.utf8.span).map { $0.format.name }
    #expect(found == name)
  }

  @Test("Warnings are counted by kind, with the first few of each")
  func tally() {
    let text = (0..<20).map {
      "TY  - JOUR\nTI  - \($0)\nPY  - in press\n\($0 % 2 == 0 ? "ER  - " : "")\n"
    }
    var tally = WarningTally()
    for item in RISReader.items(of: Array(text.joined().utf8)) {
      if case .warning(let warning) = item { tally.add(warning) }
    }
    #expect(tally.count == 30)
    #expect(tally.shares.map(\.name) == ["not-a-year", "no-end", "cut-short"])
    #expect(tally.shares.map(\.count) == [20, 9, 1])
    #expect(tally.shares.map(\.examples.count) == [5, 5, 1])
    #expect(
      tally.shares[0].examples[0].description(in: "a.ris")
        == "a.ris:3: PY holds \"in press\", which is not a year. The record was kept without a year."
    )
  }
}

extension ReadItem {
  /// Why it is quarantined; nil for anything else.
  var problem: ReadFault.Problem? {
    switch self {
    case .quarantined(let item): item.fault.problem
    case .record, .warning: nil
    }
  }
}
