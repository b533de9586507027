public import Ledger
public import Screening
import Secrets
import Synchronization

/// The token of one form: only this service can make it, only this session can use it, and the act
/// that it carries is done once however often the form is sent.
public struct FormToken: Sendable {
  /// What the form carries.
  public let text: String

  /// The id of the request that the form makes.
  public let request: Identifier
}

extension Acting {
  /// The act of a form. Its token counts once: it may come back with the same texts, and gets the
  /// first answer, but not with others.
  public init(
    on review: Identifier, as person: PersonID, form token: FormToken, asking texts: [String]
  ) {
    var digester = Digester()
    for text in texts { digester.feed(counted: Array(text.utf8)) }
    self.init(on: review, as: person, request: token.request)
    asking = digester.digest()
  }
}

extension Workbench {
  /// A new token for a form of a session.
  public func formToken(for session: Session) throws(Fault) -> FormToken {
    let request = newRequest()
    let stamp = try formStamp().stamp(FormToken.sealed(request, session))
    return FormToken(text: (request.bytes + stamp.bytes).base64Address, request: request)
  }

  /// Reads the token that a form sent back; nil if it was forged, or is another session's.
  public func formToken(_ text: String, from session: Session) throws(Fault) -> FormToken? {
    guard let bytes = [UInt8](base64Address: text), bytes.count == 48,
      let request = Identifier(bytes: bytes.prefix(16)), let stamp = Digest(bytes: bytes[16...])
    else { return nil }
    let isOurs = try formStamp().fits(stamp, on: FormToken.sealed(request, session))
    return isOurs ? FormToken(text: text, request: request) : nil
  }

  /// The key is made once for a workspace, so that forms outlive a restart.
  func formStamp() throws(Fault) -> Stamp {
    if let known = formKey.withLock({ $0 }) { return known }
    let stamp = try keptFormStamp()
    formKey.withLock { $0 = stamp }
    return stamp
  }

  private func keptFormStamp() throws(Fault) -> Stamp {
    let name = "form-key"
    let known = try reading { (store) throws(StoreFault) in try store.setting(name) }
    if let stamp = known.flatMap(Stamp.init(key:)) { return stamp }
    let fresh = Random.bytes(Stamp.keyLength)
    let kept = try write { (commit) throws(StoreFault) -> [UInt8] in
      if let other = try commit.store.setting(name) { return other }
      try commit.store.keep(setting: name, value: fresh)
      return fresh
    }
    guard let stamp = Stamp(key: kept) else {
      throw .store(.damaged(place: "the settings", detail: "The key of forms is no key."))
    }
    return stamp
  }
}

extension FormToken {
  fileprivate static func sealed(_ request: Identifier, _ session: Session) -> [UInt8] {
    Array("winnow form 1\n".utf8) + request.bytes + session.digest.bytes
  }
}
