import HTML
import HTTP
import Screening
import Service

extension Site {
  /// The included reports that a person may know of, those without labels first.
  func labels(_ room: Room) throws(Fault) -> Response {
    var rows: [(report: RecordNumber, title: String, isOpen: Bool)] = []
    for report in included(room).prefix(500) {
      let isOpen = room.review.asksForLabels(report, of: room.person)
      rows.append((report, try description(of: report, in: room).title, isOpen))
    }
    return Layout(
      title: "Labels", visitor: room.visitor, room: room, here: .labels(review: room.name)
    ).page { page in
      page.h1("Labels of included reports")
      if rows.isEmpty { page.p("No included report is known to you yet.") }
      for (heading, isOpen) in [("To label", true), ("Labelled", false)] {
        let part = rows.filter { $0.isOpen == isOpen }
        if !part.isEmpty {
          page.h2(heading)
          page.ul {
            for row in part {
              page.li {
                page.a(row.title, .href(Address.labelling(review: room.name, row.report).text))
                page.text(" ")
                page.span(row.report.description, .class("soft"))
              }
            }
          }
        }
      }
    }
  }

  /// The included reports whose inclusion the person may know.
  private func included(_ room: Room) -> [RecordNumber] {
    room.review.reports(in: .included).numbers.filter {
      room.review.whereabouts(of: $0, for: room.person) == .leaf(.included)
    }
  }

  /// The form that labels one report.
  func labelling(
    _ room: Room, _ report: RecordNumber, problem: String? = nil
  ) throws(Fault) -> Response {
    guard room.review.whereabouts(of: report, for: room.person) == .leaf(.included) else {
      throw .refused(.reportIsNotIncluded(report))
    }
    let description = try description(of: report, in: room)
    let rule = room.review.content?.labels ?? LabelRule()
    let mine = Set(room.review.labels(of: report, by: room.person))
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .labels(review: room.name)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.article(.class("sheet")) {
        page.p("\(report) · labels", .class("soft"))
        description.write(to: page, marking: Highlighter(nil))
        page.problem(problem)
        page.act(.labelling(review: room.name, report), room.visitor) {
          page.p("Choose \(rule.min) to \(rule.max).", .class("soft"))
          choices(room.review.content?.themes ?? [], mine, page)
          page.div(.class("buttons")) {
            page.button("Label", .type(ButtonType.submit), .class("main"))
          }
        }
      }
    }
  }

  /// Themes with others below them are groups of choices; those that stand alone share one.
  private func choices(_ themes: [Theme], _ mine: Set<ThemeID>, _ page: Page) {
    let alone = themes.filter(\.themes.isEmpty)
    if !alone.isEmpty { group("Themes", alone, mine, page) }
    for theme in themes where !theme.themes.isEmpty { group(theme.name, theme.all, mine, page) }
  }

  private func group(_ name: String, _ themes: [Theme], _ mine: Set<ThemeID>, _ page: Page) {
    page.fieldset {
      page.legend(name)
      for choice in themes where choice.isLabel && !choice.isRetired {
        page.label {
          page.input(
            .type(InputType.checkbox), .name("theme"), .value(choice.id.text),
            .checked(mine.contains(choice.id)))
          page.text(" " + choice.name)
        }
      }
    }
  }

  func label(_ room: Room, _ report: RecordNumber, _ form: Form) throws(Fault) -> Response {
    do throws(Fault) {
      let themes = form.fields.values(of: "theme").map { ThemeID($0) }
      _ = try workbench.label(report, with: themes, room.acting(form))
      return .seeOther(Address.labels(review: room.name).text)
    } catch .refused(let refusal) {
      return try labelling(room, report, problem: refusal.sentence)
    }
  }
}
