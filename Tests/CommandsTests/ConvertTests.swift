import Formats
import Testing

@testable import Commands

@Suite("Files of records become files of another format")
struct ConvertTests {
  private let rig = Rig(all: ())
  private static let plain = """
    {"title":"Walking beside","authors":[{"family":"Example","given":"Ada"}],"year":"2019",\
    "journal":"Made-Up Studies","volume":"4","issue":"2","pages":"11-19","abstract":"It helps."}

    """

  @Test(
    "What every format can hold comes back from each through the program",
    arguments: Format.writers.map { $0.format.name })
  func roundTrip(_ format: String) {
    rig.files.contents = ["a.jsonl": Array((Self.plain + Self.plain).utf8)]
    let there = rig.obey("convert a.jsonl --to \(format)")
    #expect(there.status == .done && there.errors == [])
    rig.files.contents = ["b": Array(there.output.utf8)]
    let back = rig.obey("convert b")
    #expect(back.status == .done && back.errors == [])
    let lines = back.output.split(separator: "\n")
    #expect(lines.count == 2)
    for part in ["\"title\":\"Walking beside", "\"family\":\"Example\"", "\"year\":\"2019\""] {
      #expect(lines.allSatisfy { $0.contains(part) })
    }
  }

  @Test("What cannot be read is told with its line, and the others are written")
  func faults() {
    rig.files.contents = ["a.jsonl": Array((Self.plain + "{}\n" + Self.plain).utf8)]
    let answer = rig.obey("convert a.jsonl --to ris")
    #expect(answer.status == .file)
    #expect(answer.output.split(separator: "\r\n").count { $0.hasPrefix("TY") } == 2)
    #expect(answer.errors.count == 1)
    #expect(answer.errors[0].hasPrefix("a.jsonl:2: The record holds no field"))
  }

  @Test("Files of different formats become one, with one head and one foot")
  func several() {
    rig.files.contents = [
      "a.jsonl": Array(Self.plain.utf8), "b.ris": Array("TY  - JOUR\nTI  - B\nER  - \n".utf8),
    ]
    let answer = rig.obey("convert a.jsonl b.ris --to csl-json")
    #expect(answer.output.count { $0 == "[" } >= 1)
    rig.files.contents = ["c.json": Array(answer.output.utf8)]
    #expect(rig.obey("inspect c.json").output.hasPrefix("c.json: CSL-JSON, UTF-8, 2 records\n"))
  }

  @Test("A format that nobody knows is a fault of the command line, with what is near")
  func unknownFormat() {
    let answer = rig.obey("convert a.ris --to rsi")
    #expect(answer.status == .usage)
    #expect(answer.errors.first?.contains("Did you mean \"ris\"?") == true)
  }
}
