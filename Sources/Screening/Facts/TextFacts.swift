/// A full text was obtained.
public struct TextObtained: Hashable, Sendable {
  /// How the text can be read.
  public enum Access: UInt8, Hashable, CaseIterable, Sendable {
    case free
    case logIn

    /// The name in forms and commands.
    public var name: String {
      switch self {
      case .free: "free"
      case .logIn: "log-in"
      }
    }
  }

  /// The report.
  public var report: RecordNumber
  /// How the text can be read.
  public var access: Access
  /// Whether no more than the abstract can be read.
  public var isAbstractOnly: Bool
  /// Where it is: a link, or a file's name.
  public var place: Words
  /// Why an abstract alone is enough, where the report itself is not an abstract.
  public var grounds: Words?

  /// Joins the parts.
  public init(
    report: RecordNumber, access: Access, isAbstractOnly: Bool, place: Words, grounds: Words?
  ) {
    self.report = report
    self.access = access
    self.isAbstractOnly = isAbstractOnly
    self.place = place
    self.grounds = grounds
  }
}

/// A charted value.
public enum ChartValue: Hashable, Sendable {
  case none
  case text(Words)
  case number(String)
  case year(Int32)
  case yesNo(Bool)
  case choices([String])
}

/// A field of a report was charted.
public struct FieldCharted: Hashable, Sendable {
  /// The report.
  public var report: RecordNumber
  /// The field.
  public var field: FieldID
  /// The value; `.none` takes an earlier one back.
  public var value: ChartValue
  /// The page of evidence, as printed there.
  public var page: String?

  /// Joins the parts.
  public init(report: RecordNumber, field: FieldID, value: ChartValue, page: String?) {
    self.report = report
    self.field = field
    self.value = value
    self.page = page
  }
}

/// A note or quotation on a report.
public struct NoteTaken: Hashable, Sendable {
  /// The report.
  public var report: RecordNumber
  /// The stage it was written at, whose blindness it falls under; none after inclusion.
  public var stage: Stage?
  /// The note.
  public var words: Words
  /// Whether it is a quotation, and its speaker's role.
  public var speaker: Words?
  /// The page, as printed there.
  public var page: String?
  /// Whether every export leaves it out.
  public var isNotForQuotation: Bool

  /// Joins the parts.
  public init(
    report: RecordNumber, stage: Stage?, words: Words, speaker: Words? = nil,
    page: String? = nil, isNotForQuotation: Bool = false
  ) {
    self.report = report
    self.stage = stage
    self.words = words
    self.speaker = speaker
    self.page = page
    self.isNotForQuotation = isNotForQuotation
  }
}
