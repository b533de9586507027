/// What a record is compared by: its number, and a few normal forms.
public struct MatchKey: Hashable, Sendable {
  /// The record's number, as the caller counts.
  public let number: UInt32
  /// The DOI.
  public let doi: String?
  /// The words of the title.
  public let title: [Substring]
  /// The first author's family name, or the group's name, folded.
  public let firstAuthor: String?
  /// The year of publication.
  public let year: Int?
  /// The pages.
  public let pages: PageRange?

  /// Makes the key of a reference.
  public init(_ reference: Reference, number: UInt32) {
    self.number = number
    doi = reference.normalDOI?.text
    title = reference.titleKey?.words.split(separator: " ") ?? []
    firstAuthor = reference.authors.first.flatMap { author in
      let folded: FoldedText
      switch author {
      case .person(let family, _): folded = FoldedText(family)
      case .named(let name): folded = FoldedText(name)
      }
      return folded.isEmpty ? nil : folded.text
    }
    year = reference.publicationYear
    pages = reference.pageRange
  }
}
