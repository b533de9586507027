import HTML
import Screening
import Service

/// What the people of a conflict said, with their notes, as far as a person may read it.
struct Talk {
  private let decisions: [(who: String, decision: StageView.Shown, note: String?)]
  /// The proposal that stands, by whom and why, with its mark.
  let proposal: (view: StageView.Proposal, by: String, grounds: String?, stamp: String)?
  /// The mark of the decisions read.
  let stamp: String

  /// Reads the words that belong to a view.
  init(of view: StageView, in room: Room, of workbench: Workbench) throws(Fault) {
    let people = try workbench.people()
    func name(_ person: PersonID?) -> String? {
      people.first { $0.id == person }?.called
    }
    var decisions: [(String, StageView.Shown, String?)] = []
    for (place, decision) in view.decisions.enumerated() {
      decisions.append(
        (
          name(decision.person) ?? "Reviewer \(place + 1)", decision,
          try workbench.note(of: decision.entry, in: room.id)
        ))
    }
    self.decisions = decisions
    proposal =
      if let standing = view.proposal {
        (
          standing, name(standing.person) ?? "one of you",
          try workbench.grounds(ofProposal: standing.entry, in: room.id),
          try workbench.stamp(of: [standing.entry], in: room.id)
        )
      } else { nil }
    stamp = try workbench.stamp(of: view.decisions.map(\.entry), in: room.id)
  }

  /// Writes the decisions as a table.
  func write(to page: Page) {
    page.h2("Decisions")
    page.div(.classes("scroll")) {
      page.table {
        page.thead {
          page.tr {
            for head in ["Who", "Decision", "Reasons", "Note"] { page.th(head, .scope(.col)) }
          }
        }
        page.tbody {
          for (who, decision, note) in decisions {
            page.tr {
              page.th(who, .scope(.row))
              page.td(decision.verdict.name)
              page.td(
                ([decision.reason].compactMap { $0 } + decision.also).map(\.text)
                  .joined(separator: ", "))
              page.td(note ?? "")
            }
          }
        }
      }
    }
  }
}
