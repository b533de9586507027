import Ledger
public import Screening

extension Workbench {
  /// Gives a person their roles in a review.
  public func give(
    _ roles: Roles, to person: PersonID, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.giving(roles, to: person, by: acting.person)
    }
  }

  /// Draws the pilot of a stage; without a seed, with a random one.
  public func drawPilot(
    at stage: Stage, seed: UInt64? = nil, _ acting: Acting
  ) throws(Fault) -> Done {
    let seed = seed ?? surroundings.newIdentifier().low
    return try act(acting) { (review) throws(Refusal) in
      try review.drawingPilot(at: stage, seed: seed, by: acting.person)
    }
  }

  /// Passes the pilot of a stage.
  public func passPilot(
    at stage: Stage, because grounds: String?, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.passingPilot(at: stage, grounds: words, by: acting.person)
    }
  }

  /// Stops screening of titles and abstracts.
  public func stop(because grounds: String, _ acting: Acting) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.stopping(grounds: words, by: acting.person)
    }
  }

  /// Goes on with screening.
  public func resume(because grounds: String, _ acting: Acting) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.resuming(grounds: words, by: acting.person)
    }
  }

  /// Shows the team the settled outcomes.
  public func disclose(_ stages: [Stage], _ acting: Acting) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.disclosing(stages, by: acting.person)
    }
  }

  /// Lifts the blind for the lead who asks, for everyone to see.
  public func liftBlind(_ acting: Acting) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in try review.liftingBlind(by: acting.person) }
  }

  /// Removes a report before screening.
  public func remove(
    _ report: RecordNumber, because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.removing(report, grounds: words, by: acting.person)
    }
  }

  /// Puts a removed report back.
  public func putBack(
    _ report: RecordNumber, because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.puttingBack(report, grounds: words, by: acting.person)
    }
  }
}
