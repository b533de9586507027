package import Bibliography
import Glibc

/// Records of an EndNote library in which somebody marked each that has a duplicate.
package struct MarkedSet {
  package let references: [Reference]
  /// Whether a record is marked.
  package let isMarked: [Bool]

  /// Reads the XML that EndNote exports; nil where there is no file.
  package init?(path: String) {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    let records = Element.all("record", in: String(decoding: bytes, as: UTF8.self)[...])
    references = records.map { Reference(endNote: $0) }
    isMarked = records.map { Element.text("caption", in: $0) == "Duplicate" }
  }

  /// How many marked records there are, and how many of them are linked, asked or neither; and how
  /// many are linked that are not marked.
  package func matched() -> (marked: Int, sure: Int, asked: Int, missed: Int, unmarked: Int) {
    let result = MatchGroups(
      among: references.enumerated().map { MatchKey($1, number: UInt32($0)) })
    let linked = Set(result.groups.flatMap { $0 }.map { Int($0) })
    let asked = Set(result.asked.flatMap { [Int($0.low), Int($0.high)] }).subtracting(linked)
    let marked = Set(isMarked.indices.filter { isMarked[$0] })
    return (
      marked.count, marked.intersection(linked).count, marked.intersection(asked).count,
      marked.subtracting(linked).subtracting(asked).count, linked.subtracting(marked).count
    )
  }
}

extension Reference {
  fileprivate init(endNote record: Substring) {
    self.init()
    id = Element.text("rec-number", in: record)
    title = Element.text("title", in: record)
    journal = Element.text("secondary-title", in: record) ?? Element.text("full-title", in: record)
    year = Element.text("year", in: record)
    volume = Element.text("volume", in: record)
    issue = Element.text("number", in: record)
    pages = Element.text("pages", in: record)
    doi = Element.text("electronic-resource-num", in: record)
    issn = Element.text("isbn", in: record)
    abstract = Element.text("abstract", in: record)
    authors = Element.all("author", in: record).map { author in
      let parts = Element.plain(author).split(separator: ",", maxSplits: 1)
      guard parts.count == 2 else { return .named(Element.plain(author)) }
      return .person(family: String(parts[0]), given: String(parts[1].drop { $0 == " " }))
    }
  }
}

/// The little of XML that such an export needs.
private enum Element {
  /// What stands in each element of a name.
  static func all(_ name: String, in text: Substring) -> [Substring] {
    var found: [Substring] = []
    var rest = text
    while let start = rest.firstRange(of: "<\(name)") {
      rest = rest[start.upperBound...]
      guard let next = rest.first, next == ">" || next == " ", let open = rest.firstIndex(of: ">"),
        let end = rest.firstRange(of: "</\(name)>")
      else { continue }
      found.append(rest[rest.index(after: open)..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return found
  }

  static func text(_ name: String, in record: Substring) -> String? {
    all(name, in: record).first.map(plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text without tags, with its entities read.
  static func plain(_ text: Substring) -> String {
    var plain = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { plain.append(character) }
      if character == ">" { isTag = false }
    }
    for (entity, character) in [
      ("&#xD;", " "), ("&apos;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"),
      ("&amp;", "&"),
    ] {
      plain = plain.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return plain
  }
}
