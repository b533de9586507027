public import Ledger
public import Reporting
public import Screening
import Secrets

/// The numbers of a review as one person may see them.
public struct Numbers: Sendable {
  /// What the numbers tell.
  public enum View: Hashable, Sendable {
    /// How the review stood at the moment asked for.
    case live
    /// What the last disclosure before that moment showed, and how many reports are in progress now.
    case disclosed(inProgress: Int)
    /// Nothing, for nothing was disclosed until then.
    case undisclosed(inProgress: Int)
  }

  /// What the numbers tell.
  public let view: View
  /// The review at the moment that the numbers are of.
  public let review: Review
  /// The digest of its last entry, in hexadecimal; like its position not for whoever is blind.
  public let digest: String
  /// The protocol whose words the numbers are told in.
  public let content: ReviewProtocol

  /// What documents say of where they come from.
  public var provenance: Provenance {
    let shown: Provenance.View =
      switch view {
      case .live: .live(entry: review.position, digest: digest)
      case .disclosed(let inProgress): .disclosed(inProgress: inProgress)
      case .undisclosed(let inProgress): .undisclosed(inProgress: inProgress)
      }
    return Provenance(
      title: content.title, view: shown, protocolVersion: review.protocolVersion,
      moment: review.moment.text)
  }

  /// The flow, whose identities hold.
  public func flow() throws(Fault) -> Flow {
    let flow = view == .live ? Flow(review) : Flow(disclosedBy: review)
    let breaches = flow.breaches
    guard breaches.isEmpty else { throw .numbersDoNotClose(breaches) }
    return flow
  }

  /// The tally of themes, which adds up.
  public func tally(counting unit: ThemeTally.Unit) throws(Fault) -> ThemeTally {
    let tally =
      view == .live
      ? ThemeTally(review, counting: unit) : ThemeTally(disclosedBy: review, counting: unit)
    let breaches = tally.breaches
    guard breaches.isEmpty else { throw .tallyDoesNotAddUp(breaches) }
    return tally
  }
}

/// Up to where numbers are asked for.
public enum AsOf: Hashable, Sendable {
  /// Up to now.
  case now
  /// Up to a moment, with all that was entered at it.
  case moment(Moment)
  /// Up to an entry.
  case entry(Position)
}

extension Workbench {
  /// The numbers of a review as a person may see them: live to a lead or librarian who does not
  /// screen or who lifted the blind, as last disclosed to everyone else.
  public func numbers(
    of review: Identifier, for person: PersonID, asOf: AsOf = .now
  ) throws(Fault) -> Numbers {
    let now = try state(of: review)
    let overview = try overview(of: now.review, for: person)
    let content = now.review.content ?? ReviewProtocol(title: "", framework: .own)
    let asked = try state(of: review, asOf: asOf, now: now)
    guard !now.review.seesLiveCounts(person) else {
      return Numbers(
        view: .live, review: asked.review, digest: asked.head.digest.description,
        content: asked.review.content ?? content)
    }
    // Trying one position after another would find out how many entries others made.
    if case .entry = asOf { throw .entryIsHidden }
    guard let disclosure = asked.review.lastDisclosure else {
      return Numbers(
        view: .undisclosed(inProgress: overview.inProgress), review: Review(), digest: "",
        content: content)
    }
    let told = try state(of: review, at: disclosure)
    return Numbers(
      view: .disclosed(inProgress: overview.inProgress), review: told.review,
      digest: told.head.digest.description,
      content: told.review.content ?? content)
  }

  /// What is in a box, or the first of it: records as imported, reports and studies as people see
  /// them.
  public func texts(
    of box: FlowBox, first count: Int = .max, in review: Review
  ) throws(Fault) -> [(number: RecordNumber, text: ReportText)] {
    let numbers = Array(box.members.numbers.prefix(count))
    switch box.unit {
    case .records:
      return zip(numbers, try references(numbers, in: review)).map { number, reference in
        (number, ReportText(reference.map { [(number, $0)] } ?? []))
      }
    case .reports, .studies: return Array(zip(numbers, try texts(of: numbers, in: review)))
    }
  }

  private func state(
    of review: Identifier, asOf: AsOf, now: ReviewState
  ) throws(Fault) -> ReviewState {
    switch asOf {
    case .now: now
    case .moment(let moment): try state(of: review, asOf: moment)
    case .entry(let position): try state(of: review, at: position)
    }
  }

  private func overview(of review: Review, for person: PersonID) throws(Fault) -> Overview {
    do throws(Refusal) {
      return try review.overview(for: person)
    } catch {
      throw .refused(error)
    }
  }
}
