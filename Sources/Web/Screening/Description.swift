import Bibliography
import HTML
import Screening
import Service

/// A report as people read it: put together from its records, each field from the fullest.
struct Description {
  let title: String
  let line: String
  let abstract: String?
  let keywords: [String]
  let doi: String?
  let links: [String]

  /// Puts a report together.
  init(_ records: [Reference]) {
    func fullest(_ field: Reference.TextField) -> String? {
      records.compactMap { $0[field] }.max { $0.utf8.count < $1.utf8.count }
    }
    title = fullest(.title) ?? "Without a title"
    let authors = records.map(\.authors).max { $0.count < $1.count } ?? []
    let names = authors.prefix(6).map(\.text).joined(separator: "; ")
    let volume = fullest(.volume).map { volume in
      volume + (fullest(.issue).map { "(\($0))" } ?? "")
    }
    line = [
      authors.count > 6 ? names + " and \(authors.count - 6) more" : names, fullest(.year),
      fullest(.journal), volume, fullest(.pages),
    ].compactMap { $0?.isEmpty == true ? nil : $0 }.joined(separator: " · ")
    abstract = fullest(.abstract)
    keywords = records.map(\.keywords).max { $0.count < $1.count } ?? []
    doi = records.lazy.compactMap { $0.normalDOI?.text }.first
    links = records.map(\.urls).max { $0.count < $1.count } ?? []
  }

  /// Writes it, with the protocol's terms marked.
  func write(to page: Page, marking terms: Highlighter) {
    page.h1 { terms.write(title, to: page) }
    page.p(line, .class("soft"))
    if let abstract {
      page.div(.class("abstract")) { terms.write(abstract, to: page) }
    } else {
      page.p("No abstract is known.", .class("flag"))
    }
    if !keywords.isEmpty {
      page.p(.class("soft")) {
        page.text("Keywords: ")
        terms.write(keywords.joined(separator: "; "), to: page)
      }
    }
    if let doi { page.p { page.a("doi.org/\(doi)", .href("https://doi.org/\(doi)"), .rel("noreferrer")) } }
  }
}

/// Marks the terms of include and exclude criteria in a text, in two ways that do not differ by
/// colour alone.
struct Highlighter {
  private let include: [Term]
  private let exclude: [Term]

  init(_ content: ReviewProtocol?) {
    let domains = content?.domains ?? []
    include = domains.flatMap(\.include).flatMap(\.terms).compactMap { Term($0) }
    exclude = domains.flatMap(\.exclude).flatMap(\.terms).compactMap { Term($0) }
  }

  /// Writes a text with its hits marked; where both kinds hit, exclude shows.
  func write(_ text: String, to page: Page) {
    let folded = FoldedText(text, keepingOrigins: true)
    var kinds = [UInt8](repeating: 0, count: text.utf8.count)
    for (terms, kind) in [(include, UInt8(1)), (exclude, UInt8(2))] {
      for term in terms {
        for hit in term.hits(in: folded) where !hit.isEmpty {
          let origin = folded.origin(of: hit)
          for place in origin.clamped(to: 0..<kinds.count) { kinds[place] = kind }
        }
      }
    }
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = kinds[start...].firstIndex { $0 != kinds[start] } ?? bytes.count
      let part = String(decoding: bytes[start..<end], as: UTF8.self)
      switch kinds[start] {
      case 1: page.mark(part, .class("include"))
      case 2: page.mark(part, .class("exclude"))
      default: page.text(part)
      }
      start = end
    }
  }
}

extension Site {
  func description(of report: RecordNumber, in room: Room) throws(Fault) -> Description {
    let records = room.review.records(of: report)
    return Description(
      try workbench.references(records, in: room.review).compactMap { $0 })
  }
}
