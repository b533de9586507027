/// How two records agree in one field.
public enum Agreement: UInt8, Hashable, Sendable, CaseIterable {
  /// One of them, or both, say nothing that can be compared.
  case unknown
  /// The same, however printed.
  case same
  /// The same but for what typing, printing and scanning do.
  case close
  /// One says all that the other says, and more.
  case contained
  /// Something in common, and something not.
  case partly
  /// Nothing in common that would count.
  case different
}

/// What the fields of two records say for and against their being the same document.
public struct Evidence: Hashable, Sendable {
  /// The fields that are compared, in the order in which they are shown.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case doi, pmid, title, authors, year, journal, volume, issue, pages, abstract, type
  }

  /// The DOIs.
  public var doi = Agreement.unknown
  /// The numbers in PubMed.
  public var pmid = Agreement.unknown
  /// The titles.
  public var title = Agreement.unknown
  /// The authors.
  public var authors = Agreement.unknown
  /// The years.
  public var year = Agreement.unknown
  /// The journals.
  public var journal = Agreement.unknown
  /// The volumes.
  public var volume = Agreement.unknown
  /// The issues.
  public var issue = Agreement.unknown
  /// The pages.
  public var pages = Agreement.unknown
  /// The abstracts.
  public var abstract = Agreement.unknown
  /// The kinds of document.
  public var type = Agreement.unknown

  /// Nothing compared yet.
  init() {}

  /// How one field agrees.
  public internal(set) subscript(field: Field) -> Agreement {
    get {
      switch field {
      case .doi: doi
      case .pmid: pmid
      case .title: title
      case .authors: authors
      case .year: year
      case .journal: journal
      case .volume: volume
      case .issue: issue
      case .pages: pages
      case .abstract: abstract
      case .type: type
      }
    }
    set {
      switch field {
      case .doi: doi = newValue
      case .pmid: pmid = newValue
      case .title: title = newValue
      case .authors: authors = newValue
      case .year: year = newValue
      case .journal: journal = newValue
      case .volume: volume = newValue
      case .issue: issue = newValue
      case .pages: pages = newValue
      case .abstract: abstract = newValue
      case .type: type = newValue
      }
    }
  }

  /// The fields in which something could be compared, each with how it agreed.
  public var told: [(field: Field, agreement: Agreement)] {
    Field.allCases.map { ($0, self[$0]) }.filter { $0.1 != .unknown }
  }

  /// The evidence on one line: `same doi, year; close title; different pages`.
  public var description: String {
    let order: [Agreement] = [.same, .close, .contained, .partly, .different]
    return order.compactMap { agreement in
      let fields = told.filter { $0.agreement == agreement }.map(\.field.rawValue)
      return fields.isEmpty ? nil : "\(agreement) \(fields.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
