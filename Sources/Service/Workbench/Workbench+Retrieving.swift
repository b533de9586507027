public import Screening

extension Workbench {
  /// Notes an attempt to get a full text.
  public func attemptText(
    of report: RecordNumber, saying text: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(text)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.attempting(report, words: words, by: acting.person)
    }
  }

  /// Records that a full text was obtained by a link.
  public func obtainText(
    of report: RecordNumber, access: TextObtained.Access, isAbstractOnly: Bool = false,
    at place: String, because grounds: String? = nil, _ acting: Acting
  ) throws(Fault) -> Done {
    let isAbstract = try isAbstract(report, in: acting.review)
    var speech = speech
    let (placeWords, groundsWords) = (speech.words(place), speech.words(grounds))
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.obtaining(
        report, access: access, isAbstractOnly: isAbstractOnly, reportIsAbstract: isAbstract,
        place: placeWords, grounds: groundsWords, by: acting.person)
    }
  }

  /// Gives up on a full text.
  public func giveUpText(
    of report: RecordNumber, because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.givingUp(report, grounds: words, by: acting.person)
    }
  }

  /// Withdraws a full text.
  public func withdrawText(
    of report: RecordNumber, because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.withdrawingText(of: report, grounds: words, by: acting.person)
    }
  }

  /// Whether any record of a report says that it is a conference abstract.
  private func isAbstract(_ report: RecordNumber, in review: Identifier) throws(Fault) -> Bool {
    let state = try state(of: review).review
    for record in state.records(of: state.report(of: report)) {
      let types = try reference(record, in: state)?.sourceTypes ?? []
      if types.contains(.conferenceAbstract) { return true }
    }
    return false
  }
}
