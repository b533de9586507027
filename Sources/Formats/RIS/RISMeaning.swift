import Bibliography

/// What a tag stands for, over all who write RIS.
enum RISMeaning: Hashable, Sendable {
  case type
  case end
  /// One text for one field; further ones are kept under their tag.
  case text(Reference.TextField)
  /// Texts that are joined in one field.
  case joined(Reference.TextField)
  /// One of several tags for a thing; the lower the rank, the better it says it.
  case claim(RISClaim.Slot, rank: UInt8)
  case author
  case year
  case date
  case doi
  /// A number of PubMed, if it says so or looks so.
  case pubMedOrOther
  /// An ISSN or an ISBN.
  case serialNumber
  /// The number of the issue; with Web of Science, the name of a conference.
  case issueOrConference
  /// The title of a book, or of the book that holds the document.
  case bookTitle
  case abstract
  case abstractOrNote
  case keywords
  case address
  case note
  /// The kind of document in the database's own words, or a DOI.
  case kindOfWork
  /// A tag behind which Web of Science forgets to end the line.
  case runsOn
  /// Another such tag, which holds the proceedings of a paper of a conference.
  case runsOnOrProceedings
  /// Known, but no field of ours.
  case other
  case unknown

  // Asked of every line: looking at the case is much cheaper than comparing two meanings.

  /// Whether the tag begins a record.
  var isType: Bool { if case .type = self { true } else { false } }
  var isYear: Bool { if case .year = self { true } else { false } }
  var isDate: Bool { if case .date = self { true } else { false } }
  var isDOI: Bool { if case .doi = self { true } else { false } }
  var isKeywords: Bool { if case .keywords = self { true } else { false } }
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
  /// Whether other tags may stand in the value.
  var isRunningOn: Bool {
    switch self {
    case .runsOn, .runsOnOrProceedings: true
    default: false
    }
  }
  /// Whether it neither begins nor ends a record, nor may hold other tags.
  var isPlain: Bool {
    switch self {
    case .type, .end, .runsOn, .runsOnOrProceedings, .unknown: false
    default: true
    }
  }
  /// Whether the value may have lines, which are then kept.
  var isProse: Bool {
    switch self {
    case .abstract, .abstractOrNote, .note: true
    case .type, .end, .text, .joined, .claim, .author, .year, .date, .doi, .pubMedOrOther,
      .serialNumber, .issueOrConference, .bookTitle, .keywords, .address, .kindOfWork, .runsOn,
      .runsOnOrProceedings, .other, .unknown:
      false
    }
  }
  /// Whether it is the title of the document.
  var isTitle: Bool { if case .claim(.title, rank: 0) = self { true } else { false } }

  /// What every known tag means.
  static let all: [String: RISMeaning] = {
    var all: [String: RISMeaning] = [
      "TY": .type, "ER": .end, "ID": .text(.id), "VL": .text(.volume), "AN": .text(.accession),
      "PM": .text(.pmid), "PMID": .text(.pmid), "LA": .joined(.language), "BN": .joined(.isbn),
      "TI": .claim(.title, rank: 0), "T1": .claim(.title, rank: 0), "CT": .claim(.title, rank: 0),
      "JF": .claim(.journal, rank: 0), "JO": .claim(.journal, rank: 2),
      "IS": .claim(.issue, rank: 0), "SP": .claim(.firstPage, rank: 0),
      "EP": .claim(.lastPage, rank: 0), "C7": .claim(.articleNumber, rank: 0),
      "PB": .claim(.publisher, rank: 0), "PU": .claim(.publisher, rank: 1),
      "CY": .claim(.place, rank: 0), "PI": .claim(.place, rank: 1), "PP": .claim(.place, rank: 1),
      "DB": .claim(.database, rank: 0), "DP": .claim(.database, rank: 1), "AU": .author,
      "A1": .author, "PY": .year, "Y1": .year, "YR": .year, "DA": .date, "DO": .doi, "DI": .doi,
      "SN": .serialNumber, "CP": .issueOrConference, "T2": .claim(.journal, rank: 1),
      "BT": .bookTitle,
      "AB": .abstract, "N2": .abstractOrNote, "KW": .keywords, "N1": .note, "M3": .kindOfWork,
      "KY": .keywords, "DOI": .doi, "URL": .address, "JN": .claim(.journal, rank: 2),
      "PT": .kindOfWork, "SO": .claim(.journal, rank: 5), "NO": .claim(.issue, rank: 1),
      "PG": .claim(.firstPage, rank: 1),
    ]
    let alike: [(RISMeaning, String)] = [
      (.claim(.journal, rank: 4), "JA J2 J1 JI J9"), (.pubMedOrOther, "C2 U1 U2 U3"),
      (.address, "UR L1 L2 L3 L4 LK US"), (.runsOn, "AD FU WE"), (.runsOnOrProceedings, "C3"),
      (
        .other,
        """
        A2 A3 A4 A5 AV C1 C4 C5 C6 C8 CA CN ED ET FX H1 H2 J3 LB M1 M2 NV OP PA RI RN RP SE ST \
        T3 TA TS TT U4 U5 VO Y2
        """
      ),
    ]
    for (meaning, tags) in alike {
      for tag in tags.split(separator: " ") { all[String(tag)] = meaning }
    }
    return all
  }()
}
