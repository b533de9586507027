import HTML
import HTTP
import Screening
import Service

extension Site {
  /// The reports whose full text is looked for.
  func texts(_ room: Room) throws(Fault) -> Response {
    guard !room.roles.isDisjoint(with: [.lead, .librarian]) else {
      throw .refused(.needsRole([.lead, .librarian]))
    }
    var rows: [(RecordNumber, String)] = []
    for report in room.review.reports(in: .awaitingRetrieval).numbers.prefix(200) {
      rows.append((report, try description(of: report, in: room).title))
    }
    return Layout(
      title: "Retrieval", visitor: room.visitor, room: room, here: .texts(review: room.name)
    ).page { page in
      page.h1("Full texts to find")
      if rows.isEmpty { page.p("Every full text that is needed was found or given up.") }
      page.ul {
        for (report, title) in rows {
          page.li {
            page.a(title, .href(Address.text(review: room.name, report).text))
            page.text(" ")
            page.span(report.description, .class("soft"))
          }
        }
      }
    }
  }

  /// One report's full text: attempts, where it is, or giving up.
  func text(
    _ room: Room, _ report: RecordNumber, problem: String? = nil
  ) throws(Fault) -> Response {
    guard !room.roles.isDisjoint(with: [.lead, .librarian]) else {
      throw .refused(.needsRole([.lead, .librarian]))
    }
    let description = try description(of: report, in: room)
    let address = Address.text(review: room.name, report)
    return Layout(
      title: description.title, visitor: room.visitor, room: room,
      here: .texts(review: room.name)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.article(.class("sheet")) {
        page.p("\(report) · full text", .class("soft"))
        page.h1(description.title)
        page.p(description.line, .class("soft"))
        page.problem(problem)
        for link in description.links { page.p { page.a(link, .href(link), .rel("noreferrer")) } }
        page.act(address, room.visitor) {
          page.label("Address of the full text", .class("field"), .for("place"))
          page.input(.type(InputType.url), .name("place"), .id("place"))
          page.label("How it can be read", .class("field"), .for("access"))
          page.select(.name("access"), .id("access")) {
            for access in TextObtained.Access.allCases {
              page.option(access.name, .value(access.name))
            }
          }
          page.div(.class("buttons")) {
            page.button(
              "It is there", .type(ButtonType.submit), .name("act"), .value("obtain"),
              .class("main"))
          }
        }
        page.act(address, room.visitor) {
          page.label("What was tried, or why it is given up", .class("field"), .for("words"))
          page.textarea("", .name("words"), .id("words"), .rows(2))
          page.div(.class("buttons")) {
            page.button(
              "Note an attempt", .type(ButtonType.submit), .name("act"), .value("attempt"))
            page.button(
              "Give up: not retrieved", .type(ButtonType.submit), .name("act"), .value("give-up"))
          }
        }
      }
    }
  }

  func retrieve(
    _ room: Room, _ report: RecordNumber, _ form: Form
  ) throws(Fault) -> Response {
    do throws(Fault) {
      switch form["act"] {
      case "obtain":
        let access: TextObtained.Access = form["access"] == "log-in" ? .logIn : .free
        _ = try workbench.obtainText(
          of: report, access: access, at: form["place"] ?? "", room.acting(form))
        return .seeOther(Address.texts(review: room.name).text)
      case "attempt":
        _ = try workbench.attemptText(
          of: report, saying: form["words"] ?? "", room.acting(form))
        return .seeOther(Address.text(review: room.name, report).text)
      default:
        _ = try workbench.giveUpText(
          of: report, because: form["words"] ?? "", room.acting(form))
        return .seeOther(Address.texts(review: room.name).text)
      }
    } catch .refused(let refusal) {
      return try text(room, report, problem: refusal.sentence)
    }
  }
}
