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
      page.div(.class("sheet")) {
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
    let view: ReportView
    do throws(Refusal) {
      view = try room.review.view(of: report, for: room.person)
    } catch {
      throw .refused(error)
    }
    let description = try description(of: view.report, in: room)
    let stageView = view.stages.first { $0.stage == stage }
    let layout = Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .queue(review: room.name, stage))
    return layout.page(draft == nil ? .ok : .unprocessable) { page in
      page.div(.class("screening")) {
        page.article(.class("sheet")) {
          page.p("\(view.report) · \(stage.title)", .class("soft"))
          description.write(to: page, marking: Highlighter(room.review.content))
          page.problem(draft?.problem)
          if let stageView { decisionForm(room, view.report, stageView, draft, page) }
        }
        page.aside(.class("sheet")) { Criteria(room.review.content).write(to: page) }
      }
    }
  }

  private func decisionForm(
    _ room: Room, _ report: RecordNumber, _ view: StageView, _ draft: Draft?, _ page: Page
  ) {
    if let mine = view.mine {
      page.p(
        "You decided: \(mine.verdict.name)"
          + (mine.reason.map { " (\($0))" } ?? "") + ". You can change your mind.",
        .class("notice"))
    } else if view.call != .decide && draft == nil {
      page.p("This report asks nothing of you here.", .class("notice"))
      return
    }
    let rule = room.review.content.map {
      view.stage == .titleAbstract ? $0.titleAbstract : $0.fullText
    }
    page.act(.screening(review: room.name, report, view.stage), room.visitor) {
      if rule?.reasons != StageRule.Reasons.none {
        reasonFields(room, view, draft, isRequired: rule?.reasons == .required, page)
      }
      page.label("Note (only for whoever settles a conflict)", .class("field"), .for("note"))
      page.textarea(draft?.note ?? "", .name("note"), .id("note"), .rows(2))
      page.div(.class("buttons")) {
        page.button(
          "Include", .type(ButtonType.submit), .name("verdict"), .value("include"),
          .class("include"))
        page.button(
          "Exclude", .type(ButtonType.submit), .name("verdict"), .value("exclude"),
          .class("exclude"))
        if view.stage == .titleAbstract {
          page.button(
            "Unsure", .type(ButtonType.submit), .name("verdict"), .value("unsure"))
        }
      }
    }
  }

  private func reasonFields(
    _ room: Room, _ view: StageView, _ draft: Draft?, isRequired: Bool, _ page: Page
  ) {
    let reasons = (room.review.content?.reasons ?? []).filter { !$0.isRetired }
    let chosen = draft?.reason ?? view.mine?.reason?.text ?? ""
    page.fieldset {
      page.legend(isRequired ? "Main reason, if you exclude" : "Main reason, if you like")
      for reason in reasons {
        page.label {
          page.input(
            .type(InputType.radio), .name("reason"), .value(reason.id.text),
            .checked(reason.id.text == chosen))
          page.text(" \(reason.text) ")
          page.code(reason.id.text)
        }
      }
      page.label {
        page.input(
          .type(InputType.radio), .name("reason"), .value(""), .checked(chosen.isEmpty))
        page.text(" None")
      }
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
    let decision = DecisionForm(
      report: report, stage: stage, verdict: verdict, reason: reason, note: form.filled("note"))
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
      note: form["note"] ?? "")
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
