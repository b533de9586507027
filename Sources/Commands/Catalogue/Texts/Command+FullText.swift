import JSON
import Screening
import Service

extension Command {
  static let fullText = Command(
    "fulltext", "keeps track of full texts",
    operands: [Common.review, step, report],
    options: [link, access, abstractOnly, note, Common.groundsIfAny] + Common.acting,
    manual: """
      "list" prints the reports whose full text is looked for or was given up. "attempt" notes one
      try, with --note. "link" says where the text can be read, with --url and --access; the report
      then waits for full-text decisions. With --abstract-only no more than an abstract can be
      read: enough where the report itself is one, or where a lead says why. "give-up" records it
      as not retrieved, after at least one attempt, and "withdraw" takes back a text or a give-up;
      both with --because. Neither is possible while the full-text round has decisions.
      For leads and librarians.
      """,
    examples: [
      Example("winnow fulltext peer-support list", "lists what is looked for"),
      Example(
        "winnow fulltext peer-support link R12 --url https://example.org/r12.pdf --access free",
        "says where it is"),
      Example("winnow fulltext peer-support attempt R12 --note \"Wrote to the author.\"", "a try"),
      Example("winnow fulltext peer-support give-up R12 --because \"No answer.\"", "gives up"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      let step = try call.required(step)
      guard step != .list else { return try call.listTexts(for: sitting) }
      guard let report = try call.optional(report) else {
        throw .usage(.missing(parameter: "REPORT", command: call.command.name))
      }
      let done = try call.take(step, on: report, for: sitting)
      try call.tell(done, step.told(report), to: sitting, json: .about(report))
    })

  fileprivate enum Step: String, CaseIterable {
    case list, attempt, link
    case giveUp = "give-up"
    case withdraw
  }

  private static let step = Operand(
    "STEP", Shape.one(of: Step.allCases, named: \.rawValue),
    "list, attempt, link, give-up or withdraw")
  private static let report = Operand(
    "REPORT", .report, count: .optional, "the report; none with list")
  fileprivate static let link = Option("url", "URL", .text, "where the text can be read")
  fileprivate static let access = Option(
    "access", "ACCESS", Shape.one(of: TextObtained.Access.allCases, named: \.name),
    "free or log-in; else free")
  fileprivate static let abstractOnly = Flag(
    "abstract-only", "no more than the abstract can be read")
  fileprivate static let note = Option("note", "TEXT", .text, "what was tried")
}

extension Invocation {
  fileprivate func take(
    _ step: Command.Step, on report: RecordNumber, for sitting: Sitting
  ) throws(Failure) -> Done {
    switch step {
    case .attempt:
      let note = try required(Command.note)
      return try answer(
        of: sitting.bench.attemptText(of: report, saying: note, sitting.acting))
    case .giveUp:
      let grounds = try required(Common.groundsIfAny)
      return try answer(
        of: sitting.bench.giveUpText(of: report, because: grounds, sitting.acting))
    case .withdraw:
      let grounds = try required(Common.groundsIfAny)
      return try answer(
        of: sitting.bench.withdrawText(of: report, because: grounds, sitting.acting))
    case .link, .list:
      let (url, access) = (try required(Command.link), try optional(Command.access) ?? .free)
      let (isOnly, grounds) = (has(Command.abstractOnly), try optional(Common.groundsIfAny))
      return try answer(
        of: sitting.bench.obtainText(
          of: report, access: access, isAbstractOnly: isOnly, at: url, because: grounds,
          sitting.acting))
    }
  }

  /// Everyone may know what is looked for: that a report has come to full text is no secret.
  fileprivate func listTexts(for sitting: Sitting) throws(Failure) {
    try sitting.checkIsOnTeam()
    let found = sitting.reports {
      $0 == .leaf(.awaitingRetrieval) || $0 == .leaf(.notRetrieved)
    }
    try list(found, for: sitting)
  }
}

extension Command.Step {
  fileprivate func told(_ report: RecordNumber) -> String {
    switch self {
    case .attempt: "\(report): attempt noted"
    case .link, .list: "\(report): full text obtained"
    case .giveUp: "\(report): not retrieved"
    case .withdraw: "\(report): full text is looked for again"
    }
  }
}
