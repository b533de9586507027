import Screening
import Testing

@testable import Commands

@Suite("A shape reads what it says it expects, and nothing else")
struct ShapeTests {
  @Test(
    "A number is read within its limits",
    arguments: [
      ("1", 1), ("9", 9), ("0", nil), ("10", nil), ("1.5", nil), ("", nil), ("one", nil),
    ] as [(String, Int?)])
  func number(_ text: String, _ value: Int?) {
    #expect(Shape.number(in: 1...9).read(text) == value)
  }

  @Test("An empty text is no text")
  func text() {
    #expect(Shape.text.read("") == nil)
    #expect(Shape.text.read(" ") == " ")
  }

  @Test("A list is read only if each of its parts is")
  func list() {
    let shape = Shape.list(of: .number(in: 1...9))
    #expect(shape.read("1,2,3") == [1, 2, 3])
    #expect(shape.read("1,,3") == nil)
    #expect(shape.read("1,10") == nil)
  }

  @Test("Every stage and verdict is read by its name")
  func words() {
    for stage in Stage.allCases { #expect(Shape.stage.read(stage.name) == stage) }
    for verdict in Verdict.allCases { #expect(Shape.verdict.read(verdict.name) == verdict) }
    #expect(Shape.stage.read("Full-Text") == nil)
  }

  @Test("A report is read with and without its letter")
  func report() {
    #expect(Shape.report.read("R412") == RecordNumber(412))
    #expect(Shape.report.read("412") == RecordNumber(412))
    #expect(Shape.report.read("R0") == nil)
  }

  @Test("What is expected reads as the end of a sentence")
  func expected() {
    #expect(Shape.word(among: ["a"]).expected == "a")
    #expect(Shape.word(among: ["a", "b", "c"]).expected == "a, b or c")
    #expect(Shape.number(in: 1 ... .max).expected == "a whole number from 1")
    #expect(Shape.number(in: 1...9).expected == "a whole number from 1 to 9")
  }
}
