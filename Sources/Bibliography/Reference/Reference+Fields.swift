extension Reference {
  /// The fields that hold one text, named as JSON Lines names them and in its order.
  public enum TextField: String, CaseIterable, Sendable {
    case id, type, title, year, date, journal, volume, issue, pages, doi, pmid, issn, isbn
    case abstract, language, publisher, place, accession, database
  }

  /// The fields that hold a list of texts, named as JSON Lines names them.
  public enum ListField: String, CaseIterable, Sendable {
    case keywords, urls, notes
  }

  /// One text by its field.
  public subscript(field: TextField) -> String? {
    get {
      switch field {
      case .id: id
      case .type: type
      case .title: title
      case .year: year
      case .date: date
      case .journal: journal
      case .volume: volume
      case .issue: issue
      case .pages: pages
      case .doi: doi
      case .pmid: pmid
      case .issn: issn
      case .isbn: isbn
      case .abstract: abstract
      case .language: language
      case .publisher: publisher
      case .place: place
      case .accession: accession
      case .database: database
      }
    }
    set {
      switch field {
      case .id: id = newValue
      case .type: type = newValue
      case .title: title = newValue
      case .year: year = newValue
      case .date: date = newValue
      case .journal: journal = newValue
      case .volume: volume = newValue
      case .issue: issue = newValue
      case .pages: pages = newValue
      case .doi: doi = newValue
      case .pmid: pmid = newValue
      case .issn: issn = newValue
      case .isbn: isbn = newValue
      case .abstract: abstract = newValue
      case .language: language = newValue
      case .publisher: publisher = newValue
      case .place: place = newValue
      case .accession: accession = newValue
      case .database: database = newValue
      }
    }
  }

  /// One list by its field.
  public subscript(field: ListField) -> [String] {
    get {
      switch field {
      case .keywords: keywords
      case .urls: urls
      case .notes: notes
      }
    }
    _modify {
      switch field {
      case .keywords: yield &keywords
      case .urls: yield &urls
      case .notes: yield &notes
      }
    }
  }
}
