import Documents
import HTML
import HTTP
import Reporting
import Screening
import Service

extension Site {
  /// How many included reports, or studies, carry each theme, as a person may see it.
  func themes(
    _ room: Room, _ unit: ThemeTally.Unit, _ request: Request
  ) throws(Fault) -> Response {
    let numbers = try workbench.numbers(of: room.id, for: room.person)
    let document = ThemeDocument(try numbers.tally(counting: unit), numbers.provenance)
    if request.wantsJSON { return .json(document.json) }
    return Layout(
      title: "Themes", visitor: room.visitor, room: room,
      here: .themes(review: room.name, .reports)
    ).page { page in
      page.h1("Themes of included \(unit.rawValue)")
      page.provenance(document.provenance)
      if document.provenance.isUndisclosed { return }
      page.p {
        for other in ThemeTally.Unit.allCases where other != unit {
          page.a(
            "Count \(other.rawValue) instead",
            .href(Address.themes(review: room.name, other).text))
        }
      }
      page.div(.classes("scroll")) { table(document, page) }
      page.h2("Labels on each")
      page.div(.classes("scroll")) {
        page.table {
          page.tbody {
            for (words, number) in document.summary {
              page.tr {
                page.th(words, .scope(.row))
                page.td(number, .classes("number"))
              }
            }
          }
        }
      }
    }
  }

  private func table(_ document: ThemeDocument, _ page: Page) {
    let tally = document.tally
    page.table(.classes("boxes")) {
      page.thead {
        page.tr {
          page.th("Theme", .scope(.col))
          page.th("Labels", .scope(.col), .classes("number"))
          page.th("Distinct \(tally.unit.rawValue)", .scope(.col), .classes("number"))
        }
      }
      page.tbody {
        for (node, depth) in tally.flattened where node.isShown {
          page.tr(.classes(depth == 0 ? "sum" : "leaf")) {
            page.th(node.theme.name, .scope(.row), .classes("depth-\(min(depth, 4))"))
            page.td(node.labels, .classes("number"))
            page.td(node.distinct.count, .classes("number"))
          }
        }
        page.tr(.classes("sum")) {
          page.th("All themes", .scope(.row))
          page.td(tally.labels, .classes("number"))
          page.td(tally.distinct.count, .classes("number"))
        }
      }
    }
  }
}
