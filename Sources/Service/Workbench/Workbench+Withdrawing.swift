public import Screening

extension Workbench {
  /// Withdraws an import: its records on which no decision rests leave every count.
  public func withdraw(
    _ number: ImportNumber, because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.withdrawing(number, grounds: words, by: acting.person)
    }
  }
}
