import Testing

@testable import Commands

@Suite("A command line is sorted into operands, options and flags")
struct ArgumentsTests {
  private static let review = Operand("REVIEW", .text, "the review")
  private static let themes = Operand("THEME", .text, count: .any, "the themes")
  private static let note = Option("note", "TEXT", .text, "a note")
  private static let verdict = Option(
    "verdict", "VERDICT", .word(among: ["include", "exclude"]), "the verdict")
  private static let dryRun = Flag("dry-run", "changes nothing")
  private static let command = Command(
    "label", "labels", operands: [review, themes], options: [note, verdict, dryRun], manual: ""
  ) { _ throws(Failure) in }

  private func arguments(_ words: String...) throws(UsageFault) -> Arguments {
    try Arguments(words, for: Self.command)
  }

  @Test("Operands fill their places in order, the last takes the rest, wherever options stand")
  func operands() throws {
    let given = try arguments("peers", "--dry-run", "t1", "--note", "n", "t2")
    #expect(given.values(of: Self.review) == ["peers"])
    #expect(given.values(of: Self.themes) == ["t1", "t2"])
    #expect(given.values(of: Self.dryRun) == [])
  }

  @Test(
    "An option's value stands behind it or behind an equals sign",
    arguments: [
      ["peers", "--note", "a=b"], ["peers", "--note=a=b"], ["--note=a=b", "peers"],
    ])
  func values(_ words: [String]) throws {
    #expect(try Arguments(words, for: Self.command).values(of: Self.note) == ["a=b"])
  }

  @Test("A value may begin with one hyphen, and with two only behind an equals sign")
  func hyphens() throws {
    #expect(try arguments("peers", "--note", "-1").values(of: Self.note) == ["-1"])
    #expect(try arguments("peers", "--note", "-").values(of: Self.note) == ["-"])
    #expect(try arguments("peers", "--note=--x").values(of: Self.note) == ["--x"])
    #expect(throws: UsageFault.valueMissing(option: "--note", command: "label")) {
      try arguments("peers", "--note", "--dry-run")
    }
  }

  @Test("A lone hyphen is an operand, and so is all behind two lone hyphens")
  func afterOptions() throws {
    let given = try arguments("-", "--", "--note", "--", "-x")
    #expect(given.values(of: Self.review) == ["-"])
    #expect(given.values(of: Self.themes) == ["--note", "--", "-x"])
    #expect(given.values(of: Self.note) == nil)
  }

  @Test("An option's value missing at the end is a fault")
  func valueMissing() {
    #expect(throws: UsageFault.valueMissing(option: "--note", command: "label")) {
      try arguments("peers", "--note")
    }
  }

  @Test("A flag takes no value")
  func flagWithValue() {
    #expect(throws: UsageFault.valueUnwanted(option: "--dry-run", command: "label")) {
      try arguments("peers", "--dry-run=yes")
    }
  }

  @Test(
    "An option that stands twice is a fault, also as a flag",
    arguments: [
      ["peers", "--note", "a", "--note", "a"], ["peers", "--note=a", "--note", "b"],
    ])
  func twice(_ words: [String]) {
    #expect(throws: UsageFault.twice(option: "--note", command: "label")) {
      try Arguments(words, for: Self.command)
    }
    #expect(throws: UsageFault.twice(option: "--dry-run", command: "label")) {
      try arguments("peers", "--dry-run", "--dry-run")
    }
  }

  @Test("A required operand that is absent is named")
  func missing() {
    #expect(throws: UsageFault.missing(parameter: "REVIEW", command: "label")) {
      try arguments("--note", "n")
    }
  }

  @Test("A required option that is absent is named")
  func missingOption() {
    let command = Command("x", "x", options: [Common.grounds], manual: "") { _ throws(Failure) in }
    #expect(throws: UsageFault.missing(parameter: "--because", command: "x")) {
      try Arguments([], for: command)
    }
  }

  @Test("One operand too many is named")
  func surplus() {
    let command = Command("x", "x", operands: [Self.review], manual: "") { _ throws(Failure) in }
    #expect(throws: UsageFault.surplus(operand: "b", command: "x")) {
      try Arguments(["a", "b"], for: command)
    }
  }

  @Test("A value outside its words is refused with the words to choose from")
  func wrongWord() {
    let fault = #expect(throws: UsageFault.self) { try arguments("p", "--verdict", "inclde") }
    #expect(
      fault?.sentence
        == "--verdict cannot be \"inclde\". Did you mean \"include\"? Give include or exclude.")
  }

  @Test("An unknown option leads to the nearest one")
  func unknownOption() {
    let fault = #expect(throws: UsageFault.self) { try arguments("p", "--nott", "x") }
    #expect(fault?.sentence.contains("Did you mean \"--note\"?") == true)
  }
}
