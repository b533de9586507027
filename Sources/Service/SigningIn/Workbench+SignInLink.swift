import Ledger
public import Screening
import Secrets

/// The link by which a person comes in: it works once, and after that a password does.
///
/// Nothing of it is a fact: what is kept are settings of the machine, and only digests of secrets.
extension Workbench {
  /// A link's token lives this long.
  private static let inviteLifetime: Int64 = 7 * 24 * 3600 * 1_000_000

  /// Makes the token of a link by which a person chooses a password. Earlier ones go on working,
  /// until one of them is used.
  public func invite(_ person: PersonID) throws(Fault) -> String {
    let token = Random.bytes(32).base64Address
    let setting = Workbench.inviteSetting(token)
    var out = ByteWriter()
    out.person(person)
    out.fixed(UInt64(bitPattern: surroundings.clock() + Workbench.inviteLifetime))
    let value = out.bytes
    try write { (commit) throws(StoreFault) in
      try commit.store.keep(setting: setting, value: value)
      let open = Workbench.openInvites(of: person)
      let others = try commit.store.setting(open) ?? []
      try commit.store.keep(setting: open, value: others + Digest(of: Array(token.utf8)).bytes)
    }
    return token
  }

  /// The person whom a link's token invites; nil once it was used, or has grown old.
  public func invited(by token: String) throws(Fault) -> PersonID? {
    let setting = Workbench.inviteSetting(token)
    let kept = try reading { (store) throws(StoreFault) in try store.setting(setting) }
    return kept.flatMap { Workbench.invited($0, at: surroundings.clock()) }
  }

  /// Takes the password that an invited person chose; the link works no more.
  public func choosePassword(_ password: String, invitedBy token: String) throws(Fault) -> Session {
    guard password.unicodeScalars.count >= Password.fewest else { throw .signIn(.passwordTooShort) }
    guard let kept = Password.hash(password) else { throw .signIn(.busy) }
    let (setting, now) = (Workbench.inviteSetting(token), surroundings.clock())
    let session = Session.new()
    // Looked up and closed in one transaction: of two who use the link at once, one is too late.
    let answer = try write { (commit) throws(StoreFault) -> PersonID? in
      guard let value = try commit.store.setting(setting),
        let person = Workbench.invited(value, at: now)
      else { return nil }
      try Workbench.closeInvites(of: person, in: commit)
      try commit.store.keep(setting: Workbench.passwordSetting(person), value: kept)
      // Whoever was signed in as this person before, is not any more.
      try commit.store.keep(
        setting: Session.setting(person), value: Session.coded([(session.digest, now)]))
      return person
    }
    guard let person = answer else { throw .signIn(.linkIsUsed) }
    return session.of(person)
  }

  /// Links are closed together, so that none that lies about can change a password later.
  static func closeInvites(of person: PersonID, in commit: Commit) throws(StoreFault) {
    let digests = try commit.store.setting(openInvites(of: person)) ?? []
    for start in stride(from: 0, to: digests.count, by: 32) {
      guard let digest = Digest(bytes: digests[start...].prefix(32)) else { continue }
      try commit.store.keep(setting: inviteSetting(digest), value: nil)
    }
    try commit.store.keep(setting: openInvites(of: person), value: nil)
  }

  private static func openInvites(of person: PersonID) -> String { "invites/\(person)" }

  private static func inviteSetting(_ token: String) -> String {
    inviteSetting(Digest(of: Array(token.utf8)))
  }

  private static func inviteSetting(_ digest: Digest) -> String { "invite/\(digest)" }

  private static func invited(_ value: [UInt8], at now: Int64) -> PersonID? {
    var input = ByteReader(value)
    guard let person = try? input.person(), let until = try? input.fixed(),
      now < Int64(bitPattern: until)
    else { return nil }
    return person
  }
}
