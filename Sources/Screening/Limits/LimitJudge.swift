public import Bibliography

/// Judges records under one limit, with all that the limit asks for worked out once.
public struct LimitJudge: Sendable {
  /// The limit.
  public let limit: Limit
  private let test: Test

  private enum Test: Sendable {
    case published(from: PublicationDate.Day?, to: PublicationDate.Day?)
    case language([String])
    case type(TypeTest)
    case abstract
    case field(FieldTest)
  }

  /// Prepares a limit.
  public init(_ limit: Limit) {
    self.limit = limit
    test =
      switch limit.test {
      case .published(let from, let to):
        .published(from: from?.firstDay, to: to?.lastDay)
      case .language(let codes):
        .language(codes.map { LanguageCode(printed: $0)?.text ?? $0 })
      case .type(let allowed, let refused):
        .type(TypeTest(allowed: allowed, refused: refused))
      case .abstract: .abstract
      case .field(let rule): .field(FieldTest(rule))
      }
  }

  /// The judgement on one record.
  public func judge(_ reference: Reference) -> Judgement {
    switch test {
    case .published(let from, let to):
      Self.judge(reference.published, from: from, to: to)
    case .language(let codes): Self.judge(reference.languages, among: codes)
    case .type(let test): test.judge(reference.sourceTypes)
    case .abstract: Self.hasAbstract(reference) ? .passes : .fails
    case .field(let test): test.judge(reference)
    }
  }

  /// The judgement on a report by its live records.
  public func judge(records: some Sequence<Reference>) -> Judgement {
    Judgement(over: records.lazy.map { judge($0) })
  }

  /// A date passes if all days that it may mean are within the range, and fails if none is.
  private static func judge(
    _ date: PublicationDate?, from: PublicationDate.Day?, to: PublicationDate.Day?
  ) -> Judgement {
    guard let date else { return .cannotTell }
    let (start, end) = (from?.order ?? .min, to?.order ?? .max)
    let (first, last) = (date.first.order, date.last.order)
    if start <= first, last <= end { return .passes }
    return last < start || end < first ? .fails : .cannotTell
  }

  /// One language that is asked for is enough; one that is not known may be the one.
  private static func judge(_ languages: [LanguageCode?], among codes: [String]) -> Judgement {
    if languages.contains(where: { $0.map { codes.contains($0.text) } ?? false }) { return .passes }
    return languages.isEmpty || languages.contains(nil) ? .cannotTell : .fails
  }
}

extension Limit {
  /// The judgement on one record; a `LimitJudge` is quicker for many.
  public func judge(_ reference: Reference) -> Judgement { LimitJudge(self).judge(reference) }

  /// The judgement on a report by its live records.
  public func judge(records: some Sequence<Reference>) -> Judgement {
    LimitJudge(self).judge(records: records)
  }

  /// The source types that a limit may name.
  public static var typeNames: [String] { SourceType.allCases.map(\.rawValue) }
}

extension PartialDate {
  fileprivate var firstDay: PublicationDate.Day {
    .init(year: year, month: month ?? 1, day: day ?? 1)
  }

  /// Day 31 stands for the end of any month, as it does in `PublicationDate`.
  fileprivate var lastDay: PublicationDate.Day {
    .init(year: year, month: month ?? 12, day: day ?? 31)
  }
}

extension LimitJudge {
  /// Whether there is an abstract, and not only a remark that there is none.
  private static func hasAbstract(_ reference: Reference) -> Bool {
    guard let abstract = reference.abstract else { return false }
    let words = FoldedText(abstract)
    guard words.bytes.count < 40 else { return true }
    return !words.isEmpty && !remarks.contains(words.text)
  }
}

/// What databases print in place of an abstract, folded.
private let remarks: Set<String> = [
  "no abstract available", "no abstract", "abstract not available", "not available", "n a", "none",
  "no abstract is available", "abstract unavailable", "no abstract provided",
]
