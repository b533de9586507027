import Bibliography

/// Ovid's own formats: `<1. >` before each record, then `TI  - A title`, or the name of a field with
/// its value in indented lines below.
enum OvidDialect: TaggedDialect {
  static let format = Format(name: "ovid", title: "Ovid tagged", endings: ["txt", "cgi"])

  static let opensByTag = false

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var (hasCounter, certainty) = (false, Certainty.no)
    beginning.forEachLine { line in
      switch Self.line(line) {
      case .begin: hasCounter = true
      case .tag(let tag, _) where hasCounter:
        if meanings[tag.lowercased()] != nil { certainty = .sure }
        return certainty == .no
      case .blank, .text, .tag, .end, .file: break
      }
      return true
    }
    return certainty
  }

  static func line(_ line: Span<UInt8>) -> TaggedLine {
    guard !line.isBlank else { return .blank }
    if line.isOvidCounter { return .begin }
    guard line[0] > 0x20 else { return .text(line.value(from: 0)) }
    var hyphen = 2
    while hyphen < 5, line.has(" ", at: hyphen) { hyphen += 1 }
    if hyphen > 2, line.isTagCharacter(at: 0), line.isTagCharacter(at: 1),
      line.has("-", at: hyphen), line.isBlank(at: hyphen + 1)
    {
      return .tag(line.tag(0..<2), value: line.value(from: hyphen + 1))
    }
    let name = line.value(from: 0)
    guard name.count <= 60, line[0].isCapital else { return .text(name) }
    return .tag(line.tag(name), value: name.upperBound..<name.upperBound)
  }

  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool {
    false
  }

  static func take(
    _ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker
  ) {
    var sources: [TaggedEntry.Field] = []
    let hasFullNames = hasFullNames(entry, &maker)
    for field in entry.fields where !field.value.isEmpty {
      let name = field.tag.hasSuffix(":") ? String(field.tag.dropLast()) : field.tag
      let meaning = meanings[name.lowercased()] ?? .other
      switch field.tag {
      case "SO", "Source":
        sources.append(field)
      case "AU", "Author", "Authors":
        // Ovid's MEDLINE prints the same names in full below.
        if hasFullNames { continue }
        fallthrough
      case "FA", "Authors Full Name":
        guard hasFullNames || !fullNames.contains(field.tag) else {
          draft.keep(entry.text(field, &maker), under: field.tag)
          continue
        }
        for line in entry.lines(field, &maker).split(separator: "\n") {
          draft.take(ovidNames: String(line), line: field.line)
        }
      case "TI", "Title":
        draft.take(
          entry.text(field, &maker).withoutRemark, as: meaning, under: field.tag, line: field.line)
      case "BT":
        draft.take(
          entry.text(field, &maker).withoutEditors, as: .ranked(.journal, 3), under: field.tag,
          line: field.line)
      case "PG", "Page", "Pages":
        let pages = entry.text(field, &maker)
        // "No Pagination Specified"
        draft.take(
          pages, as: pages.utf8.contains(where: \.isDigit) ? meaning : .other, under: field.tag,
          line: field.line)
      case "IS", "ISSN", "IB", "ISBN", "AN", "Accession Number", "LG", "Language", "KW",
        "Author Keywords", "PT", "Publication Type", "DT", "Document Type":
        draft.take(
          entry.text(field, &maker).withoutStop, as: meaning, under: field.tag, line: field.line)
      case let tag:
        draft.take(entry.text(field, &maker), as: meaning, under: tag, line: field.line)
      }
    }
    for field in sources {
      let text = entry.text(field, &maker)
      draft.fill(from: OvidSource(text), text, under: field.tag, line: field.line)
    }
  }

  private static let fullNames: Set<String> = ["FA", "Authors Full Name"]

  /// Whether the authors stand in full beside their short names, and all of them.
  private static func hasFullNames(_ entry: TaggedEntry, _ maker: inout TextMaker) -> Bool {
    func count(_ tags: Set<String>) -> Int {
      entry.fields.filter { tags.contains($0.tag) }
        .reduce(0) { sum, field in
          sum + entry.lines(field, &maker).partsOutsideBrackets.count
        }
    }
    let full = count(fullNames)
    return full > 0 && full >= count(["AU", "Author", "Authors"])
  }

  /// The names of fields, short and long, in lower case.
  private static let meanings: [String: FieldMeaning] = {
    var all: [String: FieldMeaning] = [:]
    let alike: [(FieldMeaning, String)] = [
      (.ranked(.title, 0), "ti|title"), (.ranked(.title, 2), "chapter title"),
      (.other, "so|source"),
      (.paragraphs(.abstract), "ab|abstract"),
      (.year, "yr|dp|year of publication|publication date"),
      (.ranked(.journal, 0), "jn|jt|journal name|journal title"), (.text(.volume), "vo|volume"),
      (.text(.issue), "ip|issue|issue/part"), (.ranked(.pages, 0), "pg|page|pages|pagination"),
      (.doiOrOther, "do|di|doi|doi number|digital object identifier"),
      (.serialNumber, "is|es|ib|issn|isbn|issn print|issn electronic|electronic issn"),
      (.ranked(.pmid, 0), "pm|pmid|pubmed id"),
      (.authors(.familyFirst, .semicolon), "cn|corporate author|collaborator group"),
      (.joined(.language), "lg|la|language"),
      (.joined(.type), "pt|dt|publication type|document type"),
      (.list(.keywords, .semicolon), "kw|author keywords|keyword|keywords|keyword heading"),
      (.list(.keywords, .semicolon), "mh|sh|subject headings|mesh subject headings|heading words"),
      (.text(.publisher), "pu|pb|publisher"), (.text(.place), "cy|cp|country of publication"),
      (.ranked(.accession, 0), "an|accession number"),
      (.ranked(.accession, 1), "ui|unique identifier"), (.text(.database), "db|database"),
      (
        .addresses,
        "xl|ur|url|link to the ovid full text or citation|link to the external link resolver"
      ),
      (.authors(.familyFirst, .semicolon), "au|author|authors"),
    ]
    for (meaning, names) in alike {
      for name in names.split(separator: "|") { all[String(name)] = meaning }
    }
    return all
  }()
}

extension Span<UInt8> {
  /// `<1. >` or `<1337>`.
  fileprivate var isOvidCounter: Bool {
    guard has("<", at: 0) else { return false }
    var place = 1
    while place < count, self[place].isDigit { place += 1 }
    guard place > 1 else { return false }
    while place < count, self[place] == 0x20 || self[place] == UInt8(ascii: ".") { place += 1 }
    return has(">", at: place) && extracting(place + 1..<count).isBlank
  }
}

extension ReferenceDraft {
  /// `Peterson, James A. Ph.D., FACSM`, `Ding, Wei 2,+`, `Nordheim, E. V. [Author]`, several of them
  /// parted by semicolons.
  fileprivate mutating func take(ovidNames text: String, line: Int) {
    for part in text.partsOutsideBrackets {
      let name = OvidName(part)
      guard !name.text.isEmpty else { continue }
      if name.isEditor {
        keep(name.text, under: "Editor")
      } else {
        take(name.text, as: .authors(.familyThenInitials, .none), under: "AU", line: line)
      }
    }
  }

  /// Takes from the source what no field of its own has said.
  mutating func fill(
    from source: OvidSource, _ text: String, under tag: String, line: Int = 0
  ) {
    func set(_ field: Reference.TextField, _ value: String?) {
      if reference[field] == nil, let value, !value.isEmpty { reference[field] = value }
    }
    set(.journal, source.journal)
    set(.volume, source.volume)
    set(.issue, source.issue)
    set(.pages, source.pages)
    if let date = source.date { take(date, as: .date, under: tag, line: line) }
    keep(text, under: tag)
  }
}

extension String {
  /// The parts between semicolons; one in brackets parts nothing.
  fileprivate var partsOutsideBrackets: [String] {
    var (parts, depth) = ([""], 0)
    for character in self {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ";", depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed)
  }

  /// Without `[Review]` or `[References].` behind a title.
  fileprivate var withoutRemark: String {
    let end = hasSuffix("].") ? String(dropLast()) : self
    guard end.hasSuffix("]"), let open = end.lastIndex(of: "["), open != startIndex else {
      return self
    }
    return String(end[..<open]).trimmed
  }

  /// Without the full stop that Ovid puts behind numbers and languages.
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
