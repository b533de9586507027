import Commands
import Glibc
import HTTP
import HTTPServer
import Service
import Web

/// Serves pages over sockets of this machine.
final class SystemServers: Servers {
  func serve(
    _ bench: Workbench, _ serving: Serving, isReady: (String) -> Void
  ) -> String? {
    guard let endpoint = Endpoint(serving.place) else {
      return SystemServers.notAPlace(serving.place)
    }
    let site = Site(bench, isSecure: serving.isBehindTLS) { Self.say($0) }
    let stop = StopSignal()
    let server: Server
    do throws(ServerFault) {
      server = try Server.start(on: endpoint, settings: SystemServers.settings(serving)) {
        request, reply in
        site.answer(request) { reply.send($0) }
      }
    } catch {
      return error.sentence
    }
    isReady(server.endpoint.description)
    stop.wait()
    server.stop()
    bench.close()
    return nil
  }

  private static func settings(_ serving: Serving) -> Settings {
    var settings = Settings()
    settings.hosts = Hosts(serving.hosts)
    settings.security = SecurityHeaders(isOverTLS: serving.isBehindTLS)
    // Its forms hold a note at most, and whoever is not signed in can send one too.
    settings.limits.bodyBytes = 64 << 10
    return settings
  }

  private static func say(_ line: String) {
    let bytes = Array("winnow: \(line)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func notAPlace(_ text: String) -> String {
    "\(text) is no place to listen on. Write ADDRESS:PORT, such as 127.0.0.1:8080, or unix:PATH."
  }
}

/// Waits for the wish that the process end: SIGINT or SIGTERM.
///
/// The handler does the one thing that a handler may: it writes a byte into a pipe.
private final class StopSignal {
  private var ends: [Int32] = [-1, -1]

  init() {
    pipe(&ends)
    stopPipe = ends[1]
    var wishes = sigset_t()
    sigemptyset(&wishes)
    for wish in [SIGINT, SIGTERM] {
      signal(wish, wishToStop)
      sigaddset(&wishes, wish)
    }
    // Whoever started the process may have blocked them, and that is inherited.
    pthread_sigmask(SIG_UNBLOCK, &wishes, nil)
  }

  func wait() {
    var byte: UInt8 = 0
    while read(ends[0], &byte, 1) < 0 && errno == EINTR {}
  }
}

private nonisolated(unsafe) var stopPipe: Int32 = -1

private func wishToStop(_ signal: Int32) {
  var byte: UInt8 = 1
  _ = write(stopPipe, &byte, 1)
}
