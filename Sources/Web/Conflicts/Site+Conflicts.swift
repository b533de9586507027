import HTML
import HTTP
import Screening
import Service

extension Site {
  /// The conflicts that are a person's to settle. Looking at the list shows no decision yet.
  func conflicts(_ room: Room, _ stage: Stage) throws(Fault) -> Response {
    let reports = room.review.conflicts(at: stage, for: room.person)
    var titles: [(RecordNumber, String)] = []
    for report in reports.prefix(200) {
      titles.append((report, try description(of: report, in: room).title))
    }
    return Layout(
      title: "Conflicts", visitor: room.visitor, room: room,
      here: .conflicts(review: room.name, stage)
    ).page { page in
      page.h1("Conflicts: \(stage.title.lowercased())")
      if titles.isEmpty { page.p("No conflict waits for you.") }
      if !titles.isEmpty {
        page.p("You see the decisions once you open a conflict; after that it is yours to settle.")
      }
      page.ul {
        for (report, title) in titles {
          page.li {
            page.a(title, .href(Address.conflict(review: room.name, report, stage).text))
            page.text(" ")
            page.span(report.description, .class("soft"))
          }
        }
      }
    }
  }

  /// One conflict: its decisions, and the form that settles it. Opening it is recorded.
  func conflict(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ draft: Draft? = nil
  ) throws(Fault) -> Response {
    var room = room
    if !room.review.wasShownAsItStands(report, at: stage, to: room.person) {
      _ = try workbench.showConflict(report, at: stage, Acting(on: room.id, as: room.person))
      room = try self.room(room.name, room.visitor)
    }
    let view: ReportView
    do throws(Refusal) {
      view = try room.review.view(of: report, for: room.person)
    } catch {
      throw .refused(error)
    }
    guard let stageView = view.stages.first(where: { $0.stage == stage }) else {
      return nothingThere(room.visitor)
    }
    let description = try description(of: view.report, in: room)
    let notes = try notes(of: stageView, in: room)
    let names = try names(in: room)
    let seen = room
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .conflicts(review: room.name, stage)
    ).page(draft == nil ? .ok : .unprocessable) { page in
      page.div(.class("screening")) {
        page.article(.class("sheet")) {
          page.p("\(view.report) · conflict · \(stage.title)", .class("soft"))
          description.write(to: page, marking: Highlighter(seen.review.content))
          decisions(stageView, notes, names, page)
          page.problem(draft?.problem)
          if stageView.call == .settle {
            resolutionForm(seen, view.report, stageView, draft, page)
          } else {
            page.p("This conflict asks nothing of you any more.", .class("notice"))
          }
        }
        page.aside(.class("sheet")) { Criteria(seen.review.content).write(to: page) }
      }
    }
  }

  private func decisions(
    _ view: StageView, _ notes: [Position: String], _ names: [PersonID: String], _ page: Page
  ) {
    page.h2("Decisions")
    page.div(.class("scroll")) {
      page.table {
        page.thead {
          page.tr {
            for head in ["Who", "Decision", "Reason", "Note"] { page.th(head, .scope(.col)) }
          }
        }
        page.tbody {
          for (place, decision) in view.decisions.enumerated() {
            page.tr {
              page.th(
                decision.person.flatMap { names[$0] } ?? "Reviewer \(place + 1)", .scope(.row))
              page.td(decision.verdict.name)
              page.td(decision.reason?.text ?? "")
              page.td(notes[decision.entry] ?? "")
            }
          }
        }
      }
    }
  }

  private func resolutionForm(
    _ room: Room, _ report: RecordNumber, _ view: StageView, _ draft: Draft?, _ page: Page
  ) {
    let rule = room.review.content.map {
      view.stage == .titleAbstract ? $0.titleAbstract : $0.fullText
    }
    page.act(.conflict(review: room.name, report, view.stage), room.visitor) {
      for decision in view.decisions { page.hidden("rests-on", "\(decision.entry.value)") }
      if rule?.reasons != StageRule.Reasons.none {
        page.label("Main reason, if you exclude", .class("field"), .for("reason"))
        page.select(.name("reason"), .id("reason")) {
          page.option("None", .value(""))
          for reason in room.review.content?.reasons ?? [] where !reason.isRetired {
            page.option(
              "\(reason.id): \(reason.text)", .value(reason.id.text),
              .selected(reason.id.text == draft?.reason))
          }
        }
      }
      page.label("Grounds", .class("field"), .for("grounds"))
      page.textarea(draft?.note ?? "", .name("grounds"), .id("grounds"), .required())
      page.div(.class("buttons")) {
        page.button(
          "Settle: include", .type(ButtonType.submit), .name("outcome"), .value("include"),
          .class("include"))
        page.button(
          "Settle: exclude", .type(ButtonType.submit), .name("outcome"), .value("exclude"),
          .class("exclude"))
      }
    }
  }

  func settle(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ form: Form
  ) throws(Fault) -> Response {
    let outcome: Outcome = form["outcome"] == Outcome.include.name ? .include : .exclude
    let resolution = ResolutionForm(
      report: report, stage: stage, outcome: outcome,
      reason: outcome == .exclude ? form.filled("reason").map { CriterionID($0) } : nil,
      grounds: form["grounds"] ?? "",
      restsOn: form.fields.values(of: "rests-on").compactMap { UInt32($0) }.map { Position($0) })
    do throws(Fault) {
      _ = try workbench.resolve(resolution, room.acting(form))
      return .seeOther(Address.conflicts(review: room.name, stage).text)
    } catch .refused(let refusal) {
      let draft = Draft(
        problem: refusal.sentence, reason: form["reason"], note: form["grounds"] ?? "")
      return try conflict(room, report, stage, draft)
    }
  }

  /// The notes that belong to decisions, by their entries.
  private func notes(of view: StageView, in room: Room) throws(Fault) -> [Position: String] {
    var notes: [Position: String] = [:]
    for decision in view.decisions {
      notes[decision.entry] = try workbench.note(of: decision.entry, in: room.id)
    }
    return notes
  }

  func names(in room: Room) throws(Fault) -> [PersonID: String] {
    Dictionary(
      try workbench.people().map { ($0.id, $0.called) }, uniquingKeysWith: { first, _ in first })
  }
}
