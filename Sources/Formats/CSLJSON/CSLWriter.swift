public import Bibliography
import JSON

/// Writes CSL-JSON. What CSL has no word for stands in `custom`, so that nothing is lost.
public struct CSLWriter: ReferenceWriter {
  /// CSL-JSON.
  public static let format = CSLReader.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends the bracket that opens the array.
  public func begin(_ bytes: inout [UInt8]) { bytes.append(contentsOf: "[\n".utf8) }

  /// Appends a comma.
  public func separate(_ bytes: inout [UInt8]) { bytes.append(contentsOf: ",\n".utf8) }

  /// Appends the bracket that closes the array.
  public func end(_ bytes: inout [UInt8]) { bytes.append(contentsOf: "\n]\n".utf8) }

  /// Appends one object.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    reference.csl.append(to: &bytes)
  }
}

extension Reference {
  fileprivate var csl: JSONValue {
    var item = CSLItem()
    let kinds = PrintedKinds(self, TypeNames.csl)
    item.add("id", id)
    item.add("type", kinds.code)
    item.add("genre", kinds.rest.isEmpty ? nil : kinds.rest.joined(separator: "; "))
    // The words as printed, where they would not come back as they were.
    if type != ([kinds.code] + kinds.rest).joined(separator: "; ") { item.addCustom("type", type) }
    item.add("title", title)
    if !authors.isEmpty {
      item.members.append(.init(key: "author", value: .array(authors.map(\.csl))))
    }
    if let issued { item.members.append(.init(key: "issued", value: issued)) }
    if year == nil { item.addCustom("date", date) }
    item.add("container-title", journal)
    item.add("volume", volume)
    item.add("issue", issue)
    item.add("page", pages)
    item.add("DOI", doi)
    item.add("PMID", pmid)
    item.add("ISSN", issn)
    item.add("ISBN", isbn)
    item.add("abstract", abstract)
    item.add("keyword", keywordsForCSL)
    if keywordsForCSL == nil { item.addCustom("keywords", keywords) }
    item.add("language", language)
    item.add("URL", urls.first)
    item.addCustom("urls", Array(urls.dropFirst()))
    item.add("publisher", publisher)
    item.add("publisher-place", place)
    item.add("archive_location", accession)
    item.add("source", database)
    item.add("note", notes.first)
    item.addCustom("notes", Array(notes.dropFirst()))
    for extra in extra { item.addCustom(extra.tag, extra.values) }
    return item.value
  }

  /// The keywords as one text; nil where they would not be parted again in the same way.
  private var keywordsForCSL: String? {
    let joined = keywords.joined(separator: "; ")
    let isHeld = ListSeparator.semicolonOrComma.parts(of: joined) == keywords
    return isHeld && !keywords.isEmpty ? joined : nil
  }

  /// The year as a number where it is one, and the date as printed.
  private var issued: JSONValue? {
    var members: [JSONValue.Member] = []
    if let year, year.isFourDigits, let number = Int(year), "\(number)" == year {
      members.append(.init(key: "date-parts", value: [[JSONValue(number)]]))
    } else if let year {
      members.append(.init(key: "literal", value: .string(year)))
    }
    // A date without a year would be read as what stands in its place.
    if year != nil, let date { members.append(.init(key: "raw", value: .string(date))) }
    return members.isEmpty ? nil : .object(members)
  }
}

/// An object of CSL in the making.
private struct CSLItem {
  var members: [JSONValue.Member] = []
  private var custom: [JSONValue.Member] = []

  var value: JSONValue {
    .object(custom.isEmpty ? members : members + [.init(key: "custom", value: .object(custom))])
  }

  mutating func add(_ key: String, _ text: String?) {
    if let text, !text.isEmpty { members.append(.init(key: key, value: .string(text))) }
  }

  mutating func addCustom(_ key: String, _ text: String?) {
    if let text { custom.append(.init(key: key, value: .string(text))) }
  }

  mutating func addCustom(_ key: String, _ texts: [String]) {
    if !texts.isEmpty { custom.append(.init(key: key, value: JSONValue(texts))) }
  }
}

extension Reference.Author {
  fileprivate var csl: JSONValue {
    switch self {
    case .person(let family, let given?): ["family": .string(family), "given": .string(given)]
    case .person(let family, nil): ["family": .string(family)]
    case .named(let name): ["literal": .string(name)]
    }
  }
}
