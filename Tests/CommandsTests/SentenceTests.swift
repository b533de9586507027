import Service
import Testing

@testable import Commands

@Suite("A fault says what happened, where, and what to do")
struct SentenceTests {
  private static let usageFaults: [UsageFault] = [
    .unknownCommand("x", known: ["y"]), .incompleteCommand("x", known: ["x y"]),
    .optionBeforeCommand("--x"), .unknownOption("--x", command: "x", known: ["--x-ray"]),
    .valueMissing(option: "--x", command: "x"), .valueUnwanted(option: "--x", command: "x"),
    .twice(option: "--x", command: "x"), .missing(parameter: "X", command: "x"),
    .surplus(operand: "x", command: "x"),
    .unreadable(value: "x", parameter: "X", expected: "a number", known: []),
    .contradiction("--x and --y exclude one another. Keep one.", command: "x"),
  ]

  private static let fileFaults: [FileFault] = [
    .absent(path: "x"), .folder(path: "x"), .forbidden(path: "x"),
    .unread(path: "x", detail: "Input/output error"),
    .unwritten(path: "x", detail: "No space left on device"),
  ]

  private static let failures =
    usageFaults.map(Failure.usage) + fileFaults.map { Failure.fault(.file($0)) } + [
      .output(.failed("No space left on device")), .bug("x is y."),
    ]

  @Test(
    "It names what it is about, ends with a full stop and is never a bare code", arguments: failures
  )
  func sentence(_ failure: Failure) throws {
    let sentence = try #require(failure.sentence)
    #expect(sentence.contains("x") || sentence.contains("No space left"))
    #expect(sentence.hasSuffix("."))
    #expect(!sentence.lowercased().contains("invalid"))
    #expect(!sentence.contains("\n"))
  }

  @Test("A fault of a file begins with the file", arguments: fileFaults)
  func fileFirst(_ fault: FileFault) { #expect(fault.sentence.hasPrefix("x: ")) }

  @Test("Command lines end with 64, files with 65, the program with 70, the machine with 74")
  func statuses() {
    #expect(Self.usageFaults.allSatisfy { Failure.usage($0).status == .usage })
    #expect(
      Self.fileFaults.map { Failure.fault(.file($0)).status.rawValue } == [65, 65, 65, 74, 74])
    #expect(Failure.bug("x").status.rawValue == 70)
    #expect(Failure.output(.failed("x")).status.rawValue == 74)
    #expect(Failure.output(.closed).status.rawValue == 0)
  }

  @Test("What a command has told already is not told again")
  func told() {
    #expect(Failure.reported(.file).sentence == nil)
    #expect(Failure.output(.closed).sentence == nil)
  }
}
