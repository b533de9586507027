import Screening
import Testing

@testable import Commands

@Suite("A CSV file is read as it says, or said to be wrong")
struct CSVTests {
  private func cells(_ text: String) throws(CSV.Fault) -> [[String]] {
    try CSV(Array(text.utf8)).rows.map(\.cells)
  }

  @Test(
    "Commas, quotation marks, line ends and empty lines are what RFC 4180 says",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a\n", [["a"]]), ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]), ("a,\n,b\n", [["a", ""], ["", "b"]]), ("", []),
      ("a\n\n\nb\n", [["a"], ["b"]]), ("\"\",\"\"\n", [["", ""]]), ("é,日本\n", [["é", "日本"]]),
    ])
  func reads(_ text: String, _ expected: [[String]]) throws {
    #expect(try cells(text) == expected)
  }

  @Test("What was written with quotation marks is read back, whatever it holds")
  func roundTrip() throws {
    var random = SplitMix(seed: 4180)
    let letters = ["a", "\"", ",", "\n", "\r\n", ";", " ", "ü", ""]
    for _ in 0..<200 {
      let row = (0..<3).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? ""
        }.joined()
      }
      let line = row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      #expect(try cells(line + "\n") == [row])
    }
  }

  @Test("A row knows the line that it begins on")
  func lines() throws {
    let csv = try CSV(Array("a\n\n\"b\nc\"\nd\n".utf8))
    #expect(csv.rows.map(\.line) == [1, 3, 5])
  }

  @Test(
    "What is wrong is told with its line",
    arguments: [
      ("a\n\"b", 2, "none ends it"), ("a\nb\"c\n", 2, "inside a value"),
      ("\"a\"b\n", 1, "behind the quotation mark"),
    ])
  func wrong(_ text: String, _ line: Int, _ words: String) {
    let fault = #expect(throws: CSV.Fault.self) { try CSV(Array(text.utf8)) }
    #expect(fault?.line == line)
    #expect(fault?.sentence.contains(words) == true)
  }

  @Test("Bytes that are not UTF-8 are said to be so")
  func latin() {
    #expect(throws: CSV.Fault.self) { try CSV([0x61, 0xE9, 0x0A]) }
  }
}
