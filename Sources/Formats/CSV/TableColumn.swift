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
  case embaseSource
  case extra

  var isTitle: Bool {
    if case .field(.ranked(.title, _)) = self { true } else { self == .field(.text(.title)) }
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
      "creators": .names, "authorfullnames": .fullNames, "extra": .extra,
      "source": .embaseSource,
    ]
    let lists: [(Reference.ListField, String)] = [
      (.keywords, "keywords authorkeywords indexkeywords manualtags automatictags keyword"),
      (.notes, "notes note"),
    ]
    for (field, names) in lists {
      for name in names.split(separator: " ") { all[String(name)] = .list(field) }
    }
    let fields: [(FieldMeaning, String)] = [
      (.ranked(.title, 0), "title documenttitle articletitle primarytitle"),
      (.ranked(.title, 3), "originaltitle"),
      (
        .ranked(.journal, 0),
        "journal sourcetitle publicationtitle journalbook journalname publication sourcetitles"
      ),
      (.ranked(.journal, 1), "secondarytitle booktitle"), (.ranked(.journal, 3), "alternatetitle3"),
      (.ranked(.journal, 4), "alternatetitle2 abbreviatedsourcetitle journalabbreviation"),
      (.paragraphs(.abstract), "abstract abstractnote notesabstract"),
      (.ranked(.abstract, 3), "originalabstract"),
      (.year, "year publicationyear publishedyear pubyear"),
      (.date, "date publicationdate dateofpublication"), (.text(.volume), "volume"),
      (.text(.issue), "issue number issuenumber"), (.text(.pages), "pages page"),
      (.firstPage, "startpage pagestart firstpage"), (.lastPage, "endpage pageend lastpage"),
      (.articleNumber, "artno articlenumber"), (.doi, "doi doilink"),
      (.ranked(.pmid, 0), "pmid pubmedid medlinepmid"), (.serialNumber, "issn isbn eissn isbns"),
      (.joined(.language), "language languageoforiginaldocument"),
      (.joined(.type), "type documenttype typeofreference itemtype publicationtype"),
      (.addresses, "url urls link openurllink fileattachments1 fileattachments2"),
      (.text(.publisher), "publisher"), (.text(.place), "place placepublished location"),
      (.text(.accession), "accession accessionnumber eid pui"),
      (.ranked(.database, 0), "database databasename librarycatalog nameofdatabase"),
      (.text(.id), "id key recordid ref"),
    ]
    for (meaning, names) in fields {
      for name in names.split(separator: " ") { all[String(name)] = .field(meaning) }
    }
    return all
  }()

  /// Web of Science's tables have its tags in the header.
  private static let tags: [String: TableColumn] = [
    "AU": .names, "AF": .fullNames, "TI": .field(.ranked(.title, 0)),
    "SO": .field(.ranked(.journal, 0)), "LA": .field(.joined(.language)),
    "DT": .field(.joined(.type)), "DE": .list(.keywords), "ID": .list(.keywords),
    "AB": .field(.paragraphs(.abstract)), "PU": .field(.text(.publisher)),
    "PI": .field(.text(.place)), "SN": .field(.serialNumber), "EI": .field(.serialNumber),
    "BN": .field(.serialNumber), "PD": .field(.date), "PY": .field(.year),
    "VL": .field(.text(.volume)), "IS": .field(.text(.issue)), "BP": .field(.firstPage),
    "EP": .field(.lastPage), "AR": .field(.articleNumber), "DI": .field(.doi),
    "UT": .field(.text(.accession)), "PM": .field(.text(.pmid)),
  ]

  // MARK: Lists in one cell

  /// The items of a list: parted by semicolons, or as Python prints lists.
  static func items(of text: String) -> [String] {
    pythonList(text) ?? ListSeparator.semicolon.parts(of: text)
  }

  /// The names in a cell, with the order in which their parts stand.
  static func names(in text: String) -> [(NameOrder, String)] {
    if let list = pythonList(text) { return list.map { ($0.order, $0) } }
    if text.contains(";") {
      return ListSeparator.semicolon.parts(of: text).map { ($0.order, $0) }
    }
    let joined = text.split(separator: " and ").map { String($0).trimmed }
    if joined.count > 1, joined.allSatisfy({ $0.contains(",") }) {
      return joined.map { (.familyFirst, $0) }
    }
    let parts = ListSeparator.comma.parts(of: text)
    guard parts.count > 1 else { return parts.map { ($0.order, $0) } }
    if parts.allSatisfy(\.endsWithInitials) { return parts.map { (.familyThenInitials, $0) } }
    // `Ada Example, Bo Sample` are two people; `Example, Ada` is one, and so is `de Vries, Jan P`.
    let areWhole = parts.allSatisfy { $0.contains(" ") && $0.first?.isUppercase == true }
    if areWhole || parts.count > 2 { return parts.map { (.givenFirst, $0) } }
    return [(.familyFirst, text)]
  }

  /// `['Marx, Karl', "O'Hara, Ann"]`
  private static func pythonList(_ text: String) -> [String]? {
    let text = text.trimmed
    guard text.hasPrefix("['") || text.hasPrefix("[\""), text.hasSuffix("]") else { return nil }
    var items: [String] = []
    var item = ""
    var mark: Character?
    for character in text.dropFirst().dropLast() {
      if let open = mark {
        if character == open {
          items.append(item.trimmed)
          (mark, item) = (nil, "")
        } else {
          item.append(character)
        }
      } else if character == "'" || character == "\"" {
        mark = character
      }
    }
    return items.filter { !$0.isEmpty }
  }
}

extension String {
  /// How the parts of a single name stand.
  fileprivate var order: NameOrder {
    contains(",") ? .familyFirst : endsWithInitials ? .familyThenInitials : .givenFirst
  }

  fileprivate var endsWithInitials: Bool {
    if case .person = NameOrder.familyThenInitials.author(self) { !contains(",") } else { false }
  }
}
