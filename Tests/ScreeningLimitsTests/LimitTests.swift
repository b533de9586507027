import Bibliography
import Screening
import Testing

@Suite("Judging limits")
struct LimitTests {
  @Test(
    "A date range passes what is surely within it, fails what is surely outside",
    arguments: [
      ("2020-07", Judgement.passes), ("2021", .passes), ("2020", .cannotTell), ("2019", .fails),
      ("2020-06-30", .fails), ("2020-07-01", .passes), ("2023", .cannotTell), ("2023-03", .passes),
      ("2023-04", .fails), ("2023-03-31", .passes), ("n.d.", .cannotTell),
      ("in press", .cannotTell),
      ("2019-2020", .cannotTell), ("Jun-Jul 2020", .cannotTell),
    ])
  func published(year: String, judgement: Judgement) {
    let limit = limit(
      .published(from: .init(year: 2020, month: 7), to: .init(year: 2023, month: 3)))
    #expect(limit.judge(reference { $0.year = year }) == judgement)
  }

  @Test("A range that is open at one end has no bound there")
  func openRange() {
    let from = limit(.published(from: .init(year: 1990), to: nil))
    #expect(from.judge(reference { $0.year = "1990" }) == .passes)
    #expect(from.judge(reference { $0.year = "1989" }) == .fails)
    let to = limit(.published(from: nil, to: .init(year: 1990)))
    #expect(to.judge(reference { $0.year = "1990" }) == .passes)
    #expect(to.judge(reference { $0.year = "1991" }) == .fails)
    #expect(from.judge(Reference()) == .cannotTell)
  }

  @Test("Every year of a wider range passes wherever it passes in a narrower one")
  func monotone() {
    for year in 1985...2005 {
      let record = reference { $0.year = "\(year)" }
      let narrow = limit(.published(from: .init(year: 1990), to: .init(year: 1999))).judge(record)
      let wide = limit(.published(from: .init(year: 1988), to: .init(year: 2001))).judge(record)
      #expect(narrow != .passes || wide == .passes)
      #expect(wide != .fails || narrow == .fails)
    }
  }

  @Test(
    "A language passes when one that is asked for is printed",
    arguments: [
      ("English", Judgement.passes), ("eng", .passes), ("French; English", .passes),
      ("fre", .fails),
      ("German, French", .fails), ("Klingon", .cannotTell), ("French; Klingon", .cannotTell),
      ("", .cannotTell), (nil, .cannotTell),
    ] as [(String?, Judgement)])
  func language(printed: String?, judgement: Judgement) {
    #expect(
      limit(.language(["en", "spa"])).judge(reference { $0.language = printed }) == judgement)
  }

  @Test(
    "Types pass when one is allowed and none refused; an article may yet be something special",
    arguments: [
      ("Review", Judgement.passes), ("Journal Article; Review", .passes),
      ("Review; Letter", .fails),
      ("Letter", .fails), ("THES", .fails), ("JOUR", .cannotTell), ("GEN", .cannotTell),
      (nil, .cannotTell),
    ] as [(String?, Judgement)])
  func type(printed: String?, judgement: Judgement) {
    let limit = limit(.type(allowed: ["review", "systematic-review"], refused: ["letter"]))
    #expect(limit.judge(reference { $0.type = printed }) == judgement)
  }

  @Test("Without allowed types all pass but the refused")
  func refusedOnly() {
    let limit = limit(.type(allowed: [], refused: ["letter", "editorial"]))
    #expect(limit.judge(reference { $0.type = "JOUR" }) == .passes)
    #expect(limit.judge(reference { $0.type = "Editorial" }) == .fails)
  }

  @Test("An allowed type that nobody knows makes nothing fail")
  func unknownType() {
    let limit = limit(.type(allowed: ["samizdat"], refused: []))
    #expect(limit.judge(reference { $0.type = "Letter" }) == .cannotTell)
  }

  @Test(
    "An abstract is there or not; a remark that there is none is none",
    arguments: [
      ("We studied peers.", Judgement.passes), ("<p>Text</p>", .passes), (nil, .fails),
      ("  ", .fails),
      ("[No abstract available]", .fails), ("N/A", .fails), ("...", .fails),
    ] as [(String?, Judgement)])
  func abstract(text: String?, judgement: Judgement) {
    #expect(limit(.abstract).judge(reference { $0.abstract = text }) == judgement)
  }

  @Test("A report passes if any record passes, fails if all fail, and else nobody can tell")
  func overRecords() {
    let all = Judgement.allCases
    for one in all {
      #expect(Judgement(over: [one]) == one)
      for two in all {
        let both = Judgement(over: [one, two])
        #expect(both == Judgement(over: [two, one]))
        #expect((both == .passes) == (one == .passes || two == .passes))
        #expect((both == .fails) == (one == .fails && two == .fails))
      }
    }
    #expect(Judgement(over: []) == .cannotTell)
  }

  @Test("Limits are judged in protocol order, and the first that removes and fails is the one")
  func panel() {
    let panel = LimitPanel([
      limit(.language(["fr"]), id: "retired", action: .remove, isRetired: true),
      limit(.language(["fr"]), id: "flag"),
      limit(.abstract, id: "passes", action: .remove),
      limit(.published(from: .init(year: 2000), to: nil), id: "date", action: .remove),
      limit(.type(allowed: ["review"], refused: []), id: "type", action: .remove),
    ])
    let record = reference {
      $0.language = "eng"
      $0.abstract = "Text"
      $0.year = "1999"
      $0.type = "Letter"
    }
    #expect(panel.findings(on: [record]).map(\.judgement) == [.fails, .passes, .fails, .fails])
    #expect(panel.removal(of: [record]) == LimitID("date"))
    #expect(panel.removal(of: [record, reference { $0.year = "2001" }]) == nil)
    #expect(panel.removal(of: []) == nil)
  }

  private func limit(
    _ test: Limit.Test, id: String = "l", action: Limit.Action = .flag, isRetired: Bool = false
  ) -> Limit {
    Limit(id: LimitID(id), text: "A limit", test: test, action: action, isRetired: isRetired)
  }
}

/// A reference with some fields filled.
func reference(_ fill: (inout Reference) -> Void) -> Reference {
  var reference = Reference()
  fill(&reference)
  return reference
}
