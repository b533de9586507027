public import HTTP
import Screening
public import Service

/// The pages of a workspace: answers requests, knows nothing of sockets.
public final class Site: Sendable {
  let workbench: Workbench
  /// Whether cookies may only travel over TLS.
  let isSecure: Bool
  /// Told what whoever runs the service has to know.
  let log: @Sendable (String) -> Void

  /// How an answer is given: at once, or later from another thread.
  public typealias Reply = @Sendable (Response) -> Void

  /// Makes the pages of a workspace.
  public init(
    _ workbench: Workbench, isSecure: Bool = false,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.workbench = workbench
    self.isSecure = isSecure
    self.log = log
  }

  /// Answers a request.
  public func answer(_ request: Request, _ reply: @escaping Reply) {
    do throws(Fault) {
      try route(request, reply)
    } catch {
      reply(failed(error))
    }
  }

  private func route(_ request: Request, _ reply: @escaping Reply) throws(Fault) {
    guard let address = Address(request.path) else { return reply(nothingThere(nil)) }
    switch address {
    case .style: return reply(.asset(Style.bytes, .css, tag: Style.tag, for: request))
    case .signIn, .welcome:
      guard [.get, .head, .post].contains(request.method) else {
        return reply(.notAllowed("This address takes GET and POST.\n", allowed: [.get, .post]))
      }
      return reply(try comeIn(address, request))
    case .home, .signOut, .review, .queue, .screening, .conflicts, .conflict, .pilot, .texts,
      .text, .labels, .labelling, .themes, .prisma, .prismaPicture, .box, .disclosure, .duplicates,
      .pair, .merged:
      break
    }
    // Everything else is for those who are signed in.
    guard let visitor = try visitor(of: request) else {
      return reply(request.method == .get ? .seeOther(Address.signIn.text) : signedOut())
    }
    switch request.method {
    case .get: reply(try show(address, to: visitor, request))
    case .post: try act(address, by: visitor, request, reply)
    default: reply(.notAllowed("This address takes GET and POST.\n", allowed: [.get, .post]))
    }
  }

  private func comeIn(_ address: Address, _ request: Request) throws(Fault) -> Response {
    if case .welcome(let token) = address { return try welcome(token, request) }
    return try signIn(request)
  }

  private func show(
    _ address: Address, to visitor: Visitor, _ request: Request
  ) throws(Fault) -> Response {
    switch address {
    case .home: return try home(visitor)
    case .review(let name): return overview(try room(name, visitor), request)
    case .queue(let name, let stage): return try queue(try room(name, visitor), stage)
    case .screening(let name, let report, let stage):
      return try screening(try room(name, visitor), report, stage)
    case .conflicts(let name, let stage): return try conflicts(try room(name, visitor), stage)
    case .conflict(let name, let report, let stage):
      return try conflict(try room(name, visitor), report, stage)
    case .pilot(let name, let stage): return try pilot(try room(name, visitor), stage)
    case .texts(let name): return try texts(try room(name, visitor))
    case .text(let name, let report): return try text(try room(name, visitor), report)
    case .labels(let name): return try labels(try room(name, visitor))
    case .labelling(let name, let report): return try labelling(try room(name, visitor), report)
    case .themes(let name, let unit): return try themes(try room(name, visitor), unit, request)
    case .prisma(let name): return try prisma(try room(name, visitor), request)
    case .prismaPicture(let name): return try prismaPicture(try room(name, visitor))
    case .box(let name, let box): return try self.box(box, try room(name, visitor))
    case .duplicates(let name): return try duplicates(try room(name, visitor))
    case .pair(let name, let pair): return try self.pair(try room(name, visitor), pair)
    case .merged(let name, let report): return try merged(try room(name, visitor), report)
    case .style, .signIn, .welcome, .signOut, .disclosure: return nothingThere(visitor)
    }
  }

  private func act(
    _ address: Address, by visitor: Visitor, _ request: Request, _ reply: @escaping Reply
  ) throws(Fault) {
    let fields: Fields
    do throws(RequestFault) { fields = try request.form() } catch {
      return reply(unreadable(error))
    }
    guard !request.isFromElsewhere, let form = try form(of: request, fields, from: visitor) else {
      return reply(forged(visitor))
    }
    switch address {
    case .signOut: reply(try signOut(visitor))
    case .screening(let name, let report, let stage):
      try decide(try room(name, visitor), report, stage, form, reply)
    case .conflicts(let name, let stage):
      reply(try openConflicts(try room(name, visitor), stage, form))
    case .conflict(let name, let report, let stage):
      reply(try actOnConflict(try room(name, visitor), report, stage, form))
    case .pilot(let name, let stage):
      reply(try actOnPilot(try room(name, visitor), stage, form))
    case .text(let name, let report):
      reply(try retrieve(try room(name, visitor), report, form))
    case .labelling(let name, let report):
      reply(try label(try room(name, visitor), report, form))
    case .disclosure(let name): reply(try disclose(try room(name, visitor), form))
    case .pair(let name, let pair): reply(try self.answer(try room(name, visitor), pair, form))
    case .merged(let name, let report): reply(try split(try room(name, visitor), report, form))
    case .home, .style, .signIn, .welcome, .review, .queue, .texts, .labels,
      .themes, .prisma, .prismaPicture, .box, .duplicates:
      reply(.notAllowed("This address only shows something.\n", allowed: [.get]))
    }
  }
}
