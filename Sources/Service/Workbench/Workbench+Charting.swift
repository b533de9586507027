public import Screening

extension Workbench {
  /// Puts themes on an included report, beside those that the person gave it before.
  public func label(
    _ report: RecordNumber, with themes: [ThemeID], _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      let before = review.labels(of: report, by: acting.person)
      return try review.labelling(
        report, themes: before + themes.filter { !before.contains($0) }, by: acting.person)
    }
  }

  /// Gives an included report these themes, in place of those that the person was shown on it.
  public func relabel(
    _ report: RecordNumber, with themes: [ThemeID], _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.labelling(report, themes: themes, by: acting.person)
    }
  }

  /// Takes themes off a report that the person gave it; all of them if none is named.
  public func unlabel(
    _ report: RecordNumber, taking themes: [ThemeID], _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      let before = review.labels(of: report, by: acting.person)
      for theme in themes where !before.contains(theme) {
        throw .unknown(
          .theme, theme.text,
          nearest: DidYouMean.nearest(to: theme.text, among: before.map(\.text)))
      }
      let kept = themes.isEmpty ? [] : before.filter { !themes.contains($0) }
      return try review.labelling(report, themes: kept, by: acting.person)
    }
  }

  /// Settles labels that differ.
  public func settleLabels(
    of report: RecordNumber, as themes: [ThemeID], because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.settlingLabels(of: report, themes: themes, grounds: words, by: acting.person)
    }
  }

  /// Says that two reports are of one study.
  public func joinStudies(
    _ one: RecordNumber, _ other: RecordNumber, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.joiningStudies(one, other, by: acting.person)
    }
  }

  /// Says that a report is a study of its own.
  public func splitStudy(of report: RecordNumber, _ acting: Acting) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.splittingStudy(of: report, by: acting.person)
    }
  }

  /// Marks an included report as cited in the write-up.
  public func select(
    _ report: RecordNumber, isSelected: Bool, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.selecting(report, isSelected: isSelected, by: acting.person)
    }
  }

  /// Takes a note on a report.
  public func note(
    _ text: String, on report: RecordNumber, at stage: Stage?, isNotForQuotation: Bool = false,
    _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let note = NoteTaken(
      report: report, stage: stage, words: speech.words(text),
      isNotForQuotation: isNotForQuotation)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.noting(note, by: acting.person)
    }
  }
}
