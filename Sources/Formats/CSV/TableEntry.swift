import Bibliography
import JSON

/// One row of a table in the making: most cells have a field, some speak of several or of parts of one.
struct TableEntry {
  var draft: ReferenceDraft
  /// Whether the names of authors are taken from the column that has them in full.
  let hasFullNames: Bool
  private var month: String?
  private var day: String?
  private var citation: (text: String, column: String)?

  init(draft: ReferenceDraft, hasFullNames: Bool) {
    self.draft = draft
    self.hasFullNames = hasFullNames
  }

  /// Takes a cell of a column.
  mutating func take(_ text: String, as meaning: TableColumn, under column: String) {
    switch meaning {
    case .field(.joined(.type)) where text.utf8.count == 1:
      // Web of Science's kinds of publication are one letter each.
      draft.keep(text, under: column)
    case .field(let meaning): draft.take(text, as: meaning, under: column)
    case .names: if !hasFullNames { draft.take(names: text, under: column) }
    case .fullNames: draft.take(names: text.withoutNumbers, under: column)
    case .list(let field):
      let separator = field == .keywords ? ListSeparator.semicolonOrComma : .semicolon
      let known = draft.reference[field].prefix(100)
      draft.reference[field] += TableList.items(of: text, parted: separator)
        .filter { !known.contains($0) }
    case .month: month = BibTeXFields.monthName(text) ?? text
    case .day: day = text
    case .citation: citation = (text, column)
    case .source(let isJournal): draft.take(source: text, isJournal: isJournal, under: column)
    case .extra: draft.take(extra: text, under: column)
    }
  }

  /// What the row says, once all cells are taken.
  func finish() -> ReferenceDraft {
    var draft = self.draft
    if let month, draft.reference.date == nil {
      draft.reference.date = [month, day].compactMap { $0 }.joined(separator: " ")
    }
    if let citation {
      let text = citation.text.utf8.span
      if draft.reference.doi == nil, let doi = text.word(after: "doi: ").map({ text.text($0) }) {
        draft.take(doi, as: .doiOrOther, under: citation.column)
      }
      draft.fill(from: OvidSource(citation.text), citation.text, under: citation.column)
    }
    return draft
  }
}

extension ReferenceDraft {
  fileprivate mutating func take(names text: String, under tag: String) {
    for (order, name) in TableList.names(in: text) {
      take(name, as: .authors(order, .none), under: tag)
    }
  }

  /// Our own column of what has no field: an object of tags with their values.
  fileprivate mutating func take(extra text: String, under tag: String) {
    guard let members = try? JSONValue.parse(text.utf8.span).members else {
      // Zotero's own: lines of whatever kind, `PMID: 1` among them.
      take(pubMedNumberIn: text, under: tag)
      return keep(text, under: tag)
    }
    for member in members {
      let values = (member.value.elements ?? [member.value]).map { $0.string ?? $0.text() }
      keep(values, under: member.key)
    }
  }

  private mutating func take(pubMedNumberIn text: String, under tag: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let label = words.firstIndex(of: "PMID:"), label + 1 < words.count,
      (1...9).contains(words[label + 1].utf8.count), words[label + 1].utf8.allSatisfy(\.isDigit)
    else { return }
    take(String(words[label + 1]), as: .ranked(.pmid, 1), under: tag)
  }

  private static let databases: Set<String> = [
    "Scopus", "PubMed", "MEDLINE", "Embase", "CINAHL", "PsycINFO", "Web of Science", "Lens",
  ]

  fileprivate mutating func take(source text: String, isJournal: Bool, under tag: String) {
    if Self.databases.contains(text) {
      take(text, as: .ranked(.database, 2), under: tag)
    } else if !take(embaseSource: text, under: tag), isJournal {
      take(text, as: .ranked(.journal, 2), under: tag)
    } else {
      keep(text, under: tag)
    }
  }

  /// Reads a citation of Embase; tells whether it is one.
  ///
  /// `Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014`
  private mutating func take(embaseSource text: String, under tag: String) -> Bool {
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return false }
    let year = String(text[text.index(after: open)...].prefix(4))
    guard year.isFourDigits else { return false }
    take(String(text[..<open]).trimmed, as: .ranked(.journal, 1), under: tag)
    take(year, as: .year, under: tag)
    let rest = text[open...].split(separator: " ", omittingEmptySubsequences: true).dropFirst()
    guard let numbers = rest.first, numbers.first != "(" else { return true }
    let parts = numbers.split(separator: ":")
    if let volume = parts.first { take(String(volume), as: .ranked(.volume, 1), under: tag) }
    if parts.count > 1 { take(String(parts[1]), as: .ranked(.issue, 1), under: tag) }
    if let pages = rest.dropFirst().first, pages.hasPrefix("("), pages.contains(")") {
      let inner = pages.dropFirst().prefix { $0 != ")" }
      take(String(inner), as: .ranked(.pages, 1), under: tag)
    }
    return true
  }
}

extension String {
  /// Without Scopus's numbers behind names: `Liu, Fengyuan (60410297700)`.
  fileprivate var withoutNumbers: String {
    var text = ""
    var inner: String?
    for character in self {
      if character == "(" {
        inner = ""
      } else if character == ")", let digits = inner {
        if !digits.allSatisfy(\.isNumber) { text += "(\(digits))" }
        inner = nil
      } else if inner != nil {
        inner?.append(character)
      } else {
        text.append(character)
      }
    }
    return text + (inner.map { "(\($0)" } ?? "")
  }
}
