import Screening
import Service

/// A person at a review: what nearly every command about a review begins with.
struct Sitting {
  /// The workspace.
  let bench: Workbench
  /// The review.
  let review: ReviewSummary
  /// The review as it stood when the command began.
  let state: Review
  /// Who acts or reads.
  let person: PersonSummary
  /// What everyone is called.
  let names: Names
  /// The id of the request, if the command line gave one.
  let request: String?

  /// The review, the person and the request, as acts take them.
  var acting: Acting { acting(as: person.id, request: request) }

  /// Whether the person sees the work of others as it is: then positions tell them nothing new.
  var seesPositions: Bool { state.seesLiveCounts(person.id) }

  /// The same review with another person or another request.
  ///
  /// A request's id is each person's own at each review, so that nobody's `1` is another's.
  func acting(as person: PersonID, request: String?) -> Acting {
    Acting(
      on: review.id, as: person,
      request: request.map { .init(request: "\(review.id) \(person) \($0)") })
  }

  /// Refuses someone who has no part in the review.
  func checkIsOnTeam() throws(Failure) {
    guard !state.roles(of: person.id).isEmpty else { throw .fault(.refused(.notInTeam)) }
  }

  /// The person who goes by a name.
  func person(named name: String) throws(Failure) -> PersonID {
    try answer(of: bench.person(named: name).id)
  }

  /// A text in a person's own hand; nil once it was erased.
  func text(of words: Words?) throws(Failure) -> String? {
    guard let words else { return nil }
    return try answer(of: bench.text(of: words, in: review.id))
  }

  /// The same seat, with the review as it is now.
  func renewed() throws(Failure) -> Sitting {
    Sitting(
      bench: bench, review: review, state: try answer(of: bench.state(of: review.id)).review,
      person: person, names: names, request: request)
  }
}

extension Invocation {
  /// The review and the person that the command line names; without a name, its only lead.
  func sitting() throws(Failure) -> Sitting {
    let bench = try bench
    let name = try required(Common.review)
    let review = try answer(of: bench.review(named: name))
    let state = try answer(of: bench.state(of: review.id)).review
    let people = try answer(of: bench.people())
    return Sitting(
      bench: bench, review: review, state: state, person: try whoActs(in: state, people),
      names: Names(people),
      request: declares(Common.request) ? try optional(Common.request) : nil)
  }

  /// The same for a command that only reads; `--unblind` writes its entry first.
  func reading() throws(Failure) -> Sitting {
    let sitting = try sitting()
    try sitting.checkIsOnTeam()
    guard has(Common.unblind), !sitting.state.hasLiftedBlind(sitting.person.id) else {
      return sitting
    }
    let done = try answer(of: sitting.bench.liftBlind(sitting.acting))
    remark(.lifted(done.position))
    return try sitting.renewed()
  }

  private func whoActs(
    in review: Review, _ people: [PersonSummary]
  ) throws(Failure) -> PersonSummary {
    if let name = try optional(Common.person) {
      guard let person = people.first(where: { $0.name == name }) else {
        let known = people.compactMap(\.name)
        throw .fault(
          .unknownName(
            .person, name, nearest: DidYouMean.nearest(to: name, among: known), known: known))
      }
      return person
    }
    let leads = people.filter { review.leads.contains($0.id) }
    guard let lead = leads.first, leads.count == 1 else {
      throw .fault(.whoActs(candidates: leads.compactMap(\.name)))
    }
    return lead
  }
}

extension String {
  fileprivate static func lifted(_ position: Position) -> String {
    "The blind is lifted for you: entry \(position) says so to everyone."
  }
}
