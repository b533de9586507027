public import Screening

/// Options and operands that many commands share, so that one thing is called and explained alike.
public enum Common {
  /// Where the workspace is.
  public static let workspace = Option(
    "workspace", "DIR", .text, "the workspace; else $WINNOW_WORKSPACE, else ./workspace")
  /// Who acts or reads.
  public static let person = Option(
    "as", "PERSON", .text, "the person who acts or reads; else the only lead")
  /// What makes an act safe to repeat.
  public static let request = Option(
    "request", "ID", .text, "an id of your own: sent again, the act gives its first answer")
  /// Results for programs.
  public static let json = Flag("json", "prints the results as JSON")
  /// No remarks.
  public static let quiet = Flag("quiet", "leaves out remarks on standard error; faults are said")
  /// The manual.
  public static let help = Flag("help", "prints this manual")

  /// What every command understands.
  public static let everywhere: [any Parameter] = [quiet, help]
  /// What a command that records an act understands.
  public static let acting: [any Parameter] = [workspace, person, request, json]
  /// What a command that only reads understands.
  public static let reading: [any Parameter] = [workspace, person, json]

  /// The review.
  public static let review = Operand("REVIEW", .text, "the review, by its name")
  /// The report.
  public static let report = Operand("REPORT", .report, "the report, such as R412")
  /// The stage, where a command cannot do without it.
  public static let stage = Option(
    "stage", "STAGE", .stage, required: true, "the stage: title-abstract or full-text")
  /// Grounds.
  public static let grounds = Option(
    "because", "TEXT", .text, required: true, "the grounds, in your own words")
}

extension Shape<Stage> {
  /// A stage of screening.
  public static let stage = Shape.one(of: Stage.allCases, named: \.name)
}

extension Shape<Verdict> {
  /// One reviewer's word.
  public static let verdict = Shape.one(of: Verdict.allCases, named: \.name)
}

extension Shape<RecordNumber> {
  /// A record, or the report that it founded.
  public static let report = Shape(expected: "a number such as R412") { RecordNumber(text: $0) }
}
