// Normal forms of the fields, worked out when asked for.
extension Reference {
  /// The key of the title.
  public var titleKey: TitleKey? { title.flatMap { TitleKey(printed: $0) } }

  /// The DOI from its own field, or else from an address that is one.
  public var normalDOI: DOI? {
    if let doi, let normal = DOI(printed: doi) { return normal }
    for url in urls where url.utf8.count < 500 {
      if let normal = DOI(printed: url) { return normal }
    }
    return nil
  }

  /// When it appeared, from year and date together.
  public var published: PublicationDate? {
    let byYear = year.flatMap { PublicationDate(printed: $0) }
    let byDate = date.flatMap { PublicationDate(printed: $0) }
    guard let byYear, let byDate else { return byYear ?? byDate }
    return byYear.combined(with: byDate)
  }

  /// The year of publication, as its own field tells it or else the date.
  public var publicationYear: Int? {
    let printed = [year, date].lazy.compactMap { $0 }
    return printed.compactMap { PublicationDate(printed: $0)?.year }.first
  }

  /// First and last page.
  public var pageRange: PageRange? { pages.flatMap { PageRange(printed: $0) } }

  /// The key of the journal.
  public var journalKey: JournalKey? { journal.flatMap { JournalKey(printed: $0) } }

  /// The ISSNs.
  public var issns: [ISSN] { issn.map { ISSN.all(printed: $0) } ?? [] }

  /// The languages; nil for each that is printed and not known.
  public var languages: [LanguageCode?] {
    language.map { LanguageCode.all(printed: $0) } ?? []
  }

  /// The kinds of document that are printed and known.
  public var sourceTypes: [SourceType] { type.map { SourceType.all(printed: $0) } ?? [] }
}
