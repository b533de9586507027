import Ledger
public import Screening
import Secrets
import Synchronization

/// A browser in which a person is signed in.
public struct Session: Hashable, Sendable {
  /// Who is signed in.
  public let person: PersonID
  /// The secret that the browser sends with each request.
  public let token: String

  /// A session lasts this long after signing in.
  static let lifetime: Int64 = 14 * 24 * 3600 * 1_000_000
  /// As many browsers as one person may be signed in with; the oldest goes first.
  static let most = 10

  /// What a cookie holds: who, and the secret.
  public var cookie: String { "\(person).\(token)" }

  /// Reads a cookie; whether the session lives is for the workbench to say.
  public init?(cookie: String) {
    let parts = cookie.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let bytes = [UInt8](hexadecimal: String(parts[0])),
      let id = Identifier(bytes: bytes)
    else { return nil }
    self.init(person: PersonID(id), token: String(parts[1]))
  }

  init(person: PersonID, token: String) {
    self.person = person
    self.token = token
  }

  /// What the store keeps of the secret.
  var digest: Digest { Digest(of: Array(token.utf8)) }

  static func new() -> Session {
    Session(person: PersonID(high: 0, low: 0), token: Random.bytes(32).base64Address)
  }

  func of(_ person: PersonID) -> Session { Session(person: person, token: token) }

  static func setting(_ person: PersonID) -> String { "sessions/\(person)" }

  static func coded(_ sessions: [(digest: Digest, since: Int64)]) -> [UInt8] {
    var out = ByteWriter()
    out.list(sessions) {
      $0.fingerprint(Fingerprint($1.digest))
      $0.fixed(UInt64(bitPattern: $1.since))
    }
    return out.bytes
  }

  static func decoded(_ bytes: [UInt8]?) -> [(digest: Digest, since: Int64)] {
    guard let bytes else { return [] }
    var input = ByteReader(bytes)
    let sessions = try? input.list { (input) throws(CodingFault) in
      (digest: Digest(try input.fingerprint()), since: Int64(bitPattern: try input.fixed()))
    }
    return sessions ?? []
  }
}

extension Workbench {
  /// Signs a person in by name and password.
  public func signIn(_ name: String, password: String) throws(Fault) -> Session {
    let now = surroundings.clock()
    guard !guesses.withLock({ $0.mustWait(name, at: now) }) else { throw .signIn(.tooMany) }
    let person = try people().first { $0.name == name }
    let setting = person.map { Workbench.passwordSetting($0.id) }
    let kept = try setting.flatMap { (name) throws(Fault) in
      try reading { (store) throws(StoreFault) in try store.setting(name) }
    }
    // A name that nobody has takes as long as a wrong password.
    let fits = Password.fits(password, kept ?? Workbench.nobodysPassword)
    guard let person, kept != nil, fits else {
      guesses.withLock { $0.missed(name, at: now) }
      throw .signIn(.wrong)
    }
    guesses.withLock { $0.hit(name) }
    let session = Session.new().of(person.id)
    try write { (commit) throws(StoreFault) in
      var sessions = Session.decoded(try commit.store.setting(Session.setting(person.id)))
      sessions.removeAll { $0.since + Session.lifetime < now }
      sessions = sessions.suffix(Session.most - 1) + [(session.digest, now)]
      try commit.store.keep(
        setting: Session.setting(person.id), value: Session.coded(sessions))
    }
    return session
  }

  /// Whether a session lives.
  public func isSignedIn(_ session: Session) throws(Fault) -> Bool {
    let now = surroundings.clock()
    let kept = try reading { (store) throws(StoreFault) in
      try store.setting(Session.setting(session.person))
    }
    return Session.decoded(kept).contains {
      $0.digest == session.digest && now < $0.since + Session.lifetime
    }
  }

  /// Signs a browser out.
  public func signOut(_ session: Session) throws(Fault) {
    let setting = Session.setting(session.person)
    try write { (commit) throws(StoreFault) in
      let left = Session.decoded(try commit.store.setting(setting)).filter {
        $0.digest != session.digest
      }
      try commit.store.keep(setting: setting, value: Session.coded(left))
    }
  }

  private static let nobodysPassword = Password.hash("nobody's password") ?? []
}
