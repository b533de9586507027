import Bibliography

/// What a file turns out to hold, counted while it is read; its size does not grow with the file.
public struct Survey: Hashable, Sendable {
  /// How many records it holds.
  public private(set) var records = 0
  /// How many entries could not be read.
  public private(set) var quarantined = 0
  /// What is worth a look.
  public private(set) var warnings = WarningTally()
  private var counts = [Int](repeating: 0, count: Self.fields.count)

  /// Nothing counted yet.
  public init() {}

  /// Whether there is nothing that a person should look at.
  public var isClean: Bool { quarantined == 0 && warnings.count == 0 }

  /// The fields that are filled in at least one record, in the order of JSON Lines, and in how many.
  public var filled: [(field: String, records: Int)] {
    zip(Self.fields, counts).filter { $1 > 0 }.map { (field: $0.name, records: $1) }
  }

  /// Counts what a reader made of the next entry.
  public mutating func add(_ item: ReadItem) {
    switch item {
    case .quarantined: quarantined += 1
    case .warning(let warning): warnings.add(warning)
    case .record(let record):
      records += 1
      for (place, field) in Self.fields.enumerated() where field.isFilled(record.reference) {
        counts[place] += 1
      }
    }
  }

  private static let fields = [SurveyedField].inOrder
}

/// A field by its name, and the question whether a record fills it.
private struct SurveyedField: Sendable {
  let name: String
  let isFilled: @Sendable (Reference) -> Bool
}

extension [SurveyedField] {
  fileprivate static let inOrder: Self =
    texts([.id, .type, .title]) + [SurveyedField(name: "authors") { !$0.authors.isEmpty }]
    + texts([.year, .date, .journal, .volume, .issue, .pages, .doi, .pmid, .issn, .isbn, .abstract])
    + lists([.keywords]) + texts([.language]) + lists([.urls])
    + texts([.publisher, .place, .accession, .database]) + lists([.notes])
    + [SurveyedField(name: "extra") { !$0.extra.isEmpty }]

  private static func texts(_ fields: [Reference.TextField]) -> Self {
    fields.map { field in
      SurveyedField(name: field.rawValue) { $0[field]?.isEmpty == false }
    }
  }

  private static func lists(_ fields: [Reference.ListField]) -> Self {
    fields.map { field in SurveyedField(name: field.rawValue) { !$0[field].isEmpty } }
  }
}
