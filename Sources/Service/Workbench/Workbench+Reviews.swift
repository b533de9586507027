public import Ledger
import ProtocolFile
public import Screening
import Secrets

/// A review of the workspace.
public struct ReviewSummary: Hashable, Sendable {
  /// The id.
  public let id: Identifier
  /// The name that commands and addresses take.
  public let name: String
}

/// A review as its ledger stood at one moment, with the head that it was folded up to.
public struct ReviewState: Sendable {
  /// The folded review.
  public let review: Review
  /// The last entry that it was folded from.
  public let head: Head
}

extension Workbench {
  /// Creates a review from its protocol, led by a person.
  public func createReview(
    named name: String, protocolFile bytes: [UInt8], lead: PersonID, request: Identifier? = nil
  ) throws(Fault) -> (review: ReviewSummary, isRepeat: Bool) {
    guard Workbench.isName(name) else { throw .badName(.review, name) }
    let content = try parse(bytes)
    let request = request ?? newRequest()
    let id = surroundings.newIdentifier()
    let live = Live(id, Folded<Review>())
    let workspace = workspace
    let digest = Digest(of: bytes)
    let answer = try write { (commit) throws(StoreFault) -> Result<Identifier?, Fault> in
      if let receipt = try commit.store.receipt(of: request) {
        return .success(Identifier(bytes: receipt.answer))
      }
      guard try !commit.folded(workspace).value.reviews.contains(where: { $0.name == name })
      else { return .failure(.takenName(.review, name)) }
      let adopted = ProtocolAdopted(version: 1, content: content, file: Fingerprint(digest))
      _ = try commit.append(
        [
          (.person(lead), .protocolAdopted(adopted)),
          (.person(lead), .rolesGiven(person: lead, roles: .lead)),
        ], to: live)
      try commit.archive(bytes, digest: digest, in: id)
      let last = try commit.append(
        [.reviewCreated(id, name: name)], to: workspace, by: Identifier(lead))
      try commit.store.keep(
        Receipt(request: request, ledger: .workspace, position: last, answer: id.bytes))
      return .success(id)
    }
    let created = try answer.get()
    guard let review = try reviews().first(where: { $0.id == created }) else {
      return (try review(named: name), true)  // the request was spent on something else
    }
    return (review, created != id)
  }

  /// Every review, in the order in which they were created.
  public func reviews() throws(Fault) -> [ReviewSummary] {
    try currentWorkspace().reviews.map { ReviewSummary(id: $0.id, name: $0.name) }
  }

  /// The review that goes by a name.
  public func review(named name: String) throws(Fault) -> ReviewSummary {
    let reviews = try reviews()
    if let review = reviews.first(where: { $0.name == name }) { return review }
    let known = reviews.map(\.name)
    throw .unknownName(
      .review, name, nearest: DidYouMean.nearest(to: name, among: known), known: known)
  }

  /// A review as its ledger stands now.
  public func state(of review: Identifier) throws(Fault) -> ReviewState {
    let folded = try current(review)
    return ReviewState(review: folded.value, head: folded.head)
  }

  /// A review as it stood right after an entry.
  public func state(of review: Identifier, at position: Position) throws(Fault) -> ReviewState {
    let folded = try load(review, through: position.value)
    return ReviewState(review: folded.value, head: folded.head)
  }

  /// A review as it stood at a moment: after the last entry that is not later.
  public func state(of review: Identifier, asOf moment: Moment) throws(Fault) -> ReviewState {
    let last = try reading { (store) throws(StoreFault) in
      try store.position(of: review, asOf: moment.microseconds)
    }
    return try state(of: review, at: Position(last))
  }

  // MARK: Protocols

  /// What adopting a protocol file would change and touch.
  public func previewProtocol(
    _ bytes: [UInt8], for review: Identifier
  ) throws(Fault) -> (changes: [ProtocolChange], preview: AmendmentPreview) {
    let content = try parse(bytes)
    let review = try state(of: review).review
    let changes = review.content.map { content.changes(from: $0) } ?? []
    return (changes, review.preview(adopting: content))
  }

  /// The protocol file of a version, byte for byte; the one in force without a number.
  public func protocolFile(
    of review: Identifier, version: UInt32? = nil
  ) throws(Fault) -> [UInt8] {
    let versions = try state(of: review).review.protocolVersions
    guard
      let chosen = version.map({ number in versions.first { $0.number == number } })
        ?? versions.last
    else { throw .refused(.noSuchVersion(version ?? 0, latest: versions.last?.number ?? 0)) }
    return try archived(Digest(chosen.file), in: review)
  }

  func parse(_ bytes: [UInt8]) throws(Fault) -> ReviewProtocol {
    do throws(ProtocolFaults) {
      return try ProtocolFile.read(bytes)
    } catch {
      throw .protocolFile(error)
    }
  }
}
