public import Secrets

/// One entry of a ledger, as bytes: what it means is not this target's business.
///
/// The format is enduring: docs/ledger-format.md describes it for readers without this program.
public struct Entry: Hashable, Sendable {
  /// Who made it.
  public enum Author: Hashable, Sendable {
    /// A person.
    case person(Identifier)
    /// A rule of the program, by its number.
    case rule(UInt16)
  }

  /// The ledger it belongs to: a review, or the workspace.
  public let ledger: Identifier
  /// Its place in the ledger, from 1.
  public let position: UInt32
  /// Microseconds of UTC since 1970; never earlier than the entry before.
  public let moment: Int64
  /// Who made it.
  public let author: Author
  /// The version of the protocol that was in force, from 1; 0 before there is one.
  public let protocolVersion: UInt32
  /// What kind of fact the payload holds.
  public let kind: UInt16
  /// The fact.
  public let payload: [UInt8]
  /// The digest over all of the above and the digest before.
  public let digest: Digest

  /// Joins stored parts, digest included.
  public init(
    ledger: Identifier, position: UInt32, moment: Int64, author: Author, protocolVersion: UInt32,
    kind: UInt16, payload: [UInt8], digest: Digest
  ) {
    self.ledger = ledger
    self.position = position
    self.moment = moment
    self.author = author
    self.protocolVersion = protocolVersion
    self.kind = kind
    self.payload = payload
    self.digest = digest
  }

  /// Makes the entry that follows `before`.
  public init(
    ledger: Identifier, after before: Head, moment: Int64, author: Author,
    protocolVersion: UInt32, kind: UInt16, payload: [UInt8]
  ) {
    let moment = max(moment, before.moment)
    let unsealed = Entry(
      ledger: ledger, position: before.position + 1, moment: moment, author: author,
      protocolVersion: protocolVersion, kind: kind, payload: payload, digest: .zero)
    self.init(
      ledger: ledger, position: before.position + 1, moment: moment, author: author,
      protocolVersion: protocolVersion, kind: kind, payload: payload,
      digest: unsealed.sealed(after: before.digest))
  }

  /// The head of the ledger once this entry is its last.
  public var head: Head { Head(position: position, moment: moment, digest: digest) }

  /// The digest that this entry must carry if `before` is the digest of the entry before it.
  public func sealed(after before: Digest) -> Digest {
    var digester = Digester()
    digester.feed(Entry.domainTag)
    digester.feed(ledger.high)
    digester.feed(ledger.low)
    digester.feed(UInt64(position))
    digester.feed(UInt64(bitPattern: moment))
    switch author {
    case .person(let person):
      digester.feed(0)
      digester.feed(person.high)
      digester.feed(person.low)
    case .rule(let number):
      digester.feed(1)
      digester.feed(0)
      digester.feed(UInt64(number))
    }
    digester.feed(UInt64(protocolVersion))
    digester.feed(UInt64(kind))
    digester.feed(counted: payload)
    digester.feed(before)
    return digester.digest()
  }

  /// Names this use of SHA-256 and the version of the entry format.
  private static let domainTag = Array("winnow ledger entry 1\n".utf8)
}

/// The last entry of a ledger, as far as its follower needs it.
public struct Head: Hashable, Sendable {
  /// The position of the last entry; 0 in an empty ledger.
  public let position: UInt32
  /// The moment of the last entry.
  public let moment: Int64
  /// The digest of the last entry.
  public let digest: Digest

  /// Joins the parts.
  public init(position: UInt32, moment: Int64, digest: Digest) {
    self.position = position
    self.moment = moment
    self.digest = digest
  }

  /// The head of an empty ledger.
  public static let empty = Head(position: 0, moment: 0, digest: .zero)
}
