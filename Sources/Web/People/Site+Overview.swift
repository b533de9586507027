import HTML
import HTTP
import JSON
import Screening
import Service

extension Site {
  /// The reviews in which a person has a part.
  func home(_ visitor: Visitor) throws(Fault) -> Response {
    var rooms: [(name: String, title: String, roles: Roles)] = []
    for summary in try workbench.reviews() {
      let review = try workbench.state(of: summary.id).review
      let roles = review.roles(of: visitor.person.id)
      if !roles.isEmpty { rooms.append((summary.name, review.content?.title ?? "", roles)) }
    }
    return Layout(title: "Reviews", visitor: visitor).page { page in
      page.h1("Your reviews")
      if rooms.isEmpty { page.p("You have no part in a review yet. A lead can add you.") }
      page.ul(.classes("cards")) {
        for room in rooms {
          page.li(.classes("sheet")) {
            page.a(room.title, .href(Address.review(room.name).text))
            page.p(room.roles.names.joined(separator: ", "), .classes("soft"))
          }
        }
      }
    }
  }

  /// A review at a glance: only what the person may know.
  func overview(_ room: Room, _ request: Request? = nil, problem: String? = nil) -> Response {
    let overview = try? room.review.overview(for: room.person)
    if let overview, request?.wantsJSON == true { return .json(overview.json(of: room)) }
    let layout = Layout(
      title: room.review.content?.title ?? room.name, visitor: room.visitor, room: room,
      here: .review(room.name))
    return layout.page(problem == nil ? .ok : .unprocessable) { page in
      page.h1(room.review.content?.title ?? room.name)
      page.p(room.roles.names.joined(separator: ", "), .classes("soft"))
      page.problem(problem)
      if let overview {
        shares(overview, room, page)
        pilots(room, page)
        numbers(overview, room, page)
      }
      if room.roles.contains(.lead) { disclosureForm(room, page) }
    }
  }

  private func shares(_ overview: Overview, _ room: Room, _ page: Page) {
    let opened = Stage.allCases.map {
      (stage: $0, count: room.review.openedConflicts(at: $0, to: room.person).count)
    }.filter { $0.count > 0 }
    guard !overview.shares.isEmpty || !opened.isEmpty else { return }
    page.ul(.classes("cards")) {
      for (stage, count) in opened {
        page.li(.classes("sheet")) {
          page.span("\(count)", .classes("count"))
          page.a(
            stage == .titleAbstract
              ? "conflicts on titles and abstracts to settle with the others"
              : "conflicts on full texts to settle with the others",
            .href(Address.conflicts(review: room.name, stage).text))
        }
      }
      for share in overview.shares {
        page.li(.classes("sheet")) {
          page.span("\(share.open)", .classes("count"))
          page.a(
            share.stage == .titleAbstract
              ? "titles and abstracts wait for you" : "full texts wait for you",
            .href(Address.queue(review: room.name, share.stage).text))
        }
      }
    }
  }

  /// The pilot that the work waits for; that of full texts once the first is passed.
  private func pilots(_ room: Room, _ page: Page) {
    guard let stage = Stage.allCases.first(where: { room.review.isGateShut(at: $0) }) else {
      return
    }
    page.h2("Pilot")
    page.p {
      page.a(
        "The pilot on \(stage.title.lowercased())",
        .href(Address.pilot(review: room.name, stage).text))
      page.text(" comes before the ordinary queue.")
    }
    guard let pilot = room.review.pilotStanding(at: stage) else {
      return page.p(room.roles.contains(.lead) ? .drawIt : .waitForDraw)
    }
    if pilot.open > 0 {
      // Conflicts that wait have a card of their own above.
      if room.review.openedConflicts(at: stage, to: room.person).isEmpty {
        pilotAsks(room, stage, page)
      }
      if room.roles.contains(.lead) { page.p(.openThem) }
    } else if room.roles.contains(.lead) {
      page.p(.passIt)
    }
  }

  private func numbers(_ overview: Overview, _ room: Room, _ page: Page) {
    page.h2("Reports")
    page.div(.classes("scroll")) {
      page.table {
        if !room.review.seesLiveCounts(room.person) {
          page.caption("As far as it was disclosed; the rest is in progress.")
        }
        page.tbody {
          for leaf in Leaf.allCases {
            if let count = overview.leaves[leaf] {
              page.tr {
                page.th(leaf.label, .scope(.row))
                page.td(count, .classes("number"))
              }
            }
          }
          if overview.inProgress > 0 {
            page.tr {
              page.th("In progress", .scope(.row))
              page.td(overview.inProgress, .classes("number"))
            }
          }
        }
      }
    }
  }

  private func disclosureForm(_ room: Room, _ page: Page) {
    page.h2("Disclose")
    page.p(
      "Shows the team the settled outcomes and numbers up to this moment. Rounds that are not "
        + "settled stay hidden, and it cannot be taken back.")
    page.act(.disclosure(review: room.name), room.visitor) {
      page.div(.classes("buttons")) {
        page.button("Disclose what is settled", .type(ButtonType.submit))
      }
    }
  }

  func disclose(_ room: Room, _ form: Form) throws(Fault) -> Response {
    do throws(Fault) {
      _ = try workbench.disclose([], room.acting(form))
      return .seeOther(Address.review(room.name).text)
    } catch .refused(let refusal) {
      return overview(room, problem: refusal.sentence)
    }
  }
}

extension Overview {
  /// The same for programs.
  fileprivate func json(of room: Room) -> JSONValue {
    [
      "review": .string(room.name), "title": .string(room.review.content?.title ?? ""),
      "leaves": .object(
        Leaf.allCases.compactMap { leaf in
          leaves[leaf].map { .init(key: leaf.name, value: JSONValue($0)) }
        }),
      "inProgress": JSONValue(inProgress),
      "shares": .array(
        shares.map { ["stage": .string($0.stage.name), "open": JSONValue($0.open)] }),
    ]
  }
}

extension String {
  fileprivate static let drawIt = "Draw its sample."
  fileprivate static let waitForDraw = "A lead draws its sample first."
  fileprivate static let openThem =
    "Where people differ, open the conflicts, so that they settle them together."
  fileprivate static let passIt =
    "Every report of it is settled. Look at the agreement and pass it."
}

extension Leaf {
  /// What people call the leaf.
  var label: String {
    switch self {
    case .gone: "Withdrawn with their import"
    case .previous: "Of the earlier version of the review"
    case .removedByPerson: "Removed before screening, by a person"
    case .removedByAutomation: "Removed before screening, by a limit"
    case .awaitingTitleAbstract: "Waiting for decisions on title and abstract"
    case .inConflictAtTitleAbstract: "In conflict on title and abstract"
    case .leftUnscreened: "Left unscreened"
    case .excludedAtTitleAbstract: "Excluded on title and abstract"
    case .awaitingRetrieval: "Waiting for the full text"
    case .notRetrieved: "Full text not retrieved"
    case .awaitingFullText: "Waiting for decisions on the full text"
    case .inConflictAtFullText: "In conflict on the full text"
    case .excludedAtFullText: "Excluded on the full text"
    case .included: "Included"
    }
  }
}
