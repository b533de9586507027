import HTML
import HTTP
import Screening
import Service

/// What a form on a full text does.
private enum TextAct: String {
  case obtain, attempt
  case giveUp = "give-up"
}

extension Site {
  /// The reports whose full text is looked for, then those for which that came to an end.
  func texts(_ room: Room) throws(Fault) -> Response {
    try checkRetrieves(room)
    // Which of the obtained ones were decided since is not told: all stand in one list.
    let (sought, lost) = (room.reports(in: [.awaitingRetrieval]), room.reports(in: [.notRetrieved]))
    let obtained = room.reports(
      in: [.awaitingFullText, .inConflictAtFullText, .excludedAtFullText, .included])
    var parts: [(heading: String, list: Shortlist)] = []
    for (heading, part) in [("Not retrieved", lost), ("Obtained", obtained)] where !part.isEmpty {
      parts.append((heading, try Shortlist(part, titledBy: self, in: room)))
    }
    let list = try Shortlist(sought, titledBy: self, in: room)
    return Layout(
      title: "Retrieval", visitor: room.visitor, room: room, here: .texts(review: room.name)
    ).page { page in
      page.h1("Full texts to find")
      if sought.isEmpty { page.p(.allFound) }
      list.write(to: page) { .text(review: room.name, $0) }
      for (heading, list) in parts {
        page.h2(heading)
        list.write(to: page) { .text(review: room.name, $0) }
      }
    }
  }

  /// One report's full text: what was tried, where it is, and what can be done about it.
  func text(
    _ room: Room, _ report: RecordNumber, problem: String? = nil
  ) throws(Fault) -> Response {
    try checkRetrieves(room)
    let view = try view(of: report, in: room)
    guard view.whereabouts.isAtFullText else {
      throw .refused(.reportIsNotAtStage(view.report, .fullText))
    }
    let description = try description(of: view.report, in: room)
    let retrieval = try Retrieval(of: view.report, in: room, of: workbench)
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .texts(review: room.name)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.article(.classes("sheet")) {
        page.p("\(view.report) · full text", .classes("soft"))
        page.h1(description.title)
        page.p(description.line, .classes("soft"))
        page.problem(problem)
        if let doi = description.doi { page.p { page.outside("https://doi.org/\(doi)") } }
        for link in description.links { page.p { page.outside(link) } }
        retrieval.writeHistory(to: page)
        if view.whereabouts.isSought { forms(room, view.report, page) }
      }
    }
  }

  private func forms(_ room: Room, _ report: RecordNumber, _ page: Page) {
    let address = Address.text(review: room.name, report)
    page.act(address, room.visitor) {
      page.label("Address of the full text", .classes("field"), .for("place"))
      page.input(.type(InputType.url), .name("place"), .id("place"))
      page.label("How it can be read", .classes("field"), .for("access"))
      page.select(.name("access"), .id("access")) {
        for access in TextObtained.Access.allCases {
          page.option(access.label, .value(access.name))
        }
      }
      page.div(.classes("buttons")) {
        page.button(
          "Obtained", .type(ButtonType.submit), .name("act"), .value(TextAct.obtain.rawValue),
          .classes("main"))
      }
    }
    page.act(address, room.visitor) {
      page.label("What was tried, or why it is given up", .classes("field"), .for("words"))
      page.textarea("", .name("words"), .id("words"), .rows(2))
      page.div(.classes("buttons")) {
        page.button(
          "Note an attempt", .type(ButtonType.submit), .name("act"),
          .value(TextAct.attempt.rawValue))
        page.button(
          "Not retrieved", .type(ButtonType.submit), .name("act"),
          .value(TextAct.giveUp.rawValue))
      }
    }
  }

  func retrieve(
    _ room: Room, _ report: RecordNumber, _ form: Form
  ) throws(Fault) -> Response {
    let list = Response.seeOther(Address.texts(review: room.name).text)
    do throws(Fault) {
      switch form["act"].flatMap({ TextAct(rawValue: $0) }) {
      case .obtain:
        let named = TextObtained.Access.allCases.first { $0.name == form["access"] }
        guard let access = named else { return try text(room, report, problem: .sayAccess) }
        _ = try workbench.obtainText(
          of: report, access: access, at: form["place"] ?? "", room.acting(form))
        return list
      case .attempt:
        _ = try workbench.attemptText(of: report, saying: form["words"] ?? "", room.acting(form))
        return .seeOther(Address.text(review: room.name, report).text)
      case .giveUp:
        _ = try workbench.giveUpText(of: report, because: form["words"] ?? "", room.acting(form))
        return list
      case nil: return try text(room, report, problem: .sayAct)
      }
    } catch .refused(let refusal) {
      return try text(room, report, problem: refusal.sentence)
    }
  }

  private func checkRetrieves(_ room: Room) throws(Fault) {
    guard !room.roles.isDisjoint(with: [.lead, .librarian]) else {
      throw .refused(.needsRole([.lead, .librarian]))
    }
  }
}

extension Room {
  /// The reports of some leaves, by their numbers.
  fileprivate func reports(in leaves: [Leaf]) -> [RecordNumber] {
    leaves.flatMap { review.reports(in: $0).numbers }.sorted()
  }
}

extension Whereabouts {
  /// Whether the full text can still be obtained or given up.
  fileprivate var isSought: Bool {
    self == .leaf(.awaitingRetrieval) || self == .leaf(.notRetrieved)
  }
}

extension String {
  fileprivate static let allFound = "Every full text that is needed was obtained or given up."
  fileprivate static let sayAccess =
    "The form does not say how the text can be read, so nothing was changed. Choose free or log-in."
  fileprivate static let sayAct =
    "The form does not say what became of the text, so nothing was changed. Use its buttons."
}
