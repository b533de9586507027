import HTML
import HTTP
import Screening
import Service

/// What a form on a conflict does.
enum ConflictAct: String {
  case open, settle, propose, confirm
}

extension Site {
  // MARK: Showing

  /// A lead's form that opens the conflicts of a stage to their parties; all of them, since to be
  /// told which ones there are is not for a lead who screens.
  func openingForm(_ room: Room, _ stage: Stage, _ page: Page) {
    guard room.roles.contains(.lead), room.review.opensConflicts(at: stage) else { return }
    page.h2("Open conflicts to their parties")
    page.p(.opening)
    page.act(.conflicts(review: room.name, stage), room.visitor) {
      page.div(.classes("buttons")) {
        page.button("Open all conflicts", .type(ButtonType.submit), .classes("main"))
      }
    }
  }

  /// A party's forms: to confirm the proposal that stands, and to make one.
  func agreeingForms(
    _ room: Room, _ report: RecordNumber, _ view: StageView, _ talk: Talk, _ draft: Draft?,
    _ page: Page
  ) {
    let address = Address.conflict(review: room.name, report, view.stage)
    if let (standing, by, grounds, stamp) = talk.proposal {
      page.h2("Proposal")
      page.p(
        "\(by) proposes to \(standing.outcome.name)"
          + (standing.reason.map { " (\($0))" } ?? "") + (grounds.map { ": \($0)" } ?? "."))
      let isConfirmed = standing.isConfirmedByViewer
      if isConfirmed { page.p(.waitsForOthers, .classes("notice")) }
      page.act(address, room.visitor) {
        page.hidden("proposal", stamp)
        if isConfirmed { page.p(.othersLeft, .classes("soft")) }
        page.div(.classes("buttons")) {
          page.button(
            isConfirmed ? "Confirm again" : "Confirm", .type(ButtonType.submit), .name("act"),
            .value(ConflictAct.confirm.rawValue), .classes(isConfirmed ? "again" : "main"))
        }
      }
    }
    page.h2(talk.proposal == nil ? "Propose" : "Propose otherwise")
    page.act(address, room.visitor) {
      page.hidden("act", ConflictAct.propose.rawValue)
      outcomeFields(room, view.stage, draft, "Propose", page)
    }
  }

  // MARK: Acting

  /// Opens the conflicts of a stage to their parties.
  func openConflicts(_ room: Room, _ stage: Stage, _ form: Form) throws(Fault) -> Response {
    do throws(Fault) {
      _ = try workbench.openConflicts([], at: stage, room.acting(form))
      return .seeOther(
        (room.review.isGateShut(at: stage)
          ? Address.pilot(review: room.name, stage) : .conflicts(review: room.name, stage)).text)
    } catch .refused(let refusal) {
      return try conflicts(room, stage, problem: refusal.sentence)
    }
  }

  /// Does what a form on one conflict says.
  func actOnConflict(
    _ room: Room, _ report: RecordNumber, _ stage: Stage, _ form: Form
  ) throws(Fault) -> Response {
    let here = Address.conflict(review: room.name, report, stage)
    let list = Address.conflicts(review: room.name, stage)
    do throws(Fault) {
      switch form["act"].flatMap({ ConflictAct(rawValue: $0) }) {
      case .open:
        _ = try workbench.showConflict(report, at: stage, room.acting(form))
        return .seeOther(here.text)
      case .settle:
        guard var resolution = ResolutionForm(report, stage, form) else {
          return try conflict(room, report, stage, Draft(problem: .sayOutcome, form))
        }
        resolution.restsOn = try decisionsRead(report, stage, form, in: room)
        _ = try workbench.resolve(resolution, room.acting(form))
        return .seeOther(list.text)
      case .propose:
        guard let proposal = ResolutionForm(report, stage, form) else {
          return try conflict(room, report, stage, Draft(problem: .sayOutcome, form))
        }
        _ = try workbench.propose(proposal, room.acting(form))
        return .seeOther(here.text)
      case .confirm:
        let proposal = try proposalRead(report, stage, form, in: room)
        _ = try workbench.confirm(report, at: stage, proposal: proposal, room.acting(form))
        return .seeOther(list.text)
      case nil:
        return try conflict(room, report, stage, Draft(problem: .sayAct, form))
      }
    } catch .refused(let refusal) {
      return try conflict(room, report, stage, Draft(problem: refusal.sentence, form))
    }
  }

  /// The decisions in force if they are those that the form was made of; none if they changed, which
  /// the rules then say.
  private func decisionsRead(
    _ report: RecordNumber, _ stage: Stage, _ form: Form, in room: Room
  ) throws(Fault) -> [Position] {
    let view = try view(of: report, in: room).stages.first { $0.stage == stage }
    let entries = view?.decisions.map(\.entry) ?? []
    return form["rests-on"] == (try workbench.stamp(of: entries, in: room.id)) ? entries : []
  }

  /// The proposal that stands if it is the one that was read.
  private func proposalRead(
    _ report: RecordNumber, _ stage: Stage, _ form: Form, in room: Room
  ) throws(Fault) -> Position {
    let view = try view(of: report, in: room).stages.first { $0.stage == stage }
    guard let standing = view?.proposal,
      form["proposal"] == (try workbench.stamp(of: [standing.entry], in: room.id))
    else { return .start }
    return standing.entry
  }
}

extension ResolutionForm {
  /// Reads the fields that end a conflict; nil if they name no outcome.
  fileprivate init?(_ report: RecordNumber, _ stage: Stage, _ form: Form) {
    guard let outcome = Outcome.allCases.first(where: { $0.name == form["outcome"] }) else {
      return nil
    }
    self.init(
      report: report, stage: stage, outcome: outcome,
      reason: outcome == .exclude ? form.filled("reason").map { CriterionID($0) } : nil,
      grounds: form["grounds"] ?? "")
  }
}

extension String {
  fileprivate static let opening =
    "Those who decided a report differently then see each other's decisions and settle it "
    + "together. Decisions that were opened stay as they are."
  fileprivate static let waitsForOthers =
    "You agree to this; it waits for the others."
  fileprivate static let othersLeft =
    "If those whom it waits for have left the team, confirming again settles it."
  fileprivate static let sayOutcome =
    "The form names neither include nor exclude, so nothing was changed. Choose one."
  fileprivate static let sayAct =
    "The form does not say what to do with the conflict, so nothing was changed. Use its buttons."
}
