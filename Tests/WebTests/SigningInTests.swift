import HTTP
import Service
import Testing

@testable import Web

@Suite("Signing in")
struct SigningInTests {
  @Test("A link asks for a password, is used up by it, and leads to the reviews")
  func link() async throws {
    let desk = try await Desk()
    let link = Address.welcome(token: try desk.bench.invite(desk.one.person)).text
    for _ in 1...2 {
      #expect(
        await desk.site.answer(to: try Request(.get, link)).text.contains("Choose a password"))
    }
    let short = await desk.site.answer(to: try Request(sending: ["password": "short"], to: link))
    #expect(short.status == .unprocessable)
    #expect(short.text.contains(SignInFault.passwordTooShort.sentence))
    let chosen = await desk.site.answer(
      to: try Request(sending: ["password": Desk.password], to: link))
    #expect(chosen.location == "/")
    let cookie = try #require(chosen.headers["Set-Cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
    for request in [
      try Request(.get, link), try Request(sending: ["password": Desk.password], to: link),
    ] {
      let again = await desk.site.answer(to: request)
      #expect(again.status == .unprocessable && again.cookie == nil)
      #expect(again.text.contains(SignInFault.linkIsUsed.sentence))
    }
    #expect(try await desk.one.get(.home).status == .seeOther, "the earlier browser is out")
  }

  @Test("Once a password was chosen, no other link of the person changes it")
  func otherLinks() async throws {
    let desk = try await Desk()
    let links = try (1...2).map { _ in
      Address.welcome(token: try desk.bench.invite(desk.one.person)).text
    }
    let password = ["password": Desk.password] as Fields
    let first = await desk.site.answer(to: try Request(sending: password, to: links[1]))
    #expect(first.location == "/")
    let second = await desk.site.answer(to: try Request(sending: password, to: links[0]))
    #expect(second.text.contains(SignInFault.linkIsUsed.sentence))
  }

  @Test("Name and password sign in; a wrong one and an unknown name are told alike")
  func password() async throws {
    let desk = try await Desk()
    func signIn(_ name: String, _ password: String) async throws -> Response {
      await desk.site.answer(
        to: try Request(sending: ["name": name, "password": password], to: "/sign-in"))
    }
    let right = try await signIn("one", Desk.password)
    #expect(right.location == "/" && right.cookie != nil)
    let wrong = try await signIn("one", "another password")
    let unknown = try await signIn("eno", "another password")
    for answer in [wrong, unknown] {
      #expect(answer.status == .unprocessable && answer.cookie == nil)
      #expect(answer.text.contains(SignInFault.wrong.sentence))
    }
    #expect(wrong.text.contains("value=\"one\""), "the name stays filled in")
    #expect(!wrong.text.contains("another password"))
    #expect(wrong.text.replacing("\"one\"", with: "\"eno\"") == unknown.text)
  }

  @Test("Whoever guesses has to wait, by name, whether the name exists or not")
  func guessing() async throws {
    let desk = try await Desk()
    func signIn(_ name: String, _ password: String) async throws -> Response {
      await desk.site.answer(
        to: try Request(sending: ["name": name, "password": password], to: "/sign-in"))
    }
    for name in ["one", "nobody"] {
      for _ in 1...5 { _ = try await signIn(name, "a wrong guess") }
      let refused = try await signIn(name, Desk.password)
      #expect(refused.cookie == nil)
      #expect(refused.text.contains(SignInFault.tooMany.sentence))
    }
    #expect(try await signIn("two", Desk.password).cookie != nil)
  }

  @Test("Signing out ends this session and no other")
  func signingOut() async throws {
    let desk = try await Desk()
    #expect(try await desk.one.send([:], to: .signOut).location == Address.signIn.text)
    #expect(try await desk.one.get(.home).location == Address.signIn.text)
    #expect(try await desk.two.get(.home).status == .ok)
  }

  @Test(
    "Whoever is not signed in is led to the sign-in, by whatever address",
    arguments: [Address.home, .review("sleep"), .prisma(review: "sleep"), .review("nothing")])
  func stranger(_ address: Address) async throws {
    let desk = try await Desk()
    for cookie in ["", "winnow-session=", "winnow-session=0.0", "winnow-session=x"] {
      let answer = await desk.site.answer(
        to: try Request(.get, address.text, headers: ["Cookie": cookie]))
      #expect(answer.location == Address.signIn.text)
    }
  }

  @Test("A review is not there for people without a part in it")
  func outsider() async throws {
    let desk = try await Desk()
    let person = try desk.bench.addPerson(named: "outsider").person.id
    let outsider = try await Browser(
      "outsider", person, desk.site, link: desk.bench.invite(person))
    let here = try await outsider.get(.review("sleep"))
    let nowhere = try await outsider.get(.review("nothing"))
    #expect(here.status == .notFound)
    #expect(here.withoutTokens == nowhere.withoutTokens)
    #expect(try await !outsider.get(.home).text.contains("sleep"))
  }
}
