import Bibliography
import JSON

extension ReferenceDraft {
  /// Takes what an object of CSL-JSON says.
  mutating func take(csl item: JSONValue) {
    for member in item.members ?? [] where member.value != .null {
      switch member.key {
      case "author":
        reference.authors += (member.value.elements ?? [member.value]).compactMap(\.author)
      case "authors": take(authors: member.value)
      case "issued": take(issued: member.value)
      case "custom": take(custom: member.value)
      case "keyword", "keywords":
        for text in member.value.texts {
          take(text, as: .list(.keywords, .semicolonOrComma), under: member.key)
        }
      case let key:
        let meaning = CSLFields.meanings[key] ?? CSLFields.meanings[key.uppercased()] ?? .other
        for text in member.value.texts { take(text, as: meaning, under: key) }
      }
    }
  }

  /// Names in one text, as bioRxiv and medRxiv have them, or a list of names.
  private mutating func take(authors value: JSONValue) {
    guard let text = value.string else {
      reference.authors += (value.elements ?? [value]).compactMap(\.author)
      return
    }
    take(text, as: .authors(.familyFirst, .semicolon), under: "authors")
  }

  private mutating func take(issued value: JSONValue) {
    let parts = value["date-parts"]?.elements?.first?.elements ?? []
    let numbers = parts.compactMap { $0.printed.flatMap { Int($0) } }
    if let year = numbers.first {
      let text = "\(year)"
      reference.year = text
      let rest = numbers.dropFirst().map { $0 < 10 ? "0\($0)" : "\($0)" }
      if !rest.isEmpty { reference.date = ([text] + rest).joined(separator: "-") }
    }
    if let season = value["season"]?.string, season.utf8.first?.isLetter == true,
      let year = reference.year, reference.date == nil
    {
      reference.date = "\(year) \(season)"
    }
    if let literal = value["literal"]?.printed { take(literal, as: .year, under: "issued") }
    guard let raw = value["raw"]?.printed ?? value.printed else { return }
    if reference.year == nil { return take(raw, as: .year, under: "issued") }
    if raw != reference.year { reference.date = raw }
  }

  /// What CSL has no word for, under our names or those of other formats.
  private mutating func take(custom value: JSONValue) {
    for member in value.members ?? [] {
      if let field = Reference.ListField(rawValue: member.key) {
        reference[field] += member.value.texts
      } else if let field = Reference.TextField(rawValue: member.key),
        let text = member.value.printed
      {
        replace(field, with: text)
      } else {
        keep(member.value.texts, under: member.key)
      }
    }
  }
}

extension JSONValue {
  /// A text, or a number as printed.
  fileprivate var printed: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The texts of a list, or a single one; what is neither text nor number as its JSON.
  fileprivate var texts: [String] { (elements ?? [self]).map { $0.printed ?? $0.text() } }

  /// A name of CSL, its particles with the family's name.
  fileprivate var author: Reference.Author? {
    if let name = self["literal"]?.string ?? self["name"]?.string ?? string { return .named(name) }
    let given = [self["given"]?.string, self["dropping-particle"]?.string].compactMap { $0 }
      .joined(separator: " ")
    guard let family = self["family"]?.string else { return given.isEmpty ? nil : .named(given) }
    let whole = [self["non-dropping-particle"]?.string, family].compactMap { $0 }
    let rest = [given, self["suffix"]?.string ?? ""].filter { !$0.isEmpty }
    return .person(
      family: whole.joined(separator: " "),
      given: rest.isEmpty ? nil : rest.joined(separator: ", "))
  }
}

/// What the keys of CSL-JSON stand for.
enum CSLFields {
  static let meanings: [String: FieldMeaning] = [
    "id": .text(.id), "type": .joined(.type), "genre": .joined(.type),
    "title": .ranked(.title, 0), "container-title": .ranked(.journal, 0),
    "container-title-short": .ranked(.journal, 2), "journalAbbreviation": .ranked(.journal, 2),
    "volume": .text(.volume), "issue": .text(.issue), "page": .text(.pages), "DOI": .doi,
    "PMID": .text(.pmid), "URL": .items(.urls), "ISSN": .joined(.issn), "ISBN": .joined(.isbn),
    "abstract": .paragraphs(.abstract), "language": .joined(.language),
    "publisher": .text(.publisher), "publisher-place": .text(.place), "note": .items(.notes),
    "source": .ranked(.database, 0), "server": .ranked(.database, 1),
    "journal": .ranked(.journal, 1),
    "date": .date, "year": .year, "archive_location": .ranked(.accession, 0),
  ]
}
