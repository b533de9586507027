/// Who wrote a file, as far as its first records tell.
///
/// No reader depends on it: it is told to people, who know by it whether a file is the one that they
/// take it for.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
  case asReview = "ASReview"
  case cochrane = "Cochrane Library"
  case covidence = "Covidence"
  case ebsco = "EBSCO"
  case embase = "Embase"
  case endNote = "EndNote"
  case eric = "ERIC"
  case mendeley = "Mendeley"
  case ovid = "Ovid"
  case proQuest = "ProQuest"
  case pubMed = "PubMed"
  case rayyan = "Rayyan"
  case scopus = "Scopus"
  case webOfScience = "Web of Science"
  case zotero = "Zotero"

  /// The writer that the beginning of a file of a format tells; nil where it tells none.
  public init?(of beginning: Span<UInt8>, in format: Format) {
    var decoder = TextDecoder()
    let decoded = decoder.decode(beginning)
    let text = decoded.map { String(decoding: $0, as: UTF8.self) } ?? String(text: beginning)
    guard let mark = Mark.all.first(where: { $0.isOf(format) && text.contains($0.text) }) else {
      return nil
    }
    self = mark.dialect
  }
}

/// Words that only one writer puts into files of some formats.
private struct Mark {
  let dialect: Dialect
  let text: String
  private let formats: [String]

  private init(_ dialect: Dialect, _ text: String, in formats: String...) {
    (self.dialect, self.text, self.formats) = (dialect, text, formats)
  }

  func isOf(_ format: Format) -> Bool { formats.contains(format.name) }

  /// The surest first: a reference manager's file may hold addresses of any database.
  static let all = [
    Mark(.cochrane, "Record #1 of", in: "ris"),
    Mark(.webOfScience, "AN  - WOS:", in: "ris"),
    Mark(.webOfScience, "Web of Science", in: "wos"),
    Mark(.webOfScience, "ISI Export", in: "wos"),
    Mark(.scopus, "Export Date:", in: "ris"),
    Mark(.scopus, "scopus.com/inward", in: "ris", "bibtex"),
    Mark(.scopus, "Author full names", in: "csv"),
    Mark(.proQuest, "proquest.com", in: "ris"),
    Mark(.proQuest, "", in: "proquest"),
    Mark(.embase, "embase.com/", in: "ris"),
    Mark(.embase, "Embase Accession ID", in: "csv"),
    Mark(.ebsco, "EBSCOhost", in: "ris"),
    Mark(.ebsco, "ebscohost.com", in: "ris"),
    Mark(.ovid, "ovidweb.cgi", in: "ris"),
    Mark(.ovid, "ovidsp.ovid.com", in: "ris"),
    Mark(.ovid, "1.\nTY  - ", in: "ris"),
    Mark(.ovid, "1.\r\nTY  - ", in: "ris"),
    Mark(.ovid, "", in: "ovid", "ovid-xml"),
    Mark(.mendeley, "mendeley", in: "ris", "bibtex"),
    Mark(.zotero, "zotero", in: "ris", "bibtex", "csv"),
    Mark(.endNote, "internal-pdf://", in: "ris"),
    Mark(.endNote, "EndNote", in: "endnote-xml"),
    Mark(.eric, "OWN - ERIC", in: "nbib"),
    Mark(.pubMed, "OWN - NLM", in: "nbib"),
    Mark(.pubMed, "PubmedArticle", in: "pubmed-xml"),
    Mark(.pubMed, "First Author,Journal/Book", in: "csv"),
    Mark(.covidence, "Covidence #", in: "csv"),
    Mark(.rayyan, "rayyan-", in: "csv", "ris"),
    Mark(.asReview, "label_included", in: "csv"),
  ]
}

extension String {
  fileprivate init(text bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether it holds a text; every text holds the empty one.
  fileprivate func contains(_ text: String) -> Bool {
    let (own, sought) = (Array(utf8), Array(text.utf8))
    guard let first = sought.first else { return true }
    var place = 0
    while let found = own[place...].firstIndex(of: first) {
      if own[found...].starts(with: sought) { return true }
      place = found + 1
    }
    return false
  }
}
