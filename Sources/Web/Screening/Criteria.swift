import HTML
import Screening

/// The criteria, as they stand beside every report.
struct Criteria {
  private let content: ReviewProtocol?

  init(_ content: ReviewProtocol?) { self.content = content }

  func write(to page: Page) {
    page.h2("Criteria")
    for domain in content?.domains ?? [] {
      page.h3(domain.name)
      list(domain.include, .include, to: page)
      list(domain.exclude, .exclude, to: page)
    }
  }

  private func list(_ criteria: [Criterion], _ kind: Outcome, to page: Page) {
    let used = criteria.filter { !$0.isRetired }
    guard !used.isEmpty else { return }
    page.h4(kind == .include ? "Include" : "Exclude")
    page.ul(.classes("criteria \(kind.name)")) {
      for criterion in used {
        page.li {
          page.text(criterion.text + " ")
          page.code(criterion.id.text)
          if let exception = criterion.exception { page.p("Unless \(exception)", .classes("soft")) }
          if let note = criterion.note { page.p(note, .classes("soft")) }
        }
      }
    }
  }
}
