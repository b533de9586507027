import CHTTPShim
import CMicroHTTPD
import HTTP

/// What the threads of one server share.
final class Engine: Sendable {
  private struct State {
    var lines: [ObjectIdentifier: Line] = [:]
    /// Requests that were let in and are not over, and answers that are being handed on.
    var atWork = 0
    var isStopping = false
    var isOver = false
  }

  let settings: Settings
  let handler: Server.Handler
  private let state = Monitor(State())

  init(_ settings: Settings, _ handler: @escaping Server.Handler) {
    self.settings = settings
    self.handler = handler
  }

  /// A connection has begun.
  func open(_ line: Line) { state.with { $0.lines[ObjectIdentifier(line)] = line } }

  /// A connection is about to be closed. Behind this its socket is never touched again.
  func close(_ line: Line) {
    state.with { _ = $0.lines.removeValue(forKey: ObjectIdentifier(line)) }
  }

  /// Lets a request in, unless the server is being stopped.
  func enter() -> Bool {
    state.with { state in
      guard !state.isStopping else { return false }
      state.atWork += 1
      return true
    }
  }

  /// Stays at work while an answer is handed on, also when the server is being stopped: the daemon
  /// must not go away under the one who resumes a connection.
  func stay() { state.with { $0.atWork += 1 } }

  /// A request is over.
  func leave() {
    let isLast = state.with { state in
      state.atWork -= 1
      return state.isStopping && state.atWork == 0
    }
    if isLast { state.announce() }
  }

  /// Cuts connections whose deadline has passed, twice a second, until the server is over.
  func watch() {
    while !state.wait(until: .now + 0.5, for: \.isOver) {
      let now = Moment.now
      // Within the monitor: a line that is still here has its socket still open.
      state.with { state in
        for line in state.lines.values { line.cutIfLate(now) }
      }
    }
  }

  /// Lets no request in any more and waits for those at work; then answers for handlers that have
  /// not. False if a handler has not even returned, so that its thread cannot be ended.
  func drain() -> Bool {
    let patience = settings.patience.stopSeconds
    state.with { $0.isStopping = true }
    if state.wait(until: .now + patience, for: { $0.atWork == 0 }) { return true }
    for exchange in exchanges { exchange.give(Response(.stopping)) }
    _ = state.wait(until: .now + min(patience, 1), for: { $0.atWork == 0 })
    return exchanges.allSatisfy { !$0.isStuck }
  }

  /// The requests at work. They are asked and told outside of the monitor, which they enter
  /// themselves while they hold their own lock.
  private var exchanges: [Exchange] {
    state.with { $0.lines.values.compactMap(\.exchange) }
  }

  /// Ends `watch`.
  func end() {
    state.with { $0.isOver = true }
    state.announce()
  }
}
