/// What a record says of a document, every field as printed.
///
/// Nothing is corrected here and every field may be missing; normal forms stand beside the fields
/// and are worked out when asked for.
public struct Reference: Hashable, Sendable {
  /// The id that the record gives itself.
  public var id: String?
  /// The kind of document.
  public var type: String?
  /// The title.
  public var title: String?
  /// The authors, in order.
  public var authors: [Author] = []
  /// The year, or what stands in its place: `2019`, `[2019]`, `in press`.
  public var year: String?
  /// The date, in whatever precision and order.
  public var date: String?
  /// The journal, book or series that it appeared in.
  public var journal: String?
  /// The volume.
  public var volume: String?
  /// The issue.
  public var issue: String?
  /// The pages, or the number of the article.
  public var pages: String?
  /// The DOI.
  public var doi: String?
  /// The number in PubMed.
  public var pmid: String?
  /// The ISSN, or several.
  public var issn: String?
  /// The ISBN, or several.
  public var isbn: String?
  /// The abstract.
  public var abstract: String?
  /// The keywords, in order.
  public var keywords: [String] = []
  /// The language, or several.
  public var language: String?
  /// The addresses, in order.
  public var urls: [String] = []
  /// The publisher.
  public var publisher: String?
  /// The place of publication.
  public var place: String?
  /// The accession number in the database.
  public var accession: String?
  /// The database that the record comes from.
  public var database: String?
  /// The notes, in order.
  public var notes: [String] = []
  /// What has no field of its own, in order.
  public var extra: [Extra] = []

  /// Nothing said yet.
  public init() {}

  /// Values that the record gives under a tag of its own.
  public struct Extra: Hashable, Sendable {
    /// The tag as the record spells it.
    public var tag: String
    /// The values, in order.
    public var values: [String]

    /// Joins tag and values.
    public init(tag: String, values: [String]) {
      self.tag = tag
      self.values = values
    }
  }

  /// Whether the record says nothing at all.
  public var isEmpty: Bool { self == Reference() }

  /// Keeps a value that has no field of its own, with the others of its tag.
  public mutating func keep(_ values: [String], under tag: String) {
    if let index = extra.firstIndex(where: { $0.tag == tag }) {
      extra[index].values += values
    } else {
      extra.append(Extra(tag: tag, values: values))
    }
  }
}

extension Reference {
  /// Someone who wrote a document.
  public enum Author: Hashable, Sendable {
    /// A person.
    case person(family: String, given: String?)
    /// A group, or a name that does not say which part is the family's.
    case named(String)

    /// The name with the family first: `Adams, W. E.`
    public var text: String {
      switch self {
      case .person(let family, let given?): "\(family), \(given)"
      case .person(let family, nil): family
      case .named(let name): name
      }
    }
  }
}
