import HTML
import HTTP
import Screening
import Service

/// What a person had filled in when their form was refused, to be shown again.
struct Draft {
  var problem: String
  var reason: String?
  var also: [String] = []
  var note = ""
  var grounds = ""
}

extension Site {
  /// Leads to the next report that waits for the person, or says that none does.
  func queue(_ room: Room, _ stage: Stage) throws(Fault) -> Response {
    do throws(Fault) {
      let next = try workbench.queue(at: stage, take: 1, Acting(on: room.id, as: room.person))
      if let report = next.first {
        return .seeOther(Address.screening(review: room.name, report, stage).text)
      }
    } catch .refused(let refusal) {
      return emptyQueue(room, stage, refusal.sentence)
    }
    return emptyQueue(room, stage, nil)
  }

  private func emptyQueue(_ room: Room, _ stage: Stage, _ problem: String?) -> Response {
    Layout(
      title: stage.title, visitor: room.visitor, room: room,
      here: .queue(review: room.name, stage)
    ).page { page in
      page.div(.classes("sheet")) {
        page.h1(stage.title)
        page.problem(problem)
        page.p(
          problem == nil
            ? "Nothing waits for you here now. What you have decided is kept."
            : "When that has changed, come back to this page.")
        page.p { page.a("To the overview", .href(Address.review(room.name).text)) }
      }
    }
  }

  /// The page on which one report is decided.
  func screening(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ draft: Draft? = nil
  ) throws(Fault) -> Response {
    let view = try view(of: report, in: room)
    let description = try description(of: view.report, in: room)
    let doubts = Doubts(try workbench.doubts(about: view.report, in: room.review))
    let retrieval = try Retrieval(of: view.report, in: room, of: workbench)
    let stageView = view.stages.first { $0.stage == stage }
    let filled =
      if let draft { draft } else { try Draft(mine: stageView?.mine, in: room, of: workbench) }
    let layout = Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .queue(review: room.name, stage))
    return layout.page(draft == nil ? .ok : .unprocessable) { page in
      page.div(.classes("screening")) {
        page.article(.classes("sheet")) {
          page.p("\(view.report) · \(stage.title)", .classes("soft"))
          description.write(to: page, marking: Highlighter(room.review.content))
          doubts.write(to: page)
          if stage == .fullText { retrieval.writePlace(to: page) }
          page.problem(draft?.problem)
          if let stageView, stageView.asks(evenFor: draft) {
            decisionForm(room, view.report, stageView, filled, page)
          } else {
            page.p("This report asks nothing of you here.", .classes("notice"))
          }
        }
        page.aside(.classes("sheet")) { Criteria(room.review.content).write(to: page) }
      }
    }
  }

  private func decisionForm(
    _ room: Room, _ report: RecordNumber, _ view: StageView, _ filled: Draft, _ page: Page
  ) {
    if let mine = view.mine { page.p(.decided(mine), .classes("notice")) }
    page.act(.screening(review: room.name, report, view.stage), room.visitor) {
      reasonFields(room, view.stage, filled, page)
      page.label("Note (only for whoever settles a conflict)", .classes("field"), .for("note"))
      page.textarea(filled.note, .name("note"), .id("note"), .rows(2))
      page.div(.classes("buttons")) {
        page.button(
          "Include", .type(ButtonType.submit), .name("verdict"), .value("include"),
          .classes("include"))
        page.button(
          "Exclude", .type(ButtonType.submit), .name("verdict"), .value("exclude"),
          .classes("exclude"))
        if view.stage == .titleAbstract {
          page.button(
            "Unsure", .type(ButtonType.submit), .name("verdict"), .value("unsure"))
        }
      }
    }
  }

  private func reasonFields(_ room: Room, _ stage: Stage, _ filled: Draft, _ page: Page) {
    let asked = room.review.content?.rule(of: stage).reasons ?? .none
    guard asked != .none else { return }
    let reasons = (room.review.content?.reasons ?? []).filter { !$0.isRetired }
    let chosen = filled.reason ?? ""
    page.fieldset {
      page.legend(
        asked == .required ? "Main reason, if you exclude" : "Main reason, if you like")
      for reason in reasons {
        tick(.radio, "reason", reason, isChecked: reason.id.text == chosen, page)
      }
      page.label {
        page.input(
          .type(InputType.radio), .name("reason"), .value(""), .checked(chosen.isEmpty))
        page.text(" None")
      }
    }
    page.details(.open(!filled.also.isEmpty)) {
      page.summary("Other reasons")
      for reason in reasons {
        tick(.checkbox, "also", reason, isChecked: filled.also.contains(reason.id.text), page)
      }
    }
  }

  private func tick(
    _ type: InputType, _ name: String, _ reason: Criterion, isChecked: Bool, _ page: Page
  ) {
    page.label {
      page.input(.type(type), .name(name), .value(reason.id.text), .checked(isChecked))
      page.text(" \(reason.text) ")
      page.code(reason.id.text)
    }
  }

  // MARK: Acting

  /// Takes a decision: parked until it is durable, then on to the next report.
  func decide(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ form: Form, _ reply: @escaping Reply
  ) throws(Fault) {
    guard let verdict = form["verdict"].flatMap({ Verdict(name: $0) }) else {
      let draft = Draft(problem: "Say include, exclude or unsure.", form)
      return reply(try screening(room, report, stage, draft))
    }
    let reason = verdict == .exclude ? form.filled("reason").map { CriterionID($0) } : nil
    let also =
      verdict == .exclude ? form.fields.values(of: "also").map { CriterionID($0) } : []
    let decision = DecisionForm(
      report: report, stage: stage, verdict: verdict, reason: reason, also: also,
      note: form.filled("note"))
    try workbench.decide(decision, room.acting(form)) { [self] answer in
      switch answer {
      case .success: reply(.seeOther(Address.queue(review: room.name, stage).text))
      case .failure(.refused(let refusal)):
        // The writer's thread makes no pages.
        workbench.aside { [self] in
          let draft = Draft(problem: refusal.sentence, form)
          reply((try? screening(room, report, stage, draft)) ?? failed(.refused(refusal)))
        }
      case .failure(let fault): reply(failed(fault))
      }
    }
  }
}

extension Draft {
  init(problem: String, _ form: Form) {
    self.init(
      problem: problem, reason: form["reason"], also: form.fields.values(of: "also"),
      note: form["note"] ?? "", grounds: form["grounds"] ?? "")
  }
}

extension Draft {
  /// What the person said before, to change their mind from.
  fileprivate init(
    mine: StageView.Shown?, in room: Room, of workbench: Workbench
  ) throws(Fault) {
    self.init(problem: "")
    guard let mine else { return }
    reason = mine.reason?.text
    also = mine.also.map(\.text)
    note = try workbench.note(of: mine.entry, in: room.id) ?? ""
  }
}

extension StageView {
  /// Whether there is something to fill in: a decision to give or change, or words to copy.
  fileprivate func asks(evenFor draft: Draft?) -> Bool {
    mine != nil || call == .decide || draft != nil
  }
}

extension String {
  fileprivate static func decided(_ mine: StageView.Shown) -> String {
    let also = mine.also.isEmpty ? "" : ", also " + mine.also.map(\.text).joined(separator: ", ")
    let reason = mine.reason.map { " (\($0)\(also))" } ?? ""
    return "You decided: \(mine.verdict.name)\(reason). You can change your mind."
  }
}

extension Stage {
  /// What people call the stage.
  var title: String {
    switch self {
    case .titleAbstract: "Titles and abstracts"
    case .fullText: "Full texts"
    }
  }
}
