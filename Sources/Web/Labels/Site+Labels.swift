import HTML
import HTTP
import Screening
import Service

extension Site {
  /// The included reports that a person may know of, those without labels first.
  func labels(_ room: Room) throws(Fault) -> Response {
    let reports = included(room)
    let open = reports.filter { room.review.asksForLabels($0, of: room.person) }
    let done = Set(reports).subtracting(open).sorted()
    var parts: [(heading: String, list: Shortlist)] = []
    for (heading, part) in [("To label", open), ("Labelled", done)] where !part.isEmpty {
      parts.append((heading, try Shortlist(part, titledBy: self, in: room)))
    }
    return Layout(
      title: "Labels", visitor: room.visitor, room: room, here: .labels(review: room.name)
    ).page { page in
      page.h1("Labels of included reports")
      if reports.isEmpty { page.p("No included report is known to you yet.") }
      for (heading, list) in parts {
        page.h2(heading)
        list.write(to: page) { .labelling(review: room.name, $0) }
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
    let report = try view(of: report, in: room).report
    let description = try description(of: report, in: room)
    let rule = room.review.content?.labels ?? LabelRule()
    let inForce = Set(room.review.labelsInForce(on: report, for: room.person))
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .labels(review: room.name)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.article(.classes("sheet")) {
        page.p("\(report) · labels", .classes("soft"))
        description.write(to: page, marking: Highlighter(nil))
        page.problem(problem)
        page.act(.labelling(review: room.name, report), room.visitor) {
          page.p("Choose \(rule.min) to \(rule.max).", .classes("soft"))
          choices(room.review.content?.themes ?? [], inForce, page)
          page.div(.classes("buttons")) {
            page.button("Label", .type(ButtonType.submit), .classes("main"))
          }
        }
      }
    }
  }

  /// Themes with others below them are groups of choices; those that stand alone share one.
  private func choices(_ themes: [Theme], _ inForce: Set<ThemeID>, _ page: Page) {
    let alone = themes.filter(\.themes.isEmpty)
    if !alone.isEmpty { group("Themes", alone, inForce, page) }
    for theme in themes where !theme.themes.isEmpty { group(theme.name, theme.all, inForce, page) }
  }

  private func group(_ name: String, _ themes: [Theme], _ inForce: Set<ThemeID>, _ page: Page) {
    page.fieldset {
      page.legend(name)
      for choice in themes where choice.isLabel && !choice.isRetired {
        page.label {
          page.input(
            .type(InputType.checkbox), .name("theme"), .value(choice.id.text),
            .checked(inForce.contains(choice.id)))
          page.text(" " + choice.name)
        }
      }
    }
  }

  func label(_ room: Room, _ report: RecordNumber, _ form: Form) throws(Fault) -> Response {
    let themes = form.fields.values(of: "theme").map { ThemeID($0) }
    guard !themes.isEmpty else { return try labelling(room, report, problem: .noTheme) }
    do throws(Fault) {
      _ = try workbench.relabel(report, with: themes, room.acting(form))
      return .seeOther(Address.labels(review: room.name).text)
    } catch .refused(let refusal) {
      return try labelling(room, report, problem: refusal.sentence)
    }
  }
}

extension String {
  fileprivate static let noTheme =
    "No theme is ticked, so nothing was changed. Tick the themes that the report is about."
}
