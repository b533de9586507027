import ProtocolFile
import Screening
import Testing

@Suite("The worked protocols")
struct SampleTests {
  @Test("Every sample reads without a fault", arguments: samples)
  func clean(path: String) {
    let found = faults(of: Repository.bytes(path))
    #expect(found.isEmpty, "\(found.map { $0.line(in: path) }.joined(separator: "\n"))")
  }

  @Test("The format on one page is a protocol too")
  func onePage() throws {
    let page = Repository.text("protocols/README.md")
    let start = try #require(page.firstRange(of: "```yaml\n")).upperBound
    let text = try #require(page[start...].split(separator: "```").first)
    #expect(faults(of: String(text)) == [])
  }

  @Test(
    "A sample that breaks off anywhere gives a protocol or a fault in it",
    arguments: zip(samples, [17, 3, 1]))
  func truncated(path: String, step: Int) {
    let bytes = Repository.bytes(path)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    for length in stride(from: 0, to: bytes.count, by: step) {
      let found = faults(of: Array(bytes[..<length]))
      #expect(found.allSatisfy { (1...lines).contains($0.line) && $0.column > 0 })
    }
  }

  @Test("A sample with any one byte spoilt gives a protocol or a fault", arguments: samples)
  func spoilt(path: String) {
    let bytes = Repository.bytes(path)
    for index in stride(from: 0, to: bytes.count, by: 149) {
      for spoil in [UInt8(0), 0x09, 0x22, 0x26, 0x2D, 0x3A, 0x7B, 0xFF] {
        var spoilt = bytes
        spoilt[index] = spoil
        #expect(faults(of: spoilt).allSatisfy { $0.line > 0 && !$0.sentence.isEmpty })
      }
    }
  }

  @Test("The sample review holds what its authors printed")
  func peerSupport() throws {
    let found = try ProtocolFile.read(Repository.bytes("protocols/peer-support.yaml"))
    #expect(found.framework == .pcc)
    #expect(found.domains.map(\.include.count) == [4, 2, 1, 4])
    #expect(found.domains.map(\.exclude.count) == [2, 3, 0, 4])
    #expect(found.criteria.filter { $0.exception != nil }.map(\.id.text) == ["P-ex-2", "C-ex-3"])
    #expect(
      found.limits.map(\.test) == [
        .published(from: PartialDate(year: 1990), to: nil), .language(["en"]),
      ])
    #expect(found.sources.filter { $0.arm == .databases }.count == 4)
    #expect(found.sources.filter { $0.arm == .other }.map(\.route) == [.handSearch, .website])
    #expect(found.titleAbstract.reviewers == 2)
    #expect(found.fullText.reviewers == 2)
    #expect(found.titleAbstract.conflicts == .thirdMember)
    #expect(found.fullText.conflicts == .thirdMember)
    #expect(found.labels == LabelRule(min: 1, max: 2, people: 1))
  }

  @Test("The theme tree of the sample review has 29 labels in four groups")
  func themes() throws {
    let found = try ProtocolFile.read(Repository.bytes("protocols/peer-support.yaml"))
    let labels = found.themes.map { $0.all.count(where: \.isLabel) }
    #expect(labels == [8, 1, 9, 11])
    #expect(found.allThemes.allSatisfy { $0.isLabel == $0.themes.isEmpty })
  }

  @Test("One search string, to the letter, was used in all four databases")
  func search() throws {
    let found = try ProtocolFile.read(Repository.bytes("protocols/peer-support.yaml"))
    let strings = Set(found.sources.filter { $0.arm == .databases }.map(\.search))
    let expected = """
      "peer support" or "peer worker*" or "consumer worker*" or "lived experience worker*" or \
      "expert by experience" or "family peer support" or "peer led support"
      AND
      "mental health" or psychiatric or "mental illness*" or CAMHS or "child and adolescent mental \
      health service*" or "forensic psych*" or "specialist mental health service*"
      """
    #expect(strings == [expected])
  }
}
