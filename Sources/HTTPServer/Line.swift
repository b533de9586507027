import Glibc
import HTTP
import Synchronization

/// One connection, and how long it may take for what it is at.
///
/// The library's own time limit begins anew with every byte that comes, so that a byte now and then
/// would hold a connection for ever. Here each phase as a whole has a deadline; a request that takes
/// no answer yet (`answering`) has none, since that is for its handler to end.
final class Line: Sendable {
  private enum Phase {
    case resting(until: Moment)
    case reading(until: Moment)
    case answering
    case sending(until: Moment)
    case cut
  }

  private struct State {
    var phase: Phase
    var exchange: Exchange?

    /// Goes on, unless the line was cut: that is its last phase.
    @discardableResult
    mutating func move(to next: Phase) -> Bool {
      if case .cut = phase { return false }
      phase = next
      return true
    }
  }

  /// Written by hand, since the library is still waiting for the request.
  private static let tooSlow: [UInt8] = {
    let fault = RequestFault.tooSlow
    let body = fault.sentence + "\n"
    let head = """
      HTTP/1.1 \(fault.status.rawValue) Request Timeout\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Length: \(body.utf8.count)\r
      Cache-Control: no-store\r
      Connection: close\r
      \r

      """
    return Array((head + body).utf8)
  }()

  private let socket: Int32
  private let patience: Patience
  private let state: Mutex<State>

  init(socket: Int32, patience: Patience) {
    self.socket = socket
    self.patience = patience
    state = Mutex(State(phase: .resting(until: .now + patience.idleSeconds), exchange: nil))
  }

  /// The request that is at work here, if any.
  var exchange: Exchange? { state.withLock(\.exchange) }

  /// The request line has come.
  func begin(_ exchange: Exchange) {
    let deadline = Moment.now + patience.requestSeconds
    state.withLock { state in
      state.exchange = exchange
      state.move(to: .reading(until: deadline))
    }
  }

  /// The request has come whole; false if that was too late.
  func take() -> Bool { state.withLock { $0.move(to: .answering) } }

  /// The answer is on its way; false if the line was cut meanwhile.
  func send() -> Bool {
    let deadline = Moment.now + patience.answerSeconds
    return state.withLock { $0.move(to: .sending(until: deadline)) }
  }

  /// The answer has gone, or the connection is at its end.
  func rest() {
    let deadline = Moment.now + patience.idleSeconds
    state.withLock { state in
      state.exchange = nil
      state.move(to: .resting(until: deadline))
    }
  }

  /// Ends the connection if its deadline has passed. Called while the socket is sure to be open.
  func cutIfLate(_ now: Moment) {
    state.withLock { state in
      switch state.phase {
      case .answering, .cut: return
      case .resting(let deadline), .sending(let deadline):
        guard deadline < now else { return }
      case .reading(let deadline):
        guard deadline < now else { return }
        // The library has nothing to say on this socket before the request is whole.
        let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
        _ = Line.tooSlow.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
      }
      state.phase = .cut
      shutdown(socket, Int32(SHUT_RDWR))
    }
  }
}
