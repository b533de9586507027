/// The elements of PubMed's XML that say something of a reference.
enum PubMedElement: String, CaseIterable {
  case article = "PubmedArticle"
  case bookArticle = "PubmedBookArticle"
  case citation = "MedlineCitation"
  case abstract = "Abstract"
  case abstractText = "AbstractText"
  case affiliation = "Affiliation"
  case articleDate = "ArticleDate"
  case articleId = "ArticleId"
  case articleTitle = "ArticleTitle"
  case author = "Author"
  case authorList = "AuthorList"
  case bookTitle = "BookTitle"
  case collectiveName = "CollectiveName"
  case comment = "CommentsCorrections"
  case copyright = "CopyrightInformation"
  case day = "Day"
  case descriptor = "DescriptorName"
  case endPage = "EndPage"
  case foreName = "ForeName"
  case initials = "Initials"
  case isbn = "Isbn"
  case isoAbbreviation = "ISOAbbreviation"
  case issn = "ISSN"
  case issnLinking = "ISSNLinking"
  case issue = "Issue"
  case journalTitle = "Title"
  case keyword = "Keyword"
  case language = "Language"
  case lastName = "LastName"
  case location = "ELocationID"
  case medlineDate = "MedlineDate"
  case medlinePages = "MedlinePgn"
  case medlineTitle = "MedlineTA"
  case month = "Month"
  case nlmID = "NlmUniqueID"
  case note = "GeneralNote"
  case otherAbstract = "OtherAbstract"
  case pmid = "PMID"
  case pubDate = "PubDate"
  case publicationStatus = "PublicationStatus"
  case publicationType = "PublicationType"
  case publisherLocation = "PublisherLocation"
  case publisherName = "PublisherName"
  case qualifier = "QualifierName"
  case season = "Season"
  case source = "RefSource"
  case startPage = "StartPage"
  case suffix = "Suffix"
  case vernacularTitle = "VernacularTitle"
  case volume = "Volume"
  case year = "Year"
  /// Holds what is said of the reference.
  case other
  /// Holds what is said of something else: its dates, names and numbers are not the reference's.
  case foreign

  init(named name: String) {
    self =
      if Self.foreignNames.contains(name) { .foreign } else { Self(rawValue: name) ?? .other }
  }

  private static let foreignNames: Set<String> = [
    "ChemicalList", "ContributionDate", "DataBankList", "DateBeginning", "DateCompleted",
    "DateCreated", "DateEnding", "DateRevised", "GeneSymbolList", "GrantList", "History",
    "InvestigatorList", "ObjectList", "PersonalNameSubjectList", "PlainLanguageSummary",
    "ReferenceList", "Sections", "SupplMeshList",
  ]

  /// Whether it holds a whole record.
  var isRecord: Bool { self == .article || self == .bookArticle || self == .citation }

  /// Whether its text is kept; elements within, such as `sup`, are part of that text.
  var isLeaf: Bool {
    switch self {
    case .article, .bookArticle, .citation, .abstract, .articleDate, .author, .authorList, .comment,
      .otherAbstract, .pubDate, .other, .foreign:
      false
    case .abstractText, .affiliation, .articleId, .articleTitle, .bookTitle, .collectiveName,
      .copyright, .day, .descriptor, .endPage, .foreName, .initials, .isbn, .isoAbbreviation,
      .issn, .issnLinking, .issue, .journalTitle, .keyword, .language, .lastName, .location,
      .medlineDate, .medlinePages, .medlineTitle, .month, .nlmID, .note, .pmid,
      .publicationStatus, .publicationType, .publisherLocation, .publisherName, .qualifier,
      .season, .source, .startPage, .suffix, .vernacularTitle, .volume, .year:
      true
    }
  }
}

// Left to itself, Swift compares and hashes the names of an enum of texts, for every element of a file.
extension PubMedElement {
  /// Its place among all of them.
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  static func == (one: Self, other: Self) -> Bool { one.place == other.place }

  func hash(into hasher: inout Hasher) { hasher.combine(place) }
}
