import Screening

extension Wanderer {
  mutating func retrieve() throws(Refusal) {
    let (who, way) = (person([.lead, .librarian]), below(10))
    let report =
      way < 8
      ? report(in: .awaitingRetrieval, .notRetrieved) : report(in: .awaitingFullText, .notRetrieved)
    let isAbstractOnly = chance(10)
    try story.act(by: who) { r throws(Refusal) in
      switch way {
      case 0, 1: try r.attempting(report, words: "Asked the authors.", by: who)
      case 2: try r.givingUp(report, grounds: "No answer.", by: who)
      case 9: try r.withdrawingText(of: report, grounds: "Wrong paper.", by: who)
      default:
        try r.obtaining(
          report, access: .logIn, isAbstractOnly: isAbstractOnly, reportIsAbstract: false,
          place: "shelf", grounds: "All there is.", by: who)
      }
    }
  }

  mutating func label() throws(Refusal) {
    let all: [ThemeID] = ["nursing", "housing", "pay", "work", "care", "old"]
    let themes = (0..<below(4)).compactMap { _ in any(all.dropLast(below(3))) }
    let (report, who) = (report(in: .included), person([.lead, .reviewer]))
    try story.label(report, themes, by: who)
  }

  mutating func settleLabels() throws(Refusal) {
    let who = person([.lead, .arbiter])
    let unsettled = story.review.reports(in: .included).numbers.filter {
      story.review.labelStanding(of: $0) == .toSettle
    }
    let report = any(unsettled) ?? report(in: .included)
    let themes = [any(ThemeID("nursing"), "pay")]
    try story.act(by: who) { r throws(Refusal) in
      try r.settlingLabels(of: report, themes: themes, grounds: "Both fit.", by: who)
    }
  }

  mutating func chart() throws(Refusal) {
    let (report, who) = (report(in: .included), person([.lead, .reviewer, .librarian]))
    let charted: (FieldID, ChartValue) = any(
      ("country", .text("Malta")), ("people", .number("17")), ("people", .number("many")),
      ("year", .year(1999)), ("funded", .yesNo(true)), ("design", .choices(["trial"])),
      ("setting", .choices(["home", "ward"])), ("country", .none), ("gone", .text("x")))
    try story.act(by: who) { r throws(Refusal) in
      try r.charting(report, field: charted.0, value: charted.1, page: "12", by: who)
    }
  }

  mutating func note() throws(Refusal) {
    let (report, who) = (record(), anyone())
    let stage = any(nil, Stage.titleAbstract, .fullText)
    try story.act(by: who) { r throws(Refusal) in
      try r.noting(NoteTaken(report: report, stage: stage, words: "Well said."), by: who)
    }
  }

  mutating func select() throws(Refusal) {
    let (report, isSelected) = (report(in: .included), chance(70))
    try story.act { r throws(Refusal) in
      try r.selecting(report, isSelected: isSelected, by: .lea)
    }
  }

  mutating func changeStudies() throws(Refusal) {
    let (one, other, way) = (report(in: .included), record(), below(3))
    try story.act { r throws(Refusal) in
      way == 0
        ? try r.splittingStudy(of: one, by: .lea) : try r.joiningStudies(one, other, by: .lea)
    }
  }
}
