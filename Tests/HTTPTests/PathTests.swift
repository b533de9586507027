import HTTP
import Testing

@Suite("Addresses")
struct PathTests {
  @Test("Any parts and questions come back from the address that was written", arguments: 0..<100)
  func roundTrip(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    func text() -> String {
      let scalars = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x21...0x24F, using: &random))
      }.filter { $0 != "\u{7F}" }
      let text = String(String.UnicodeScalarView(scalars))
      return text.isEmpty || text == "." || text == ".." ? "x" : text
    }
    let parts = (0..<4).map { _ in text() }
    let question = (text(), text())
    var writer = PathWriter()
    for part in parts { writer.add(part) }
    writer.ask(question.0, question.1)
    writer.ask("second", "&=+ %")
    let request = try Request(.get, writer.address)
    var reader = PathReader(request.path)
    for part in parts { #expect(reader.next() == part, "seed \(seed)") }
    #expect(reader.isAtEnd)
    #expect(request.query[question.0] == question.1, "seed \(seed)")
    #expect(request.query["second"] == "&=+ %")
  }

  @Test("A reader takes the words that it expects, and no empty parts")
  func reading() {
    var reader = PathReader(["reviews", "a", "", "412"])
    #expect(["people", "reviews"].map { reader.take($0) } == [false, true])
    #expect(reader.next() == "a")
    #expect(reader.next() == nil)
    #expect([""].map { reader.take($0) } == [true])
    #expect(!reader.isAtEnd)
    #expect(reader.number(UInt32.self) == 412)
    #expect(reader.isAtEnd)
    #expect(reader.next() == nil)
    #expect(PathWriter().address == "/")
    #expect(PathWriter("a b", "c").address == "/a%20b/c")
  }

  @Test(
    "A number has one spelling, so that a page has one address",
    arguments: ["", "007", "+7", "-0", "7 ", "0x7", "4294967296", "-1", "٧"])
  func numbers(text: String) {
    var reader = PathReader([text])
    #expect(reader.number(UInt32.self) == nil)
    #expect(!reader.isAtEnd)
  }
}
