/// A decision that counts, or counted, in a round.
struct Decision: Hashable, Sendable {
  /// Who gave it.
  var person: UInt16
  /// The word itself.
  var verdict: Verdict
  /// The main reason.
  var reason: UInt16
  /// The list of other reasons.
  var also: UInt32
  /// The entry that gave it.
  var position: UInt32
}

/// One run of a stage on one report, replayed from the report's steps.
struct Round: Hashable, Sendable {
  /// What started it.
  enum Opening: UInt8, Sendable {
    /// The report came to the stage.
    case first
    /// A lead or an arbiter asked for another look.
    case reopened
    /// Reports were merged whose outcomes differ, or whose rounds were both only begun.
    case merged
  }

  /// How a conflict is settled among its parties.
  struct Proposal: Hashable, Sendable {
    var person: UInt16
    var outcome: Outcome
    var reason: UInt16
    var position: UInt32
    var confirmed: [UInt16]
  }

  /// The word that settled a conflict.
  struct Resolution: Hashable, Sendable {
    var person: UInt16
    var outcome: Outcome
    var reason: UInt16
    var position: UInt32
    var isConsensus: Bool
  }

  var number: UInt8 = 1
  var opening = Opening.first
  var openedAt: UInt32 = 0
  /// The people asked, where a reopening or a pilot names them.
  var asked: [UInt16]?
  /// Whether it is a trial by the whole team: then it asks for everyone on its roster.
  var isPilot = false
  /// The decisions in force, in the order in which their people first decided.
  var decisions: [Decision] = []
  /// The entry of the first decision: the round is judged by the protocol that was in force there.
  var judgedFrom: UInt32?
  /// How many decisions it asks for; fixed by its first decision.
  var needed: Int?
  /// The last entry that changed `needed`.
  var neededSince: UInt32 = 0
  /// The decisions when it first had all of them: what agreement is measured on; none where a
  /// change of the number asked for completed it.
  var firstComplete: [Decision]?
  /// Whether it was once in conflict; with an agreed standing now, the conflict dissolved.
  var wasInConflict = false
  /// The entry by which a lead opened the conflict to its parties.
  var sharedAt: UInt32?
  var proposal: Proposal?
  var resolution: Resolution?
  /// Decisions that came too late to count and ask for another look.
  var requests: [Decision] = []
  /// Arbiters appointed for this conflict.
  var appointed: [UInt16] = []
  /// Everyone who decided the stage in this or an earlier round.
  var everDecided: [UInt16] = []
  /// Everyone who was shown another's decision at the stage, with the entry that says so.
  var shownTo: [Shown] = []

  struct Shown: Hashable, Sendable {
    var person: UInt16
    var position: UInt32
  }

  /// The entry of the latest decision in force.
  var lastDecidedAt: UInt32 { decisions.map(\.position).max() ?? 0 }

  /// The entry that settled it, if it is settled.
  var settledAt: UInt32 { resolution?.position ?? max(lastDecidedAt, neededSince) }

  /// The person's decision in force.
  func decision(of person: UInt16) -> Decision? { decisions.first { $0.person == person } }

  /// The main reasons given by the decisions in force, in their order.
  var mainReasons: some Collection<UInt16> {
    decisions.lazy.map(\.reason).filter { $0 != Step.none }
  }

  /// Whether the person was shown another's decision at the stage.
  func wasShown(to person: UInt16) -> Bool { shownTo.contains { $0.person == person } }

  /// Whether the person saw another's decision and so decides the stage no more, unless they were a
  /// party before and are asked again by name.
  func bars(_ person: UInt16) -> Bool {
    let isAskedAgain = asked?.contains(person) == true && everDecided.contains(person)
    return wasShown(to: person) && !isAskedAgain
  }

  /// The round that follows this one: what was decided is kept in the ledger and no longer counts.
  func next(number: UInt8, opening: Opening, at position: UInt32, asked: [UInt16]?) -> Round {
    Round(
      number: number, opening: opening, openedAt: position, asked: asked,
      everDecided: everDecided, shownTo: shownTo)
  }
}
