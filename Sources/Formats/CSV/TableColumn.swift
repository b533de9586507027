import Bibliography

/// What a column of a table holds.
enum TableColumn: Hashable, Sendable {
  case field(FieldMeaning)
  /// The authors, however they are parted.
  case names
  /// The authors in full, beside a column with short names.
  case fullNames
  /// A list, parted by semicolons or written as Python writes it.
  case list(Reference.ListField)
  /// Embase's citation, the name of a database, or a journal where no other column holds it.
  case source(isJournal: Bool)
  /// PubMed's citation, which says what has no column of its own.
  case citation
  /// Parts of the date, in columns of their own.
  case month
  case day
  case extra

  var isTitle: Bool {
    if case .field(.ranked(.title, _)) = self { true } else { self == .field(.text(.title)) }
  }

  var isJournal: Bool {
    if case .field(.ranked(.journal, _)) = self { true } else { false }
  }

  /// Whether its texts may have lines, which are then kept.
  var isProse: Bool {
    switch self {
    case .field(.paragraphs), .field(.ranked(.abstract, _)), .list(.notes), .extra: true
    case _: false
    }
  }

  /// Reads the name of a column, in whatever letters and with whatever between the words.
  init(named name: String, isOurs: Bool, isTags: Bool) {
    if isTags, let known = Self.tags[name] {
      self = known
    } else if isOurs, name == "authors" {
      self = .field(.authors(.familyFirst, .semicolon))
    } else if isOurs, let field = Reference.ListField(rawValue: name) {
      self = .field(.list(field, .semicolon))
    } else if isOurs, let field = Reference.TextField(rawValue: name) {
      self = .field(.text(field))
    } else {
      let letters = name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "#" }
      self = Self.known[letters] ?? .field(.other)
    }
  }

  private static let known: [String: TableColumn] = {
    var all: [String: TableColumn] = [
      "authors": .names, "author": .names, "authornames": .names, "firstauthors": .names,
      "creators": .names, "authorstring": .names, "authorshipsauthordisplayname": .names,
      "authorfullnames": .fullNames, "extra": .extra,
      "source": .source(isJournal: false), "citation": .citation, "month": .month,
      "publishedmonth": .month,
      "day": .day, "publishedday": .day,
    ]
    let lists: [(Reference.ListField, String)] = [
      (
        .keywords,
        """
        keywords authorkeywords indexkeywords keywordsplus manualtags automatictags keyword subjects \
        subjectterms meshterms ieeeterms emtreedrugindextermsmajorfocus emtreedrugindexterms \
        emtreemedicalindextermsmajorfocus emtreemedicalindexterms descriptors
        """
      ),
      (.notes, "notes note"),
    ]
    for (field, names) in lists {
      for name in names.split(separator: " ") { all[String(name)] = .list(field) }
    }
    let fields: [(FieldMeaning, String)] = [
      (
        .ranked(.title, 0),
        "title documenttitle articletitle primarytitle studytitle publictitle itemtitle displayname"
      ),
      (.ranked(.title, 1), "scientifictitle"), (.ranked(.title, 3), "originaltitle"),
      (
        .ranked(.journal, 0),
        """
        journal sourcetitle publicationtitle journalbook journalname publication sourcetitles \
        journaltitle pubtitle parenttitle primarylocationsourcedisplayname
        """
      ),
      (.ranked(.journal, 1), "secondarytitle booktitle anthologytitle"),
      (.ranked(.journal, 3), "alternatetitle3"),
      (.ranked(.journal, 4), "alternatetitle2 abbreviatedsourcetitle journalabbreviation"),
      (.paragraphs(.abstract), "abstract abstractnote notesabstract briefsummary abstracttext"),
      (.ranked(.abstract, 3), "originalabstract"),
      (.year, "year publicationyear publishedyear pubyear"),
      (
        .date,
        """
        date publicationdate dateofpublication pubdate datepublished dateregistration firstposted
        """
      ),
      (.text(.volume), "volume journalvolume volumenumber bibliovolume"),
      (.text(.issue), "issue number issuenumber journalissue biblioissue"),
      (.text(.pages), "pages page pagination pageinfo"),
      (.firstPage, "startpage pagestart firstpage bibliofirstpage"),
      (.lastPage, "endpage pageend lastpage bibliolastpage"),
      (.articleNumber, "artno articlenumber"), (.doi, "doi digitalobjectidentifier itemdoi"),
      (.ranked(.pmid, 0), "pmid pubmedid medlinepmid idspmid entrezuid"),
      (
        .serialNumber,
        "issn isbn eissn isbns issns standardnumber journalissn primarylocationsourceissn"
      ),
      (.joined(.language), "language languages languageoforiginaldocument articlelanguage"),
      (
        .joined(.type),
        """
        type documenttype typeofreference itemtype publicationtype doctype articletype contenttype \
        pubtype
        """
      ),
      (
        .addresses,
        """
        url urls link openurllink fileattachments1 fileattachments2 fulltextlink embaselink pdflink \
        documenturl plink sourceurls studyurl webaddress externalurl articleurl fulltexturl \
        dimensionsurl sourcelinkout doilink
        """
      ),
      (.text(.publisher), "publisher bookpublisher"),
      (.text(.place), "place placepublished location placeofpublication publishercity city"),
      (.authors(.familyFirst, .semicolon), "groupauthors"),
      (
        .text(.accession),
        """
        accession accessionnumber eid pui utuniquewosid nctnumber trialid lensid cochranereviewid \
        publicationid
        """
      ),
      (.ranked(.database, 0), "database databasename librarycatalog nameofdatabase"),
      (.text(.id), "id key recordid ref itemid"),
    ]
    for (meaning, names) in fields {
      for name in names.split(separator: " ") { all[String(name)] = .field(meaning) }
    }
    return all
  }()

  /// Web of Science's tables have its tags in the header.
  private static let tags: [String: TableColumn] = [
    "AU": .names, "AF": .fullNames, "CA": .field(.authors(.familyFirst, .semicolon)),
    "TI": .field(.ranked(.title, 0)),
    "SO": .field(.ranked(.journal, 0)), "LA": .field(.joined(.language)),
    "DT": .field(.joined(.type)), "DE": .list(.keywords), "ID": .list(.keywords),
    "AB": .field(.paragraphs(.abstract)), "PU": .field(.text(.publisher)),
    "PI": .field(.text(.place)), "SN": .field(.serialNumber), "EI": .field(.serialNumber),
    "BN": .field(.serialNumber), "PD": .field(.date), "PY": .field(.year),
    "VL": .field(.text(.volume)), "IS": .field(.text(.issue)), "BP": .field(.firstPage),
    "EP": .field(.lastPage), "AR": .field(.articleNumber), "DI": .field(.doi),
    "UT": .field(.text(.accession)), "PM": .field(.text(.pmid)),
  ]
}
