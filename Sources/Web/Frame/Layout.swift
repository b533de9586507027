import HTML
import HTTP
import Ledger
import Reporting
import Screening
import Service

/// What every page has around it.
struct Layout {
  var title: String
  var visitor: Visitor?
  var room: Room?
  var here: Address?

  /// Writes a page.
  func page(_ status: Status = .ok, _ body: (Page) -> Void) -> Response {
    let bytes = Page.document(
      language: "en", title: "\(title) – Winnow", styleSheets: [Address.style.text]
    ) { page in
      page.a("Skip to the content", .href("#content"), .classes("skip"))
      top(page)
      page.main(.id("content")) { body(page) }
      foot(page)
    }
    return .html(bytes, status)
  }

  private func top(_ page: Page) {
    page.header(.classes("top")) {
      page.div {
        page.a("Winnow", .href(Address.home.text), .classes("name"))
        if !places.isEmpty { navigation(page) }
        if let visitor {
          page.form(.method(.post), .action(Address.signOut.text)) {
            page.span(visitor.person.called)
            page.hidden("token", visitor.token)
            page.button("Sign out", .type(ButtonType.submit), .classes("plain"))
          }
        }
      }
    }
  }

  private func navigation(_ page: Page) {
    page.nav(.ariaLabel("This review")) {
      for (label, address) in places {
        if address == here {
          page.a(label, .href(address.text), .ariaCurrent("page"))
        } else {
          page.a(label, .href(address.text))
        }
      }
    }
  }

  /// Where a person may go in a review, by the roles that they hold.
  private var places: [(String, Address)] {
    guard let room else { return [] }
    let name = room.name
    var places: [(String, Address)] = [("Overview", .review(name))]
    if room.roles.contains(.reviewer) {
      places.append(("Titles and abstracts", .queue(review: name, .titleAbstract)))
      places.append(("Full texts", .queue(review: name, .fullText)))
    }
    if !room.roles.isDisjoint(with: [.arbiter]) {
      places.append(("Conflicts", .conflicts(review: name, .titleAbstract)))
      places.append(("Conflicts at full text", .conflicts(review: name, .fullText)))
    }
    if !room.roles.isDisjoint(with: [.lead, .librarian]) {
      places.append(("Duplicates", .duplicates(review: name)))
      places.append(("Retrieval", .texts(review: name)))
    }
    if !room.roles.isDisjoint(with: [.lead, .arbiter, .reviewer]) {
      places.append(("Labels", .labels(review: name)))
    }
    places.append(("Flow", .prisma(review: name)))
    places.append(("Themes", .themes(review: name, .reports)))
    return places
  }

  private func foot(_ page: Page) {
    guard let room else { return }
    // The position and digest tell a blind person that others work; they are for those who see.
    guard room.review.seesLiveCounts(room.person) else { return }
    page.footer {
      page.p(
        "Entry #\(room.head.position), digest \("\(room.head.digest)".prefix(12)), "
          + "protocol version \(room.review.protocolVersion)")
    }
  }
}

extension Page {
  /// A sentence beside the form that it is about.
  func problem(_ sentence: String?) {
    guard let sentence else { return }
    p(sentence, .classes("problem"), .role("alert"))
  }

  /// A form that acts; its token makes it ours, and makes it count once.
  func act(_ address: Address, _ visitor: Visitor, _ content: () -> Void) {
    form(.method(.post), .action(address.text), .classes("act")) {
      hidden("token", visitor.token)
      content()
    }
  }
}

extension Site {
  /// A page for a fault that belongs to no form.
  func failed(_ fault: Fault) -> Response {
    if case .unknownName = fault { return nothingThere(nil) }
    return switch fault.family {
    case .refused: plain("Not possible", fault.sentence, .unprocessable)
    case .machine: outOfOrder(fault, .unavailable)
    case .words, .file, .program: outOfOrder(fault, .internalFault)
    }
  }

  /// Whoever runs the service reads the fault on its standard error.
  private func outOfOrder(_ fault: Fault, _ status: Status) -> Response {
    log(fault.sentence)
    if case .store(.commitUnknown) = fault {
      return plain("Out of order", Site.commitUnknown, status)
    }
    return plain("Out of order", Site.outOfOrder, status)
  }

  /// A form that could not be read as one.
  func unreadable(_ fault: RequestFault) -> Response {
    plain("Not taken", fault.sentence, fault.status)
  }

  func nothingThere(_ visitor: Visitor?) -> Response {
    plain("Nothing here", "There is nothing at this address, or nothing for you.", .notFound)
  }

  func forged(_ visitor: Visitor) -> Response {
    plain(
      "Not taken",
      "This form did not come from a page that you opened here while you were signed in as you are "
        + "now. Nothing was changed. Open the page anew and try again.", .forbidden)
  }

  func signedOut() -> Response {
    plain(
      "Signed out", "You are not signed in any more, so nothing was changed. Sign in again.",
      .forbidden)
  }

  private func plain(_ title: String, _ sentence: String, _ status: Status) -> Response {
    Layout(title: title).page(status) { page in
      page.div(.classes("sheet narrow")) {
        page.h1(title)
        page.p(sentence)
        page.p { page.a("To the start", .href(Address.home.text)) }
      }
    }
  }

  private static let commitUnknown =
    "The disk failed while this was kept, so it is not sure whether it was. Open the page anew to "
    + "see; sending the form again does nothing twice."
  private static let outOfOrder =
    "The service could not do this, and nothing was changed. Whoever runs it finds the reason in "
    + "its log."
}
