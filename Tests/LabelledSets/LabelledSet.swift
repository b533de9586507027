package import Bibliography
import Glibc

/// Records of which somebody has said which are the same work.
package struct LabelledSet {
  package let name: String
  package let ids: [String]
  package let references: [Reference]
  /// For each record the number of its work.
  package let works: [Int]

  /// Reads `records.csv` and `merged_record_ids.csv` in a folder; nil where they are not there.
  package init?(folder: String, name: String) {
    guard let records = CommaSeparated(path: "\(folder)/records.csv"),
      let truth = CommaSeparated(path: "\(folder)/merged_record_ids.csv")
    else { return nil }
    self.name = name
    references = records.rows.map { Reference(record: $0) }
    ids = references.map { $0.id ?? "" }
    var works: [String: Int] = [:]
    for (work, row) in truth.rows.enumerated() {
      for id in (row["merged_ids"] ?? "").split(separator: ";") { works[String(id)] = work }
    }
    self.works = ids.enumerated().map { works[$1] ?? truth.rows.count + $0 }
  }

  /// What the matcher says of this set: a group's number for each record, and the rest.
  package func matched() -> (groups: [Int], result: MatchGroups) {
    let result = MatchGroups(
      among: references.enumerated().map { MatchKey($1, number: UInt32($0)) })
    var groups = Array(references.indices)
    for group in result.groups {
      for number in group { groups[Int(number)] = Int(group[0]) }
    }
    return (groups, result)
  }

  /// How groups agree with the labels.
  package func score(_ groups: [Int], asked: [MatchPair]) -> MatchScore {
    MatchScore(
      groups: groups, asked: asked.map { (Int($0.low), Int($0.high)) }, works: works)
  }
}

extension Reference {
  /// A record whose fields are named as in the labelled sets.
  fileprivate init(record: [String: String]) {
    func text(_ name: String) -> String? { record[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.init()
    id = text("ID")
    title = text("title")
    year = text("year")
    journal = text("journal")
    volume = text("volume")
    issue = text("number")
    pages = text("pages")
    doi = text("doi")
    abstract = text("abstract")
    issn = text("isbn")
    urls = text("url").map { [$0] } ?? []
    authors = (text("author") ?? "").parted(by: " and ").map { name in
      let parts = name.split(separator: ",", maxSplits: 1).map { $0.trimmed }
      return parts.count == 2 ? .person(family: parts[0], given: parts[1]) : .named(name.trimmed)
    }.filter { !$0.text.isEmpty }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  fileprivate func parted(by word: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: word) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}

/// A file of comma-separated values with a row of names first, as RFC 4180 has it.
struct CommaSeparated {
  let rows: [[String: String]]

  init?(path: String) {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    var table = Self.table(bytes)
    guard !table.isEmpty else { return nil }
    let names = table.removeFirst()
    rows = table.map { Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static func table(_ bytes: [UInt8]) -> [[String]] {
    var table: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = 0
    func isQuote(_ place: Int) -> Bool { place < bytes.count && bytes[place] == UInt8(ascii: "\"") }
    while place < bytes.count {
      let byte = bytes[place]
      if isQuote(place) {
        if isQuoted, isQuote(place + 1) {
          field.append(byte)
          place += 1
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == UInt8(ascii: "\n") {
          table.append(row)
          row = []
        }
      } else if byte != UInt8(ascii: "\r") || isQuoted {
        field.append(byte)
      }
      place += 1
    }
    if !field.isEmpty || !row.isEmpty {
      table.append(row + [String(decoding: field, as: UTF8.self)])
    }
    return table
  }
}
