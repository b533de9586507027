import Testing

@testable import Commands

@Suite("A command line finds its command, or a way to it")
struct RegistryTests {
  private static func printing(_ name: String, operands: [any Parameter] = []) -> Command {
    Command(name, "prints \(name)", operands: operands, manual: "It prints.") {
      call throws(Failure) in
      try call.print(call.command.name)
    }
  }

  private let rig = Rig(
    .help, .version, printing("decide", operands: [Operand("REVIEW", .text, "the review")]),
    printing("review create"), printing("review list"))

  @Test(
    "One word or two name a command; the rest is its own",
    arguments: [
      (["review", "list"], "review list\n"), (["decide", "list"], "decide\n"),
    ])
  func finds(_ words: [String], _ printed: String) {
    let status = rig.registry.run(
      words, in: rig.surroundings)
    #expect(status == .done)
    #expect(rig.terminal.printed == printed)
  }

  @Test(
    "A wrong command ends as a usage fault that names the nearest",
    arguments: [
      (["decid"], "decide"), (["revew"], "review"), (["review", "crate"], "review create"),
    ])
  func didYouMean(_ words: [String], _ nearest: String) {
    let status = rig.registry.run(
      words, in: rig.surroundings)
    #expect(status == .usage)
    #expect(rig.terminal.printed.isEmpty)
    #expect(rig.terminal.errors.first?.contains("Did you mean \"\(nearest)\"?") == true)
  }

  @Test("A first word alone asks for its second")
  func incomplete() {
    #expect(rig.run("review") == .usage)
    #expect(
      rig.terminal.errors == [
        "\"review\" needs a second word: \"review create\", \"review list\"."
      ])
  }

  @Test("An option before the command says where options stand")
  func optionFirst() {
    #expect(rig.run("--workspace", "x", "decide") == .usage)
    #expect(rig.terminal.errors.first?.hasPrefix("\"--workspace\" stands before") == true)
  }

  @Test(
    "Nothing at all, or a wish for help, lists the commands",
    arguments: [
      [], ["help"], ["--help"], ["-h"],
    ])
  func overview(_ words: [String]) {
    let status = rig.registry.run(
      words, in: rig.surroundings)
    #expect(status == .done)
    for command in rig.registry.commands { #expect(rig.terminal.printed.contains(command.summary)) }
  }

  @Test(
    "The manual is the same by either way, whatever else stands on the line",
    arguments: [
      ["help", "review", "create"], ["review", "create", "--help"],
      ["review", "create", "--nonsense", "-h"],
    ])
  func manual(_ words: [String]) throws {
    let status = rig.registry.run(
      words, in: rig.surroundings)
    #expect(status == .done)
    #expect(rig.terminal.printed == rig.registry.help(on: "review create").map { $0 + "\n" })
  }

  @Test("Behind two lone hyphens there is no wish for help")
  func helpAsOperand() {
    #expect(rig.run("decide", "--", "--help") == .done)
    #expect(rig.terminal.printed == "decide\n")
  }

  @Test("Help on a first word lists what it begins, and on a wrong word is a fault")
  func helpOnGroup() {
    #expect(rig.run("help", "review") == .done)
    #expect(rig.terminal.printed.contains("review list"))
    #expect(!rig.terminal.printed.contains("decide"))
    #expect(rig.run("help", "revew") == .usage)
  }

  @Test("The version is printed by either way")
  func version() {
    #expect(rig.run("version") == .done)
    #expect(rig.run("--version") == .done)
    #expect(rig.terminal.printed == "winnow 0.1.0\nwinnow 0.1.0\n")
  }
}
