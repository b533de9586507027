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
  /// Results for programs.
  static let json = Flag("json", "prints the results as JSON")
  /// No remarks.
  static let quiet = Flag("quiet", "leaves out remarks on standard error; faults are said")
  /// The manual.
  static let help = Flag("help", "prints this manual")

  /// What every command understands.
  static let everywhere: [any Parameter] = [quiet, help]
  /// What a command that records an act understands.
  static let acting: [any Parameter] = [workspace, person, request, json]
  /// What a command that only reads understands.
  static let reading: [any Parameter] = [workspace, person, json]

  /// The review.
  static let review = Operand("REVIEW", .text, "the review, by its name")
  /// The report.
  static let report = Operand("REPORT", .report, "the report, such as R412")
  /// The stage, where a command cannot do without it.
  static let stage = Option(
    "stage", "STAGE", .stage, required: true, "the stage: title-abstract or full-text")
  /// Grounds.
  static let grounds = Option(
    "because", "TEXT", .text, required: true, "the grounds, in your own words")
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
