public import Screening

extension ReviewProtocol {
  /// A protocol with something of everything, as small as that can be: two reviewers at each
  /// stage, reasons `P1`, `P2` and `C1`, sources in both arms and of an earlier review.
  public static func sample(_ change: (inout ReviewProtocol) -> Void = { _ in }) -> ReviewProtocol {
    var sample = ReviewProtocol(
      title: "Sample", framework: .pcc,
      domains: [
        Domain(
          id: "population", name: "Population",
          include: [Criterion(id: "P-in", text: "Adults")],
          exclude: [Criterion(id: "P1", text: "Children"), Criterion(id: "P2", text: "Animals")]),
        Domain(
          id: "concept", name: "Concept",
          exclude: [
            Criterion(id: "C1", text: "No support"),
            Criterion(id: "C9", text: "Not in use", isRetired: true),
          ]),
      ],
      limits: [
        Limit(id: "date", text: "Since 1990", test: .abstract, action: .remove),
        Limit(id: "language", text: "English", test: .language(["en"]), action: .remove),
      ],
      sources: [
        Source(id: "medline", name: "Medline", route: .database),
        Source(id: "register", name: "A register", route: .register),
        Source(id: "web", name: "The web", route: .website),
        Source(id: "hand", name: "By hand", route: .handSearch, enters: .titleAbstract),
        Source(id: "before", name: "Version 1", route: .database, isPrevious: true),
        Source(id: "closed", name: "Closed", route: .database, isRetired: true),
      ],
      themes: [
        Theme(
          id: "care", name: "Care",
          themes: [
            Theme(id: "nursing", name: "Nursing"), Theme(id: "housing", name: "Housing"),
            Theme(id: "old", name: "Old", isRetired: true),
          ]),
        Theme(id: "work", name: "Work", themes: [Theme(id: "pay", name: "Pay")], isLabel: true),
      ],
      fields: [
        ChartField(id: "country", name: "Country", kind: .text),
        ChartField(id: "people", name: "People", kind: .number),
        ChartField(id: "year", name: "Year", kind: .year),
        ChartField(id: "funded", name: "Funded", kind: .yesNo),
        ChartField(id: "design", name: "Design", kind: .choice(["trial", "survey"])),
        ChartField(id: "setting", name: "Setting", kind: .choices(["home", "ward"])),
        ChartField(id: "gone", name: "Gone", kind: .text, isRetired: true),
      ])
    change(&sample)
    return sample
  }
}
