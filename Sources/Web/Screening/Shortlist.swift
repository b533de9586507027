import HTML
import Screening
import Service

/// The first of many reports, by title, each with a way to its page.
struct Shortlist {
  private let rows: [(report: RecordNumber, title: String)]
  private let more: Int

  /// A page never lists more.
  static let longest = 200

  /// Takes the first of some reports, which stand in the order of their weight.
  init(
    _ reports: [RecordNumber], titledBy site: Site, in room: Room, upTo longest: Int = longest
  ) throws(Fault) {
    let first = Array(reports.prefix(longest))
    let texts = try site.workbench.texts(of: first, in: room.review)
    rows = zip(first, texts).map { ($0, Description($1.reference).title) }
    more = reports.count - first.count
  }

  /// Writes the list, and how many are not on it.
  func write(to page: Page, leadingTo address: (RecordNumber) -> Address) {
    guard !rows.isEmpty else { return }
    page.ul(.classes("list")) {
      for (report, title) in rows {
        page.li {
          page.a(title, .href(address(report).text))
          page.text(" ")
          page.span(report.description, .classes("soft"))
        }
      }
    }
    if more > 0 { page.p(.andMore(more), .classes("soft")) }
  }
}

extension String {
  fileprivate static func andMore(_ count: Int) -> String {
    "And \(count) more, which are not listed here."
  }
}
