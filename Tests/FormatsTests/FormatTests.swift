import Formats
import Testing

@Suite("Formats")
struct FormatTests {
  @Test("Each reader is found by the name of its format, and by no other")
  func names() {
    let formats = Format.readers.map { $0.format }
    let found = formats.compactMap { Format.reader(named: $0.name) }.map { $0.format }
    #expect(found == formats)
    #expect(Set(formats.map(\.name)).count == formats.count)
    let none = Format.reader(named: "nonsense").map { $0.format }
    #expect(none == nil)
  }

  @Test(
    "A file is recognised by how it begins",
    arguments: [
      ("{\"title\":1}", "jsonl"), ("\u{FEFF}\n { \"a\"", "jsonl"), ("{\n  \"title\": 1", nil),
      ("", nil),
      ("TY  - JOUR", nil), ("[{", nil),
    ])
  func recognising(beginning: String, name: String?) {
    let found = Format.reader(recognising: beginning.utf8.span).map { $0.format.name }
    #expect(found == name)
  }
}
