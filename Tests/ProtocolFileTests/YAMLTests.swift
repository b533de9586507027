import ProtocolFile
import Testing

@Suite("Only the plain part of YAML is read")
struct YAMLTests {
  @Test("What YAML allows and the format does not", arguments: beyondTheFormat)
  func refused(fault: FaultCase) { fault.check() }

  @Test("Where the text stops being YAML", arguments: broken)
  func stops(fault: FaultCase) { fault.check() }

  @Test("A file of nothing, or of remarks, says what a protocol needs")
  func empty() {
    for text in ["", "\n\n", "# only a remark\n", "\u{FEFF}"] {
      #expect(
        faults(of: text).map { $0.line(in: "f") } == [
          "f:1:1: The file says nothing. A protocol needs at least a title, a framework and a domain."
        ])
    }
  }

  @Test("Bytes that are no UTF-8 are named by their place")
  func encoding() {
    let text = Array("title: caf".utf8) + [0xE9] + Array("\n".utf8)
    #expect(faults(of: text).map(\.place) == ["1:11"])
    #expect(faults(of: Array("a: é\nb".utf8) + [0xFF]).map(\.place) == ["2:2"])
    #expect(faults(of: [0xFF, 0xFE, 0x61, 0x00]).map(\.place) == ["1:1"])
  }

  @Test("A byte order mark is no part of the first key")
  func byteOrderMark() {
    #expect(faults(of: "\u{FEFF}" + Marked.base(with: "").text).isEmpty)
  }

  @Test("Line ends of Windows change nothing")
  func windows() throws {
    let text = Repository.text("protocols/exercise-for-depression.yaml")
    #expect(try read(text.replacing("\n", with: "\r\n")) == read(text))
  }

  @Test("A file too large or too deep is refused before it costs anything")
  func limits() {
    let large = String(repeating: "# a line of remarks\n", count: 60_000)
    #expect(faults(of: large).map(\.sentence.description).first?.contains("1200000 bytes") == true)
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(faults(of: deep).contains { $0.sentence.contains("more than 32 deep") })
    let indented = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(faults(of: indented).contains { $0.sentence.contains("more than 32 deep") })
  }

  @Test("A file of nothing but faults is read in a moment")
  func hostile() {
    let circles = (0..<5000).map { "{id: t\($0), name: n, parent: t\($0)}" }
    let strays = (0..<5000).map { "{id: u\($0), name: n, parent: v\($0)}" }
    let more = """
      themes: [\((circles + strays).joined(separator: ", "))]
      chart: [{id: f, name: n, kind: choice, choices: [\((0..<20000).map { "c\($0)" }.joined(separator: ","))]}]
      \((0..<10000).map { "key\($0): 1" }.joined(separator: "\n"))
      """
    let clock = ContinuousClock()
    let took = clock.measure { #expect(faults(of: Marked.base(with: more).text).count == 20_000) }
    #expect(took < .seconds(60))
  }

  static let beyondTheFormat = [
    FaultCase(
      "a key that stands twice", "questions: []\nteam: {}\n▸questions: []",
      "The key `questions` stands here for the second time; the first is at line 4, column 1."),
    FaultCase(
      "an anchor and its alias", "questions: ▸&q [a]\nfull-text-routes: ▸*q", "Anchors", "Aliases"),
    FaultCase("a merge key", "team: {▸<<: ▸*t}", "`<<` is no key of a team", "Aliases"),
    FaultCase("a tag", "questions: [▸!!int 3]", "Tags"),
    FaultCase("a second document", "▸---\ntitle: U", "A second document begins here"),
    FaultCase("a key that is a list", "team: {▸[a]: b}", "A key is a word followed by a colon"),
    FaultCase(
      "a text where the whole protocol belongs", whole: "▸Peer support\n",
      "`protocol` asks for a mapping with keys such as `title`, and this is `Peer support`."),
  ]

  static let broken = [
    FaultCase("a tab that indents", "team:\n▸\tresolution: named", "A tab stands here"),
    FaultCase(
      "a colon in a plain text", "questions:\n  - {a: b\n▸",
      "The file stops being YAML here"),
    FaultCase(
      "a second colon on a line", "zone: Europe▸: London",
      "Put a text that holds a colon in quotes."),
    FaultCase("quotes that stay open", "zone: 'UTC\n▸", "Close the quotes that are open."),
    FaultCase(
      "a bracket that stays open", "questions: [a, b\nteam▸: {}",
      "Close the bracket, or put a comma between the items."),
    FaultCase("a percent sign in front", "zone: ▸%a", "Put a text that begins with this character"),
    FaultCase("a character that nobody can see", "zone: U▸\u{1}TC", "does not allow"),
  ]
}
