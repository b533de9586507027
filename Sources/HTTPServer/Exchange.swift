import CHTTPShim
import CMicroHTTPD
import HTTP
import Synchronization

/// One request on its way to its answer.
///
/// The library calls `proceed` with the head, then with each part of the body, then once more, all on
/// one thread. Only `give` may come from other threads; what both sides touch is `answer`.
final class Exchange: @unchecked Sendable {
  private enum Stage {
    case begun
    case reading
    /// The body is read and thrown away, so that the sender hears the answer.
    case refused(RequestFault)
    case handed
  }

  private enum Answer {
    case none
    /// The handler is being called.
    case calling
    /// The connection waits.
    case parked
    case given(Response)
    case sent
  }

  /// A body that is too large is read up to this size: a sender that is cut off in the middle sees a
  /// broken connection in place of the answer.
  private static let patientBytes = 16 << 20

  private let engine: Engine
  private let line: Line
  private let connection: OpaquePointer
  private let target: [UInt8]
  private var stage = Stage.begun
  private var isInside = false
  private var request: Request?
  private let answer = Mutex(Answer.none)

  init(_ engine: Engine, _ line: Line, _ connection: OpaquePointer, target: [UInt8]) {
    self.engine = engine
    self.line = line
    self.connection = connection
    self.target = target
  }

  /// Whether a handler holds this request, or its connection, so that neither can be ended.
  var isStuck: Bool {
    answer.withLock { answer in
      switch answer {
      case .none, .sent: false
      case .calling, .parked, .given: true
      }
    }
  }

  /// Takes the next step; `part` is empty but for a part of the body.
  func proceed(_ head: Head, _ part: UnsafeRawBufferPointer) -> MHD_Result {
    switch stage {
    case .begun: return begin(head)
    case .reading:
      guard part.isEmpty else {
        request?.receive(part)
        return .YES
      }
      return hand()
    case .refused(let fault):
      guard part.isEmpty else { return .YES }
      return line.take() ? queue(Response(fault), closing: false) : .NO
    case .handed: return answerNow()
    }
  }

  /// The request is over, whatever became of it.
  func end() {
    line.rest()
    if isInside { engine.leave() }
  }

  /// Answers; the first answer counts.
  func give(_ response: Response) {
    let isParked = answer.withLock { answer in
      switch answer {
      case .calling:
        answer = .given(response)
        return false
      case .parked:
        answer = .given(response)
        engine.stay()
        return true
      case .none, .given, .sent: return false
      }
    }
    guard isParked else { return }
    MHD_resume_connection(connection)
    engine.leave()
  }
}

extension Exchange {
  private func begin(_ head: Head) -> MHD_Result {
    guard engine.enter() else { return refuse(.stopping) }
    isInside = true
    let limits = engine.settings.limits
    do throws(RequestFault) {
      let request = try head.request(connection, target: target, engine.settings)
      guard request.bodyLength > limits.bodyBytes else {
        self.request = request
        stage = .reading
        return .YES
      }
      let fault = RequestFault.bodyTooLarge(limit: limits.bodyBytes)
      // Who asks before sending is told before sending.
      let isPatient = request.bodyLength <= Self.patientBytes && request.headers["Expect"] == nil
      guard isPatient else { return refuse(fault) }
      stage = .refused(fault)
      return .YES
    } catch {
      return refuse(error)
    }
  }

  /// Answers before the body has come. Nothing more is read from the connection.
  private func refuse(_ fault: RequestFault) -> MHD_Result {
    queue(Response(fault), closing: true)
  }

  private func hand() -> MHD_Result {
    guard line.take(), let request else { return .NO }
    self.request = nil
    stage = .handed
    answer.withLock { $0 = .calling }
    engine.handler(request, Reply(self))
    return answerNow()
  }

  /// Sends the answer if there is one, else parks the connection. It is suspended before anybody can
  /// see that it is parked, and so before anybody can resume it.
  private func answerNow() -> MHD_Result {
    let response: Response? = answer.withLock { answer in
      switch answer {
      case .given(let response):
        answer = .sent
        return response
      case .calling:
        MHD_suspend_connection(connection)
        answer = .parked
        return nil
      case .none, .parked, .sent: return nil
      }
    }
    guard let response else { return .YES }
    return queue(response, closing: false)
  }

  private func queue(_ response: Response, closing: Bool) -> MHD_Result {
    guard line.send() else { return .NO }
    let response = engine.settings.security.applied(to: response)
    let made = response.body.withUnsafeBytes { body in
      MHD_create_response_from_buffer(
        body.count, UnsafeMutableRawPointer(mutating: body.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let made else { return .NO }
    defer { MHD_destroy_response(made) }
    for field in response.headers.fields {
      MHD_add_response_header(made, field.name, field.value)
    }
    if closing { MHD_add_response_header(made, "Connection", "close") }
    return MHD_queue_response(connection, response.status.rawValue, made)
  }
}
