import ProtocolFile
import Screening
import Testing

@Suite("What is written is what is meant")
struct MeaningTests {
  @Test(
    "A text stays the text it is, whatever other readers of YAML would make of it",
    arguments: [
      "no", "yes", "null", "~", "1990", "1e3", "0x1F", "2023-08-14", "1_000", ".inf", "on",
    ])
  func scalars(text: String) throws {
    let found = try read(Marked.base(with: "questions: [\(text)]").text)
    #expect(found.questions == [text])
  }

  @Test("Quotes and plain text mean the same")
  func quotes() throws {
    let plain = try read(Marked.base(with: "stages: {full-text: {reviewers: 3}}").text)
    let quoted = try read(Marked.base(with: "'stages': {\"full-text\": {reviewers: '3'}}").text)
    #expect(plain == quoted)
  }

  @Test("What is left out has the defaults of a review that says nothing")
  func defaults() throws {
    let found = try read(Marked.base(with: "").text)
    let criterion = Criterion(id: CriterionID("x"), text: "t")
    #expect(
      found
        == ReviewProtocol(
          title: "T", framework: .own,
          domains: [Domain(id: "d", name: "D", exclude: [criterion])]))
  }

  @Test("An empty rule has the defaults of its keys")
  func emptyRules() throws {
    let rules = """
      stages: {title-abstract: {}, full-text: {}}
      team: {}
      ranking: {}
      themes: [{id: t, name: t}]
      labels: {}
      """
    var found = try read(Marked.base(with: rules).text)
    found.themes = []
    #expect(try found == read(Marked.base(with: "").text))
    let pilot = try read(Marked.base(with: "stages: {title-abstract: {pilot: {}}}").text)
    #expect(pilot.titleAbstract.pilot == StageRule.Pilot(sample: 25, gate: 75))
  }

  @Test("Every limit means what it says")
  func limits() throws {
    let found = try read(Repository.text("protocols/exercise-for-depression.yaml"))
    #expect(
      found.limits.map(\.test) == [
        .published(from: PartialDate(year: 2000), to: PartialDate(year: 2024, month: 6)),
        .language(["en", "de", "no"]),
        .type(allowed: ["journal-article"], refused: ["retraction"]),
        .abstract,
        .field(
          FieldRule(
            fields: [.title, .keywords],
            patterns: ["rat", "rats", "mice", "mouse", "animal model*"].map { .term($0) }
              + [.expression(#"\bmur(ine|idae)\b"#)],
            hitPasses: false)),
      ])
    #expect(found.limits.map(\.action) == [.remove, .flag, .flag, .flag, .flag])
  }

  @Test("A source enters where its route does, unless it says otherwise")
  func sources() throws {
    let found = try read(Repository.text("protocols/exercise-for-depression.yaml"))
    #expect(found.sources.map(\.enters) == Array(repeating: .titleAbstract, count: 4))
    #expect(found.sources.map(\.arm) == [.databases, .databases, .other, .previous])
    let peer = try read(Repository.text("protocols/peer-support.yaml"))
    #expect(
      peer.sources.filter { $0.enters == .fullText }.map(\.id.text) == ["hand-search", "websites"])
  }

  @Test("Both stages say how they are screened")
  func stages() throws {
    let found = try read(Repository.text("protocols/exercise-for-depression.yaml"))
    #expect(
      found.titleAbstract
        == StageRule(
          reviewers: 3, unsure: .conflict, reasons: .optional, mismatch: .first,
          conflicts: .consensus, pilot: StageRule.Pilot(sample: 60, gate: 80)))
    #expect(found.fullText == StageRule(reviewers: 2, reasons: .required, mismatch: .conflict))
    #expect(found.team == TeamRule(resolution: .blindNames, leaseMinutes: 45))
    #expect(found.ranking == RankingRule(isOn: true, seed: 20_240_702, controlShare: 5))
  }

  @Test("Themes that stand in each other and themes that name their parent are one tree")
  func themes() throws {
    let nested = """
      themes:
        - id: a
          name: A
          themes: [{id: b, name: B, themes: [{id: c, name: C}]}, {id: d, name: D}]
      """
    let flat = """
      themes:
        - {id: c, name: C, parent: b}
        - {id: b, name: B, parent: a}
        - {id: d, name: D, parent: a}
        - {id: a, name: A}
      """
    #expect(
      try read(Marked.base(with: nested).text) == read(Marked.base(with: flat).text))
  }

  @Test("A leaf is a label, a branch is one only where it says so")
  func labels() throws {
    let found = try read(Repository.text("protocols/exercise-for-depression.yaml"))
    #expect(found.allThemes.map(\.isLabel) == [true, true, true, true, true])
    #expect(found.themes.first?.themes.map(\.id.text) == ["walking", "running"])
  }

  @Test("A range passes if some day is in it, however precise its ends are")
  func ranges() {
    let dates = [
      "2019", "2020", "2020-01", "2020-06", "2020-12", "2020-06-01", "2020-06-30", "2021",
    ]
    .compactMap { PartialDate(text: $0) }
    #expect(dates.count == 8)
    for from in dates {
      for to in dates {
        let more = "limits: [{id: l, text: t, published: {from: \(from), to: \(to)}}]"
        #expect(faults(of: Marked.base(with: more).text).isEmpty == !(to.latest < from))
      }
    }
  }

  @Test("A date is read back as it prints, and only days of the calendar are dates")
  func dates() {
    for year in [1600, 1900, 1999, 2000, 2023, 2024] {
      for month in 0...13 {
        for day in 0...32 {
          let text = PartialDate(year: year, month: month, day: day).description
          let isDay =
            (1...12).contains(month) && day >= 1 && day <= PartialDate.days(in: month, of: year)
          #expect(PartialDate(text: text)?.description == (isDay ? text : nil))
        }
      }
    }
    for text in ["199", "19900", "1990-1", "1990-07-1", "1990/07", "1990-", "+199", "0000", ""] {
      #expect(PartialDate(text: text) == nil)
    }
    #expect(PartialDate(year: 2024, month: 2).latest == PartialDate(year: 2024, month: 2, day: 29))
    #expect(PartialDate(year: 1990).latest == PartialDate(year: 1990, month: 12, day: 31))
  }
}
