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
      if let fields { return fields[field] }
      return coding.span.value(of: field.tag).flatMap { coding.span.extracting($0).text }
    }
    set { open()[field] = newValue }
  }

  /// One list by its field.
  public subscript(field: ListField) -> [String] {
    get {
      if let fields { return fields[field] }
      var texts: [String] = []
      let span = coding.span
      span.forEachValue(of: field.tag...field.tag) { _, range in
        if let text = span.extracting(range).text { texts.append(text) }
      }
      return texts
    }
    _modify { yield &open()[field] }
  }

  /// Hands over the bytes of a text, in UTF-8, without making a text of them; nil where there is none.
  public func withBytes<Value>(of field: TextField, _ body: (Span<UInt8>) -> Value) -> Value? {
    if let fields { return fields[field].map { body($0.utf8.span) } }
    return coding.span.value(of: field.tag).map { body(coding.span.extracting($0)) }
  }

  /// The authors, in order.
  public var authors: [Author] {
    get {
      if let fields { return fields.authors }
      var authors: [Author] = []
      let span = coding.span
      span.forEachValue(of: CodingTag.authors) { tag, range in
        if let author = Author(tag, span.extracting(range)) { authors.append(author) }
      }
      return authors
    }
    _modify { yield &open().authors }
  }

  /// What has no field of its own, in order.
  public var extra: [Extra] {
    get {
      if let fields { return fields.extra }
      var extra: [Extra] = []
      let span = coding.span
      span.forEachValue(of: CodingTag.extra...CodingTag.extra) { _, range in
        if let item = Extra(span.extracting(range)) { extra.append(item) }
      }
      return extra
    }
    _modify { yield &open().extra }
  }
}

// swift-format-ignore: the fields as a list that can be read at a glance
extension Reference {
  /// The id that the record gives itself.
  public var id: String? {
    get { self[.id] }
    set { self[.id] = newValue }
  }
  /// The kind of document.
  public var type: String? {
    get { self[.type] }
    set { self[.type] = newValue }
  }
  /// The title.
  public var title: String? {
    get { self[.title] }
    set { self[.title] = newValue }
  }
  /// The year, or what stands in its place: `2019`, `[2019]`, `in press`.
  public var year: String? {
    get { self[.year] }
    set { self[.year] = newValue }
  }
  /// The date, in whatever precision and order.
  public var date: String? {
    get { self[.date] }
    set { self[.date] = newValue }
  }
  /// The journal, book or series that it appeared in.
  public var journal: String? {
    get { self[.journal] }
    set { self[.journal] = newValue }
  }
  /// The volume.
  public var volume: String? {
    get { self[.volume] }
    set { self[.volume] = newValue }
  }
  /// The issue.
  public var issue: String? {
    get { self[.issue] }
    set { self[.issue] = newValue }
  }
  /// The pages, or the number of the article.
  public var pages: String? {
    get { self[.pages] }
    set { self[.pages] = newValue }
  }
  /// The DOI.
  public var doi: String? {
    get { self[.doi] }
    set { self[.doi] = newValue }
  }
  /// The number in PubMed.
  public var pmid: String? {
    get { self[.pmid] }
    set { self[.pmid] = newValue }
  }
  /// The ISSN, or several.
  public var issn: String? {
    get { self[.issn] }
    set { self[.issn] = newValue }
  }
  /// The ISBN, or several.
  public var isbn: String? {
    get { self[.isbn] }
    set { self[.isbn] = newValue }
  }
  /// The abstract.
  public var abstract: String? {
    get { self[.abstract] }
    set { self[.abstract] = newValue }
  }
  /// The language, or several.
  public var language: String? {
    get { self[.language] }
    set { self[.language] = newValue }
  }
  /// The publisher.
  public var publisher: String? {
    get { self[.publisher] }
    set { self[.publisher] = newValue }
  }
  /// The place of publication.
  public var place: String? {
    get { self[.place] }
    set { self[.place] = newValue }
  }
  /// The accession number in the database.
  public var accession: String? {
    get { self[.accession] }
    set { self[.accession] = newValue }
  }
  /// The database that the record comes from.
  public var database: String? {
    get { self[.database] }
    set { self[.database] = newValue }
  }

  /// The keywords, in order.
  public var keywords: [String] {
    get { self[.keywords] }
    _modify { yield &self[.keywords] }
  }
  /// The addresses, in order.
  public var urls: [String] {
    get { self[.urls] }
    _modify { yield &self[.urls] }
  }
  /// The notes, in order.
  public var notes: [String] {
    get { self[.notes] }
    _modify { yield &self[.notes] }
  }
}
