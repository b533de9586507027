/// The state of one report, replayed from its steps.
///
/// What stands at a later stage is never taken away by a reopening: it is only not looked at while
/// the earlier stage has no include, and so returns unchanged when the report comes that far again.
struct Track: Hashable, Sendable {
  /// Whether and how the report was removed before screening.
  enum Removal: Hashable, Sendable {
    case none
    case byPerson
    case byLimit(UInt16)
  }

  /// What became of the full text.
  enum Retrieval: Hashable, Sendable {
    case awaiting
    case obtained(TextAccess)
    case notRetrieved
  }

  /// One person's labels, or the settled ones.
  struct Labelling: Hashable, Sendable {
    var person: UInt16
    var themes: UInt32
    var position: UInt32
  }

  var removal = Removal.none
  /// Whether a person put the report back: no rule removes it again.
  var isPutBack = false
  /// The latest stop that left it unscreened.
  var leftAt: UInt32?
  /// The stage at which it entered, once its first decision or retrieval step has fixed it.
  var entered: Stage?
  var titleAbstract = Round()
  var fullText = Round()
  var retrieval = Retrieval.awaiting
  var attempts = 0
  /// The last step of retrieval, and the last of labelling or charting: what may rest on an outcome.
  var retrievalAt: UInt32 = 0
  var chartedAt: UInt32 = 0
  var labels: [Labelling] = []
  /// The word that settled differing labels; several where a merge brought them together.
  var settledLabels: [Labelling] = []
  /// Charted values by field: the latest counts.
  var chart: [UInt16: UInt32] = [:]
  var isSelected = false

  subscript(stage: Stage) -> Round {
    get { stage == .titleAbstract ? titleAbstract : fullText }
    _modify {
      if stage == .titleAbstract { yield &titleAbstract } else { yield &fullText }
    }
  }

  /// Whether anyone ever decided anything on it.
  var hasDecisions: Bool {
    !titleAbstract.everDecided.isEmpty || !fullText.everDecided.isEmpty
  }

  /// Whether the outcome of a round has something resting on it, so that a changed mind no longer
  /// changes it: a resolution, a conflict opened to its parties, a step at a later stage.
  func isRestedOn(_ stage: Stage, in review: Review) -> Bool {
    let round = self[stage]
    if round.resolution != nil || round.sharedAt != nil { return true }
    guard review.standing(of: round, at: stage).outcome == .include else { return false }
    switch stage {
    case .titleAbstract:
      return retrievalAt > 0 || !fullText.everDecided.isEmpty || chartedAt > 0
    case .fullText: return chartedAt > 0
    }
  }
}

/// How an obtained text can be read, as a step carries it.
struct TextAccess: Hashable, Sendable {
  var access: TextObtained.Access
  var isAbstractOnly: Bool

  /// Reads the code of a step.
  init(code: UInt8) {
    access = TextObtained.Access(rawValue: code & 1) ?? .free
    isAbstractOnly = code & 2 != 0
  }

  /// Takes it from a fact.
  init(_ fact: TextObtained) {
    access = fact.access
    isAbstractOnly = fact.isAbstractOnly
  }

  /// The code of a step.
  var code: UInt8 { access.rawValue | (isAbstractOnly ? 2 : 0) }
}
