import HTML
import HTTP
import Service

extension Site {
  /// Signing in by name and password.
  func signIn(_ request: Request) throws(Fault) -> Response {
    guard request.method == .post else { return signInPage(nil, name: "") }
    guard !request.isFromElsewhere, let form = try? request.form() else {
      return signInPage(Site.notAForm, name: "")
    }
    let name = form["name"] ?? ""
    do throws(Fault) {
      return welcomed(try workbench.signIn(name, password: form["password"] ?? ""))
    } catch .signIn(let fault) {
      return signInPage(fault.sentence, name: name)
    }
  }

  /// The page behind a link that works once: looking does not use it up, choosing a password does.
  func welcome(_ token: String, _ request: Request) throws(Fault) -> Response {
    guard let person = try workbench.invited(by: token),
      let summary = try workbench.person(person)
    else { return signInPage(SignInFault.linkIsUsed.sentence, name: "") }
    guard request.method == .post else { return welcomePage(token, summary, nil) }
    guard !request.isFromElsewhere, let form = try? request.form() else {
      return welcomePage(token, summary, Site.notAForm)
    }
    do throws(Fault) {
      return welcomed(
        try workbench.choosePassword(form["password"] ?? "", invitedBy: token))
    } catch .signIn(let fault) {
      return welcomePage(token, summary, fault.sentence)
    }
  }

  func signOut(_ visitor: Visitor) throws(Fault) -> Response {
    try workbench.signOut(visitor.session)
    return .seeOther(Address.signIn.text).setting(
      .expired(Site.cookieName, isSecure: isSecure))
  }

  private func welcomed(_ session: Session) -> Response {
    .seeOther(Address.home.text).setting(
      Cookie(Site.cookieName, session.cookie, sameSite: .lax, isSecure: isSecure))
  }

  private func signInPage(_ problem: String?, name: String) -> Response {
    Layout(title: "Sign in").page(problem == nil ? .ok : .unprocessable) { page in
      page.div(.classes("sheet narrow")) {
        page.h1("Sign in")
        page.problem(problem)
        page.form(.method(.post), .action(Address.signIn.text)) {
          page.label("Name", .classes("field"), .for("name"))
          page.input(
            .type(InputType.text), .name("name"), .id("name"), .value(name),
            .autocomplete("username"), .required())
          page.label("Password", .classes("field"), .for("password"))
          page.input(
            .type(InputType.password), .name("password"), .id("password"),
            .autocomplete("current-password"), .required())
          page.div(.classes("buttons")) {
            page.button("Sign in", .type(ButtonType.submit), .classes("main"))
          }
        }
        page.p(
          "The first time, open the link that you were given. It works once.", .classes("soft"))
      }
    }
  }

  private func welcomePage(
    _ token: String, _ person: PersonSummary, _ problem: String?
  ) -> Response {
    Layout(title: "Welcome").page(problem == nil ? .ok : .unprocessable) { page in
      page.div(.classes("sheet narrow")) {
        page.h1("Welcome, \(person.called)")
        page.problem(problem)
        page.p("Choose a password. After that this link works no more; you sign in by name.")
        page.form(.method(.post), .action(Address.welcome(token: token).text)) {
          page.label("Name", .classes("field"), .for("name"))
          page.input(
            .type(InputType.text), .id("name"), .name("name"), .value(person.name ?? ""),
            .readonly(), .autocomplete("username"))
          page.label("Password", .classes("field"), .for("password"))
          page.input(
            .type(InputType.password), .name("password"), .id("password"), .minlength(10),
            .autocomplete("new-password"), .required(), .ariaDescribedBy("rule"))
          page.p("Ten characters or more.", .id("rule"), .classes("soft"))
          page.div(.classes("buttons")) {
            page.button("Begin", .type(ButtonType.submit), .classes("main"))
          }
        }
      }
    }
  }

  private static let notAForm = "The form did not arrive whole. Fill it in once more."
}
