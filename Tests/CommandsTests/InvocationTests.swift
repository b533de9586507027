import JSON
import Screening
import Service
import Testing

@testable import Commands

@Suite("A command gets values, and speaks on the right stream")
struct InvocationTests {
  private static let number = Option("number", "N", .number(in: 1...9), "a number")

  private func rig(
    options: [any Parameter] = [],
    _ run: @escaping @Sendable (Invocation) throws(Failure) -> Void
  ) -> Rig {
    Rig(Command("act", "acts", options: options, manual: "", run: run))
  }

  @Test("An option's value arrives in its own type, or as nothing")
  func typedValue() {
    let rig = rig(options: [Self.number]) { call throws(Failure) in
      let number: Int? = try call.optional(Self.number)
      try call.print("\(number ?? 0)")
    }
    rig.run("act", "--number", "7")
    rig.run("act")
    #expect(rig.terminal.printed == "7\n0\n")
  }

  @Test("Operands arrive in their own type, one by one or all together")
  func typedOperands() {
    let first = Operand("FIRST", .number(in: 1...9), "a number")
    let others = Operand("OTHER", .report, count: .any, "reports")
    let rig = Rig(
      Command("act", "acts", operands: [first, others], manual: "") { call throws(Failure) in
        let number: Int = try call.required(first)
        let next = try call.optional(others)
        try call.print("\(number) \(next?.value ?? 0) \(try call.all(others))")
      })
    rig.run("act", "7", "R2", "3")
    rig.run("act", "8")
    #expect(rig.terminal.printed == "7 2 [R2, R3]\n8 0 []\n")
  }

  @Test("Parts that contradict one another are a usage fault in the command's own words")
  func contradiction() {
    let rig = rig { call throws(Failure) in
      throw call.contradiction("--from stands for REPORT. Keep one of them.")
    }
    #expect(rig.run("act") == .usage)
    #expect(
      rig.terminal.errors == [
        "--from stands for REPORT. Keep one of them. \"winnow act --help\" is its manual."
      ])
  }

  @Test("An option required by its company is named when it is absent")
  func requiredByCompany() {
    let rig = rig(options: [Self.number]) { call throws(Failure) in
      _ = try call.required(Self.number)
    }
    #expect(rig.run("act") == .usage)
    #expect(rig.terminal.errors.first?.hasPrefix("\"act\" needs --number") == true)
  }

  @Test("A command that reads what it never declared is a fault of the program")
  func undeclared() {
    let rig = rig { call throws(Failure) in _ = try call.optional(Self.number) }
    #expect(rig.run("act") == .bug)
    #expect(rig.terminal.errors.first?.contains("fault of Winnow") == true)
  }

  @Test("The workspace is the option's, else the environment's, else the usual folder")
  func workspace() {
    let rig = rig(options: [Common.workspace]) { call throws(Failure) in
      try call.print(call.place)
    }
    rig.run("act")
    rig.terminal.variables["WINNOW_WORKSPACE"] = "/srv/reviews"
    rig.run("act")
    rig.run("act", "--workspace", "here")
    rig.terminal.variables["WINNOW_WORKSPACE"] = ""
    rig.run("act")
    #expect(rig.terminal.printed == "./workspace\n/srv/reviews\nhere\n./workspace\n")
  }

  @Test("Results are text, or JSON where that is asked for")
  func json() {
    let rig = rig(options: [Common.json]) { call throws(Failure) in
      try call.show(text: "three", json: ["count": 3])
    }
    rig.run("act")
    rig.run("act", "--json")
    #expect(rig.terminal.printed == "three\n{\n  \"count\": 3\n}\n")
  }

  @Test("Quiet leaves out remarks and keeps faults and results")
  func quiet() {
    let rig = rig { call throws(Failure) in
      call.remark("Working.")
      call.complain("a.yaml:1:1: a fault")
      try call.print("result")
    }
    rig.run("act", "--quiet")
    #expect(rig.terminal.errors == ["a.yaml:1:1: a fault"])
    #expect(rig.terminal.printed == "result\n")
    rig.run("act")
    #expect(rig.terminal.errors.contains("Working."))
  }

  @Test("A hyphen stands for standard input and output, any other path for a file")
  func files() {
    let rig = rig { call throws(Failure) in
      let (one, two) = (try call.read("-"), try call.read("a"))
      try call.write(to: "b") { (sink) throws(Fault) in try put([one, two], sink) }
      let both = try call.read("b")
      try call.write(to: "-") { (sink) throws(Fault) in try put([both], sink) }
    }
    rig.terminal.input = Array("one ".utf8)
    rig.files.contents["a"] = Array("two".utf8)
    #expect(rig.run("act") == .done)
    #expect(rig.files.contents["b"] == Array("one two".utf8))
    #expect(rig.terminal.printed == "one two")
  }

  @Test("A file that is not there ends with the status of a wrong file")
  func absentFile() {
    let rig = rig { call throws(Failure) in _ = try call.read("gone.ris") }
    #expect(rig.run("act") == .file)
    #expect(rig.terminal.errors.first?.hasPrefix("gone.ris: there is no such file") == true)
  }

  @Test("What was printed before a failure is written out, and the failure decides the status")
  func printedBeforeFailure() {
    let rig = rig { call throws(Failure) in
      try call.print("a.yaml:1:1: a fault")
      throw .reported(.file)
    }
    #expect(rig.run("act") == .file)
    #expect(rig.terminal.isFlushed)
    rig.terminal.fault = .closed
    #expect(rig.run("act") == .file)
  }

  @Test("A reader that goes away ends the program quietly")
  func closedOutput() {
    let rig = rig { call throws(Failure) in try call.print("much") }
    rig.terminal.fault = .closed
    #expect(rig.run("act") == .done)
    #expect(rig.terminal.errors.isEmpty)
  }

  @Test("Output that cannot be written is the machine's fault, even after the act")
  func failedOutput() {
    let rig = rig { call throws(Failure) in try call.print("much") }
    rig.terminal.fault = .failed("No space left on device")
    #expect(rig.run("act") == .machine)
    #expect(rig.terminal.errors.first?.contains("No space left on device") == true)
  }
}

/// Writes pieces one after the other.
private func put(
  _ pieces: [[UInt8]], _ sink: (ArraySlice<UInt8>) throws(FileFault) -> Void
) throws(Fault) {
  do throws(FileFault) {
    for piece in pieces { try sink(piece[...]) }
  } catch {
    throw .file(error)
  }
}
