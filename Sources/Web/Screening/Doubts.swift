import HTML
import Screening

/// The limits that a report fails, or under which the machine cannot tell.
struct Doubts {
  private let list: [(limit: Limit, judgement: Judgement)]

  init(_ list: [(limit: Limit, judgement: Judgement)]) { self.list = list }

  /// Writes a line for each.
  func write(to page: Page) {
    for (limit, judgement) in list {
      page.p(.classes("flag")) {
        page.strong(judgement.label)
        page.text(": \(limit.text) ")
        page.code(limit.id.text)
      }
    }
  }
}

extension Judgement {
  /// What people are told.
  fileprivate var label: String {
    switch self {
    case .passes: "Passes the limit"
    case .fails: "Fails the limit"
    case .cannotTell: "Cannot tell"
    }
  }
}
