/// One command: what it is called, what it takes, its manual and what it does.
///
/// A value, one per file; nothing about a command stands anywhere else.
struct Command: Sendable {
  /// One use of the command, for its manual.
  struct Example: Hashable, Sendable {
    /// The line to type.
    let line: String
    /// What it does.
    let meaning: String

    /// Joins the parts.
    init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// One or two words: `decide`, `review create`.
  let name: String
  /// What it does, in a line without a full stop.
  let summary: String
  /// What it takes by place, in order.
  let operands: [any Parameter]
  /// What it takes by name; those that every command understands among them.
  let options: [any Parameter]
  /// The manual's paragraphs: what it does, what it refuses, what it prints.
  let manual: String
  /// Uses of it.
  let examples: [Example]
  /// Does it.
  let run: @Sendable (Invocation) throws(Failure) -> Void

  /// Describes a command.
  init(
    _ name: String, _ summary: String, operands: [any Parameter] = [],
    options: [any Parameter] = [], manual: String, examples: [Example] = [],
    run: @escaping @Sendable (Invocation) throws(Failure) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options + Common.everywhere
    self.manual = manual
    self.examples = examples
    self.run = run
  }

  /// The first word of the name: the group that a command of two words belongs to.
  var firstWord: String { String(name.prefix { $0 != " " }) }
}
