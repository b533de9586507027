import Glibc
import HTTP
import HTTPServer
import Synchronization
import Testing

@Suite("A server stops")
struct StoppingTests {
  @Test("Under load every answer that was given arrives, twenty times over")
  func underLoad() throws {
    for round in 0..<20 {
      let answered = Atomic(0)
      let held = Held()
      let server = try Echo.start(held: held)
      let port = server.port
      let isOver = Atomic(false)
      atOnce(10) { index in
        switch index {
        case 0:
          usleep(30_000)
          #expect(server.stop(), "round \(round)")
          isOver.store(true, ordering: .releasing)
        case 1:
          while !isOver.load(ordering: .acquiring) {
            for reply in held.take(0) { reply.send(.text("held")) }
            usleep(200)
          }
        default:
          let client = Client(port: port)
          while let answer = client.get(index % 2 == 0 ? "/held" : "/") {
            #expect(answer.status == 200 || answer.status == 503)
            answered.add(1, ordering: .relaxed)
            if answer.status == 503 { break }
          }
        }
      }
      #expect(answered.load(ordering: .relaxed) > 0)
    }
  }

  @Test("A request that waits gets its answer, and new ones are sent away")
  func waiting() throws {
    let held = Held()
    let server = try Echo.start(held: held)
    let (waiting, idle) = (server.client(), server.client())
    #expect(idle.get("/")?.status == 200)
    waiting.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let replies = held.take(1)
    atOnce(2) { part in
      if part == 0 {
        #expect(server.stop())
      } else {
        usleep(100_000)
        for reply in replies { reply.send(.text("done")) }
      }
    }
    #expect(waiting.answer()?.body == "done")
    #expect(waiting.isClosed())
    #expect(idle.isClosed())
    #expect(server.client().get("/") == nil)
  }

  @Test("A handler that never answers holds it up for a bounded time only")
  func neverAnswered() throws {
    var settings = Settings()
    settings.patience.stopSeconds = 0.3
    let held = Held()
    let server = try Echo.start(settings, held: held)
    let client = server.client()
    client.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let replies = held.take(1)
    #expect(server.stop())
    #expect(client.answer()?.status == 503)
    // Too late is too late, and harmless.
    for reply in replies { reply.send(.text("late")) }
    #expect(server.stop())
  }

  @Test("A handler that does not return is left behind, and said so")
  func stuck() throws {
    var settings = Settings()
    settings.patience.stopSeconds = 0.2
    let server = try Echo.start(settings)
    let client = server.client()
    client.send("GET /stuck HTTP/1.1\r\nHost: localhost\r\n\r\n")
    usleep(100_000)
    #expect(!server.stop())
  }
}
