extension SourceType {
  /// Every folded spelling that is known, and its kind.
  static let spellings: [String: SourceType] = {
    var table: [String: SourceType] = [:]
    for type in allCases where type != .unknown {
      table[FoldedText(type.rawValue).text] = type
      for spelling in type.otherSpellings { table[spelling] = type }
    }
    return table
  }()

  /// How RIS, MEDLINE, Web of Science, PsycINFO, BibTeX, CSL and Crossref call it, folded.
  private var otherSpellings: [String] {
    switch self {
    case .journalArticle:
      [
        "jour", "jfull", "ejour", "article", "journal", "articles", "research article",
        "original article", "article journal", "periodical", "peer reviewed journal",
        "clinical trial", "randomized controlled trial", "controlled clinical trial",
        "comparative study", "multicenter study", "observational study", "evaluation study",
        "validation study", "pragmatic clinical trial", "early access", "article early access",
        "article in press", "inpr",
      ]
    case .review:
      [
        "scoping review", "literature review", "review article", "narrative review",
        "review journal",
      ]
    case .systematicReview: ["meta analysis", "systematic reviews", "network meta analysis"]
    case .protocolArticle:
      ["study protocol", "clinical trial protocol", "protocol paper", "study protocols"]
    case .caseReport: ["case reports", "case study", "clinical case study"]
    case .letter: ["letters", "correspondence", "letter to the editor"]
    case .editorial: ["editorial material", "editorials", "introductory journal article"]
    case .comment: ["commentary", "comment reply", "reply", "author reply"]
    case .opinion: ["opinion paper", "opinion piece", "viewpoint", "personal narrative"]
    case .bookReview: ["review book", "book reviews", "media review"]
    case .erratum:
      [
        "published erratum", "correction", "erratum correction", "corrigendum",
        "correction addition",
      ]
    case .retraction:
      [
        "retraction of publication", "retraction notice", "retracted publication",
        "retraction note",
      ]
    case .conferencePaper:
      [
        "cpaper", "proceedings paper", "inproceedings", "paper conference", "proceedings article",
        "conference", "conference article",
      ]
    case .conferenceAbstract: ["abst", "meeting abstract", "conference abstracts", "poster"]
    case .proceedings: ["conf", "conference proceedings", "congress", "conference review"]
    case .book:
      [
        "ebook", "edbook", "authored book", "edited book", "monograph", "booklet", "whole book",
        "edited volume",
      ]
    case .chapter:
      ["chap", "echap", "book chapter", "book section", "incollection", "inbook", "book part"]
    case .thesis:
      [
        "thes", "dissertation", "dissertation thesis", "doctoral dissertation", "phdthesis",
        "mastersthesis", "dissertation abstract", "academic dissertation", "phd thesis",
      ]
    case .report:
      ["rprt", "techreport", "technical report", "government document", "govdoc", "working paper"]
    case .guideline: ["practice guideline", "guidelines", "stand", "standard"]
    case .policy: ["policy document", "policy paper", "policy brief", "legislation"]
    case .preprint: ["unpb", "unpublished", "posted content", "unpublished work"]
    case .trialRegistration:
      ["trial registry record", "clinical trial registration", "registration"]
    case .news: ["newspaper article", "article newspaper", "newspaper", "news item"]
    case .magazineArticle: ["mgzn", "magazine", "article magazine", "trade publication"]
    case .webPage:
      ["elec", "web", "webpage", "website", "web site", "electronic", "internet", "blog"]
    case .dataset: ["data", "data set", "data paper"]
    case .patent: ["pat"]
    case .audiovisual:
      ["video", "advs", "sound", "mpct", "motion picture", "podcast", "webcast", "slide"]
    case .unknown: []
    }
  }
}
