import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("The daemon as a process")
struct ServeTests {
  @Test("It serves pages, commands go on beside it, and a wish to stop ends it cleanly")
  func whole() async throws {
    let place = try Place(reports: 3)
    let line = "serve --listen 127.0.0.1:0"
    let daemon = try place.start(line)
    defer { daemon.terminate() }
    let address = try #require(try place.address(of: daemon, line: line))

    let (page, response) = try await URLSession.shared.data(from: address)
    #expect((response as? HTTPURLResponse)?.statusCode == 200)
    #expect(String(decoding: page, as: UTF8.self).contains("Sign in"))
    let decision = "decide sleep R1 --stage title-abstract --verdict include --as one"
    #expect(try place.winnow(decision).status == 0)

    daemon.terminate()
    daemon.waitUntilExit()
    let answer = try place.answer(of: daemon, to: line)
    #expect(answer.status == 0)
    #expect(answer.errors.hasSuffix("Stopped. Everything that was acknowledged is safe.\n"))
    #expect(try place.winnow("verify").status == 0)
  }

  @Test(
    "A place that nobody can listen on is refused with a sentence",
    arguments: [("nowhere", "no place to listen on"), ("203.0.113.1:80", "203.0.113.1:80")])
  func noPlace(_ place: String, _ words: String) throws {
    let answer = try Place(reports: 1).winnow("serve --listen \(place)")
    #expect(answer.status == 74)
    #expect(answer.errors.contains(words))
  }
}

extension Place {
  /// The address that a daemon says it serves on, once it does.
  fileprivate func address(of daemon: Process, line: String) throws -> URL? {
    while daemon.isRunning {
      let said = try complaints(of: line)
      if let match = said.firstMatch(of: /http:\/\/[0-9.:]+[0-9]/), said.hasSuffix("\n") {
        return URL(string: String(match.output))
      }
      usleep(20_000)
    }
    return nil
  }
}
