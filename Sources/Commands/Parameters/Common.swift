import Screening

/// Options and operands that many commands share, so that one thing is called and explained alike.
enum Common {
  /// Where the workspace is.
  static let workspace = Option(
    "workspace", "DIR", .text, "the workspace; else $WINNOW_WORKSPACE, else ./workspace")
  /// Who acts or reads.
  static let person = Option(
    "as", "PERSON", .text, "the person who acts or reads; else the only lead")
  /// What makes an act safe to repeat.
  static let request = Option(
    "request", "ID", .text, "an id of your own: sent again, the act gives its first answer")
  /// Others' work, for a lead who says so to everyone.
  static let unblind = Flag(
    "unblind", "lifts the blind for you first: an entry that everyone sees")
  /// Results for programs.
  static let json = Flag("json", "prints the results as JSON")
  /// No remarks.
  static let quiet = Flag("quiet", "leaves out remarks on standard error; faults are said")
  /// The manual.
  static let help = Flag("help", "prints this manual")

  /// What every command understands.
  static let everywhere: [any Parameter] = [quiet, help]
  /// What a command that records an act on a review understands.
  static let acting: [any Parameter] = [person, request, json, workspace]
  /// What a command that reads a review understands.
  static let reading: [any Parameter] = [person, unblind, json, workspace]
  /// What a command about the workspace understands.
  static let atWorkspace: [any Parameter] = [json, workspace]

  /// The review.
  static let review = Operand("REVIEW", .text, "the review, by its name")
  /// The report.
  static let report = Operand("REPORT", .report, "the report, such as R412")
  /// The stage, where a command cannot do without it.
  static let stage = Option(
    "stage", "STAGE", .stage, required: true, "the stage: title-abstract or full-text")
  /// The stage, where a command can do without it.
  static let stageIfAny = Option(
    "stage", "STAGE", .stage, "the stage: title-abstract or full-text")
  /// Grounds.
  static let grounds = Option(
    "because", "TEXT", .text, required: true, "the grounds, in your own words")
  /// Grounds, where they may be left out.
  static let groundsIfAny = Option("because", "TEXT", .text, "the grounds, in your own words")
  /// The main reason of an exclusion.
  static let reason = Option(
    "reason", "ID", .reason, "the main reason: the id of an exclusion criterion")
  /// Where a conflict ends.
  static let outcome = Option(
    "verdict", "VERDICT", .outcome, required: true, "the outcome: include or exclude")
}

extension Shape<Stage> {
  /// A stage of screening.
  static let stage = Shape.one(of: Stage.allCases, named: \.name)
}

extension Shape<Verdict> {
  /// One reviewer's word.
  static let verdict = Shape.one(of: Verdict.allCases, named: \.name)
}

extension Shape<RecordNumber> {
  /// A record, or the report that it founded.
  static let report = Shape(expected: "a number such as R412") { RecordNumber(text: $0) }
}

extension Shape<Outcome> {
  /// What a round concludes.
  static let outcome = Shape.one(of: Outcome.allCases, named: \.name)
}

extension Shape<CriterionID> {
  /// A criterion of the protocol.
  static let reason = Shape(expected: "the id of a criterion, such as P-ex-1") {
    $0.isEmpty ? nil : CriterionID($0)
  }
}

extension Shape<ThemeID> {
  /// A theme of the protocol.
  static let theme = Shape(expected: "the id of a theme") { $0.isEmpty ? nil : ThemeID($0) }
}

extension Shape<PartialDate> {
  /// A day, a month or a year.
  static let date = Shape(expected: "a date such as 2023-08-14, 2023-08 or 2023") {
    PartialDate(text: $0)
  }
}
