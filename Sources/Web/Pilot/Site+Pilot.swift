import HTML
import HTTP
import Screening
import Service

/// What a form of a lead does with a pilot.
enum PilotAct: String {
  case draw, pass
}

extension Site {
  // MARK: Showing

  /// A stage's trial by the whole team, as far as the person may know it.
  func pilot(
    _ room: Room, _ stage: Stage, problem: String? = nil, grounds: String = ""
  ) throws(Fault) -> Response {
    let names = try names(in: room)
    return Layout(
      title: "Pilot", visitor: room.visitor, room: room, here: .pilot(review: room.name, stage)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.h1("Pilot: \(stage.title.lowercased())")
      page.problem(problem)
      guard let pilot = room.review.pilotStanding(at: stage) else {
        return undrawn(room, stage, page)
      }
      page.p(.state(pilot))
      if pilot.open > 0 && !pilot.isPassed {
        running(pilot, room, stage, page)
      } else {
        agreement(pilot.open == 0 ? pilot.pairs : [], names, page)
        passingForm(pilot, room, stage, grounds, page)
      }
    }
  }

  private func undrawn(_ room: Room, _ stage: Stage, _ page: Page) {
    guard let rule = room.review.content?.rule(of: stage).pilot else {
      return page.p("The protocol asks for no pilot here.")
    }
    page.p(.undrawn(rule))
    guard room.roles.contains(.lead) else { return page.p("A lead draws the sample.") }
    page.act(.pilot(review: room.name, stage), room.visitor) {
      page.div(.classes("buttons")) {
        page.button(
          "Draw the sample", .type(ButtonType.submit), .name("act"),
          .value(PilotAct.draw.rawValue), .classes("main"))
      }
    }
  }

  private func running(_ pilot: PilotStanding, _ room: Room, _ stage: Stage, _ page: Page) {
    // Whoever may still decide is not told how many are left.
    if room.review.seesLiveCounts(room.person) { page.p("Not settled: \(pilot.open)") }
    pilotAsks(room, stage, page)
    openingForm(room, stage, page)
  }

  private func agreement(
    _ pairs: [PilotStanding.Pair], _ names: [PersonID: String], _ page: Page
  ) {
    guard !pairs.isEmpty else { return }
    page.h2("Agreement")
    page.div(.classes("scroll")) {
      page.table {
        page.thead {
          page.tr {
            page.th("Pair", .scope(.col))
            page.th("Alike", .scope(.col), .classes("number"))
            page.th("Percent", .scope(.col), .classes("number"))
          }
        }
        page.tbody {
          for pair in pairs {
            let both = [pair.one, pair.other].map { names[$0] ?? "somebody" }
            page.tr {
              page.th(both.joined(separator: " and "), .scope(.row))
              page.td("\(pair.agreed) of \(pair.of)", .classes("number"))
              page.td("\(pair.percent) %", .classes("number"))
            }
          }
        }
      }
    }
  }

  private func passingForm(
    _ pilot: PilotStanding, _ room: Room, _ stage: Stage, _ grounds: String, _ page: Page
  ) {
    guard !pilot.isPassed else { return }
    let gate = room.review.content?.rule(of: stage).pilot?.gate ?? 0
    let isBelow = pilot.lowest ?? 100 < gate
    page.p(isBelow ? .below(gate) : .reached(gate))
    guard room.roles.contains(.lead) else { return }
    page.act(.pilot(review: room.name, stage), room.visitor) {
      page.label(isBelow ? "Grounds" : "Grounds, if you like", .classes("field"), .for("grounds"))
      page.textarea(
        grounds, .name("grounds"), .id("grounds"), .rows(2), .required(isBelow))
      page.div(.classes("buttons")) {
        page.button(
          "Pass the pilot", .type(ButtonType.submit), .name("act"),
          .value(PilotAct.pass.rawValue), .classes("main"))
      }
    }
  }

  /// What the pilot of a stage asks of a person, while its queue is shut.
  func pilotAsks(_ room: Room, _ stage: Stage, _ page: Page) {
    guard room.roles.contains(.reviewer) else { return }
    // Whoever is not on its roster, or has decided it, is told the same however far others are.
    let offered = try? room.review.offering(1, at: stage, to: room.person)
    let opened = room.review.openedConflicts(at: stage, to: room.person).count
    if offered?.isEmpty == false {
      let open = room.review.openCount(at: stage, for: room.person)
      page.p { page.a(.decideFirst(open), .href(Address.queue(review: room.name, stage).text)) }
    } else if opened > 0 {
      page.p {
        page.a(.agreeOn(opened), .href(Address.conflicts(review: room.name, stage).text))
      }
    } else {
      page.p(.nothingWaits)
    }
  }

  // MARK: Acting

  /// Draws a pilot, or passes it.
  func actOnPilot(_ room: Room, _ stage: Stage, _ form: Form) throws(Fault) -> Response {
    let grounds = form["grounds"] ?? ""
    do throws(Fault) {
      switch form["act"].flatMap({ PilotAct(rawValue: $0) }) {
      case .draw: _ = try workbench.drawPilot(at: stage, room.acting(form))
      case .pass:
        _ = try workbench.passPilot(
          at: stage, because: form.filled("grounds"), room.acting(form))
      case nil: return try pilot(room, stage, problem: .sayAct, grounds: grounds)
      }
      return .seeOther(Address.pilot(review: room.name, stage).text)
    } catch .refused(let refusal) {
      return try pilot(room, stage, problem: refusal.sentence, grounds: grounds)
    }
  }
}

extension String {
  fileprivate static func state(_ pilot: PilotStanding) -> String {
    let sample = "A sample of \(pilot.sample.count), decided by everyone on its roster"
    if pilot.isPassed { return sample + ". Passed: the ordinary queue is open." }
    return sample + (pilot.open > 0 ? ". It is running." : ". Every report of it is settled.")
  }
  fileprivate static func undrawn(_ rule: StageRule.Pilot) -> String {
    "The protocol asks for a trial before the ordinary queue opens: everyone who reviews on the day "
      + "of the draw decides the same \(rule.sample) reports, drawn at random. Its gate is an "
      + "agreement of \(rule.gate) % in every pair."
  }
  fileprivate static func below(_ gate: Int) -> String {
    "The lowest agreement is below the gate of \(gate) %. Passing it needs grounds."
  }
  fileprivate static func reached(_ gate: Int) -> String {
    "Every pair reaches the gate of \(gate) %."
  }
  fileprivate static func decideFirst(_ count: Int) -> String {
    "Decide the sample: \(count) left for you"
  }
  fileprivate static func agreeOn(_ count: Int) -> String {
    "Conflicts to settle with the others: \(count)"
  }
  fileprivate static let nothingWaits =
    "Nothing of the pilot waits for you now. The ordinary queue opens when it is passed."
  fileprivate static let sayAct =
    "The form says neither to draw the pilot nor to pass it, so nothing was changed. Use its "
    + "buttons."
}
