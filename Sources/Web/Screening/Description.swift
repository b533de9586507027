import Bibliography
import HTML
import Screening
import Service

/// A report or record as people read it.
struct Description {
  let title: String
  let line: String
  let abstract: String?
  let keywords: [String]
  let doi: String?
  let links: [String]

  /// Words a report, or a record, from its fields.
  init(_ fields: Reference) {
    title = fields[.title] ?? "Without a title"
    let names = fields.authors.prefix(6).map(\.text).joined(separator: "; ")
    let more = fields.authors.count - 6
    let volume = fields[.volume].map { volume in
      volume + (fields[.issue].map { "(\($0))" } ?? "")
    }
    line = [
      more > 0 ? names + " and \(more) more" : names, fields[.year], fields[.journal], volume,
      fields[.pages],
    ].compactMap { $0?.isEmpty == true ? nil : $0 }.joined(separator: " · ")
    abstract = fields[.abstract]
    keywords = fields.keywords
    doi = fields.normalDOI?.text
    links = fields.urls
  }

  /// Writes it, with the protocol's terms marked.
  func write(to page: Page, marking terms: Highlighter) {
    page.h1 { terms.write(title, to: page) }
    page.p(line, .classes("soft"))
    if let abstract {
      page.div(.classes("abstract")) { terms.write(abstract, to: page) }
    } else {
      page.p("No abstract is known.", .classes("flag"))
    }
    if !keywords.isEmpty {
      page.p(.classes("soft")) {
        page.text("Keywords: ")
        terms.write(keywords.joined(separator: "; "), to: page)
      }
    }
    terms.writeLegend(for: [title, abstract ?? ""] + keywords, to: page)
    if let doi {
      page.p { page.a("doi.org/\(doi)", .href("https://doi.org/\(doi)"), .rel("noreferrer")) }
    }
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

  private var hasTerms: Bool { !include.isEmpty || !exclude.isEmpty }

  /// Says which terms are marked in some texts, for whoever does not see how.
  func writeLegend(for texts: [String], to page: Page) {
    guard hasTerms else { return }
    let folded = texts.map { FoldedText($0) }
    for (label, terms, kind) in [
      ("Include terms", include, "include"), ("Exclude terms", exclude, "exclude"),
    ] {
      let found = terms.filter { term in folded.contains { term.isIn($0) } }
      guard !found.isEmpty else { continue }
      page.p(.classes("soft")) {
        page.text(label + ": ")
        page.mark(found.map(\.text).joined(separator: ", "), .classes(kind))
      }
    }
  }

  /// Writes a text with its hits marked; where both kinds hit, exclude shows.
  func write(_ text: String, to page: Page) {
    guard hasTerms else { return page.text(text) }
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
      case 1: page.mark(part, .classes("include"))
      case 2: page.mark(part, .classes("exclude"))
      default: page.text(part)
      }
      start = end
    }
  }
}

extension Site {
  func description(of report: RecordNumber, in room: Room) throws(Fault) -> Description {
    let texts = try workbench.texts(of: [report], in: room.review)
    return Description(texts.first?.reference ?? Reference())
  }
}
