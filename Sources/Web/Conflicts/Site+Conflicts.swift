import HTML
import HTTP
import Screening
import Service

extension Site {
  /// The conflicts that are a person's to settle, alone or with others. The list shows no decision.
  func conflicts(
    _ room: Room, _ stage: Stage, problem: String? = nil
  ) throws(Fault) -> Response {
    let agreeing = room.review.openedConflicts(at: stage, to: room.person)
    let settling = room.review.conflicts(at: stage, for: room.person)
    let shared = try Shortlist(agreeing, titledBy: self, in: room)
    let own = try Shortlist(settling, titledBy: self, in: room)
    return Layout(
      title: "Conflicts", visitor: room.visitor, room: room,
      here: .conflicts(review: room.name, stage)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.h1("Conflicts: \(stage.title.lowercased())")
      page.problem(problem)
      if agreeing.isEmpty && settling.isEmpty { page.p(.noConflict) }
      if !agreeing.isEmpty {
        page.h2("With the others")
        page.p(.sharedConflicts)
        shared.write(to: page) { .conflict(review: room.name, $0, stage) }
      }
      if !settling.isEmpty {
        page.h2("Yours to settle")
        page.p(.ownConflicts)
        own.write(to: page) { .conflict(review: room.name, $0, stage) }
      }
      if room.review.isGateShut(at: stage) { page.p(.conflictsOfPilot, .classes("soft")) }
      openingForm(room, stage, page)
    }
  }

  /// One conflict: before it was opened only what it is about, then its decisions and a form.
  func conflict(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ draft: Draft? = nil
  ) throws(Fault) -> Response {
    let view = try view(of: report, in: room)
    guard let stageView = view.stages.first(where: { $0.stage == stage }) else {
      return nothingThere(room.visitor)
    }
    let wasShown = room.review.wasShownAsItStands(view.report, at: stage, to: room.person)
    switch stageView.call {
    case .settle where !wasShown: return try unopened(room, view.report, stage, draft)
    case .settle, .agree: break
    case .decide, .decided, .none:
      guard wasShown else { throw .refused(.notYoursToSettle(view.report, stage)) }
    }
    let description = try description(of: view.report, in: room)
    let talk = try Talk(of: stageView, in: room, of: workbench)
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .conflicts(review: room.name, stage)
    ).page(draft == nil ? .ok : .unprocessable) { page in
      page.div(.classes("screening")) {
        page.article(.classes("sheet")) {
          page.p("\(view.report) · conflict · \(stage.title)", .classes("soft"))
          description.write(to: page, marking: Highlighter(room.review.content))
          talk.write(to: page)
          page.problem(draft?.problem)
          switch stageView.call {
          case .settle: settlingForm(room, view.report, stage, talk, draft, page)
          case .agree: agreeingForms(room, view.report, stageView, talk, draft, page)
          case .decide, .decided, .none: page.p(.asksNothing, .classes("notice"))
          }
        }
        page.aside(.classes("sheet")) { Criteria(room.review.content).write(to: page) }
      }
    }
  }

  /// A conflict whose decisions were not shown yet: looking at this records nothing.
  private func unopened(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ draft: Draft?
  ) throws(Fault) -> Response {
    let description = try description(of: report, in: room)
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .conflicts(review: room.name, stage)
    ).page(draft == nil ? .ok : .unprocessable) { page in
      page.article(.classes("sheet")) {
        page.p("\(report) · conflict · \(stage.title)", .classes("soft"))
        description.write(to: page, marking: Highlighter(room.review.content))
        page.problem(draft?.problem)
        page.act(.conflict(review: room.name, report, stage), room.visitor) {
          page.p(.opening)
          page.div(.classes("buttons")) {
            page.button(
              "Show the decisions", .type(ButtonType.submit), .name("act"),
              .value(ConflictAct.open.rawValue), .classes("main"))
          }
        }
      }
    }
  }

  private func settlingForm(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ talk: Talk, _ draft: Draft?,
    _ page: Page
  ) {
    page.act(.conflict(review: room.name, report, stage), room.visitor) {
      page.hidden("act", ConflictAct.settle.rawValue)
      page.hidden("rests-on", talk.stamp)
      outcomeFields(room, stage, draft, "Settle", page)
    }
  }

  /// Reason, grounds and the two ways to end a conflict.
  func outcomeFields(
    _ room: Room, _ stage: Stage, _ draft: Draft?, _ verb: String, _ page: Page
  ) {
    if room.review.content?.rule(of: stage).reasons != StageRule.Reasons.none {
      page.label("Main reason, if you exclude", .classes("field"), .for("reason"))
      page.select(.name("reason"), .id("reason")) {
        page.option("None", .value(""))
        for reason in room.review.content?.reasons ?? [] where !reason.isRetired {
          page.option(
            "\(reason.id): \(reason.text)", .value(reason.id.text),
            .selected(reason.id.text == draft?.reason))
        }
      }
    }
    page.label("Grounds", .classes("field"), .for("grounds"))
    page.textarea(draft?.grounds ?? "", .name("grounds"), .id("grounds"), .required())
    page.div(.classes("buttons")) {
      for outcome in Outcome.allCases {
        page.button(
          "\(verb): \(outcome.name)", .type(ButtonType.submit), .name("outcome"),
          .value(outcome.name), .classes(outcome.name))
      }
    }
  }

  /// A report as the person may see it.
  func view(of report: RecordNumber, in room: Room) throws(Fault) -> ReportView {
    do throws(Refusal) {
      return try room.review.view(of: report, for: room.person)
    } catch {
      throw .refused(error)
    }
  }

  func names(in room: Room) throws(Fault) -> [PersonID: String] {
    Dictionary(
      try workbench.people().map { ($0.id, $0.called) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ReviewProtocol {
  /// How a stage is screened.
  func rule(of stage: Stage) -> StageRule {
    switch stage {
    case .titleAbstract: titleAbstract
    case .fullText: fullText
    }
  }
}

extension String {
  fileprivate static let noConflict = "No conflict waits for you."
  fileprivate static let sharedConflicts =
    "These were opened to you and to the others who decided them. One proposes how to settle it, "
    + "and all confirm."
  fileprivate static let ownConflicts =
    "You see the decisions once you open a conflict; after that it is yours to settle."
  fileprivate static let conflictsOfPilot =
    "Conflicts of the pilot are settled by those who decided, once a lead has opened them."
  fileprivate static let asksNothing = "This conflict asks nothing of you any more."
  fileprivate static let opening =
    "Showing you the decisions is recorded. From then on this report is yours to settle here, and "
    + "not to decide."
}
