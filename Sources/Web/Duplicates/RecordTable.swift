import Bibliography
import HTML
import Screening

/// Records in columns beside each other; what differs is marked, in words as well as by its look.
struct RecordTable {
  private struct Line {
    let name: String
    let cells: [String]
    var isAlike: Bool { cells.allSatisfy { $0 == cells.first } }
  }

  private let numbers: [RecordNumber]
  private let lines: [Line]

  init(_ records: [(number: RecordNumber, reference: Reference)]) {
    numbers = records.map(\.number)
    let fields = records.map { $0.reference.fields }
    lines = (fields.first ?? []).indices.compactMap { place in
      let cells = fields.map { $0[place].value }
      guard !cells.allSatisfy(\.isEmpty) else { return nil }
      return Line(name: fields[0][place].name, cells: cells)
    }
  }

  /// Writes it.
  func write(to page: Page) {
    page.div(.classes("scroll")) {
      page.table {
        page.thead {
          page.tr {
            page.th("Field", .scope(.col))
            for number in numbers { page.th(number.description, .scope(.col)) }
          }
        }
        page.tbody {
          for line in lines {
            page.tr {
              page.th(line.isAlike ? line.name : "\(line.name) (differs)", .scope(.row))
              for cell in line.cells {
                page.td {
                  if line.isAlike {
                    page.text(cell)
                  } else {
                    page.mark(cell.isEmpty ? "–" : cell, .classes("exclude"))
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension Reference {
  /// Every field in the order in which people read a record; empty where it says nothing.
  fileprivate var fields: [(name: String, value: String)] {
    let first: [TextField] = [.title]
    let rest = TextField.allCases.filter { $0 != .title && $0 != .id }
    return first.map { ($0.rawValue, self[$0] ?? "") }
      + [("authors", authors.map(\.text).joined(separator: "; "))]
      + rest.map { ($0.rawValue, self[$0] ?? "") }
      + ListField.allCases.map { ($0.rawValue, self[$0].joined(separator: "; ")) }
  }
}
