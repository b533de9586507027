import JSON
import Testing

@testable import Commands

@Suite("winnow dedupe says which records of some files are one document")
struct DedupeTests {
  /// The first and the last are one article; the second has its title and another DOI.
  private static let records = """
    {"id": "a", \(title), "doi": "10.5555/1", "year": "2019", "journal": "Wards"}
    {"id": "b", \(title), "doi": "10.5555/2", "year": "2019", "journal": "Wards"}
    {"title": "Noise and what to do about it", "year": "2020"}
    {"id": "d", \(title), "doi": "10.5555/1", "abstract": "Dim."}

    """
  private static let title = #""title": "Light at night and how older patients sleep on a ward""#

  private func rig(_ others: [String: String] = [:]) -> Rig {
    let rig = Rig(.dedupe)
    rig.files.contents["x.jsonl"] = Array(Self.records.utf8)
    for (name, text) in others { rig.files.contents[name] = Array(text.utf8) }
    return rig
  }

  private func text(_ rig: Rig, _ file: String) -> String {
    String(decoding: rig.files.contents[file] ?? [], as: UTF8.self)
  }

  @Test("A row a record, in order; a record without an id goes by its ordinal")
  func rows() {
    let answer = rig().obey("dedupe x.jsonl")
    #expect(answer.status == .done && answer.errors.isEmpty)
    #expect(
      answer.output.split(separator: "\r\n") == [
        "id,group,band,rule,kept", "a,1,sure,,yes", "b,2,,,yes", "3,3,,,yes",
        "d,1,sure,equal-doi,no",
      ])
  }

  @Test("Records of several files are counted on, and are duplicates of each other")
  func files() {
    let rig = rig([
      "y/z.jsonl": "{\"title\": \"Noise and what to do about it\", \"year\": \"2020\"}\n"
    ])
    let answer = rig.obey("dedupe x.jsonl y --format json")
    #expect(answer.output.contains("\"file\": \"y/z.jsonl\"") && answer.output.contains("\"5\""))
  }

  @Test("Pairs to ask go to a file with rule and evidence")
  func pairs() {
    let rig = rig()
    rig.obey("dedupe x.jsonl --pairs ask.csv")
    let lines = text(rig, "ask.csv").split(separator: "\r\n")
    #expect(lines.first == "id,id,band,rule,evidence" && lines.count == 2)
    #expect(lines.last?.hasPrefix("a,b,ask,different-dois,\"same title") == true)
  }

  @Test("What is unique is one record a group, each field from the fullest, in the file's format")
  func unique() throws {
    let rig = rig()
    rig.obey("dedupe x.jsonl --unique left.jsonl")
    let lines = text(rig, "left.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    let first = try JSONValue.parse(String(try #require(lines.first)).utf8.span)
    #expect(first["id"] == "a" && first["abstract"] == "Dim." && first["year"] == "2019")
    rig.obey("dedupe x.jsonl --unique left")
    #expect(text(rig, "left").hasPrefix("TY  - "))
  }

  @Test("As RIS every record comes with its row as a note")
  func ris() {
    let answer = rig().obey("dedupe x.jsonl --format ris")
    #expect(answer.output.split(separator: "\r\n").count { $0.hasPrefix("ER") } == 4)
    #expect(answer.output.contains("N1  - Winnow: group 1, sure, equal-doi, not kept"))
  }

  @Test(
    "Known sets make the table, with or without a head, and in one column of several",
    arguments: ["merged_ids\na;d\n", "a;d\n", "work,ids\n7,\"a; d\"\n", "\"d;a;\"\n3\n"])
  func truth(_ sheet: String) {
    let answer = rig(["known.csv": sheet]).obey("dedupe x.jsonl --truth known.csv")
    #expect(answer.status == .done)
    #expect(answer.errors.contains("precision 1.000, recall 1.000"))
    #expect(answer.errors.contains { $0.hasPrefix("in one group") && $0.hasSuffix("1          0") })
    #expect(
      answer.errors.contains { $0.hasPrefix("in two groups") && $0.hasSuffix("0          5") })
  }

  @Test("What the groups get wrong is counted, and what a question would mend is not missed")
  func wrong() {
    let answer = rig(["known.csv": "a;b\nb;3\n"]).obey(
      "dedupe x.jsonl --truth known.csv --format json")
    for member in ["\"found\": 0", "\"wrong\": 1", "\"worksLost\": 1"] {
      #expect(answer.output.contains(member), "\(answer.output)")
    }
  }

  @Test("A sheet that speaks of other records is refused; single strange ids are told")
  func strange() {
    let none = rig(["known.csv": "x;y\n"]).obey("dedupe x.jsonl --truth known.csv")
    #expect(none.status == .file && none.output.isEmpty)
    let some = rig(["known.csv": "a;d;y\n"]).obey("dedupe x.jsonl --truth known.csv")
    #expect(some.status == .done && some.errors.contains { $0.contains("has the id y") })
  }

  @Test("An entry that cannot be read is told once, and the others are compared all the same")
  func damage() {
    let rig = rig(["bad.jsonl": "{\"title\": \n" + Self.records])
    let answer = rig.obey("dedupe bad.jsonl --unique left.ris")
    #expect(answer.status == .file && answer.errors.count == 1)
    #expect(answer.output.contains("d,1,sure,equal-doi,no"))
    #expect(text(rig, "left.ris").split(separator: "\r\n").count { $0.hasPrefix("ER") } == 3)
  }
}
