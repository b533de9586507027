import Bibliography
import Screening
import Testing

@Suite("Rules on fields")
struct FieldRuleTests {
  @Test(
    "A term is found as whole words, whatever case, marks and hyphens",
    arguments: [
      ("peer support", "On Peer-Support workers", true), ("peer-support", "Peer support", true),
      ("peer", "Peers", false), ("peer*", "Peers", true), ("peer*", "Compeer", false),
      ("peer work*", "peer workers' role", true), ("peer work*", "peer-led work", false),
      ("work* peer", "working peer", true), ("work* peer", "working with a peer", false),
      ("café", "CAFE", true), ("Straße", "strasse", true), ("H2O", "H<sub>2</sub>O", true),
      ("expert by experience", "an expert by\n experience.", true), ("worker's", "worker’s", true),
      ("a b", "a", false), ("support", "peer support", true),
      ("support worker", "peer support", false),
    ])
  func terms(term: String, text: String, isHit: Bool) throws {
    let term = try #require(Term(term))
    #expect(term.isIn(FoldedText(text)) == isHit)
    #expect(term.hits(in: FoldedText(text)).isEmpty == !isHit)
  }

  @Test("What is no term is none", arguments: ["", " ", "*", "wom*n", "...", "a **", "peer *"])
  func noTerm(text: String) {
    #expect(Term(text) == nil)
  }

  @Test("Every hit of a term is found, from left to right and none twice")
  func hits() throws {
    let folded = FoldedText("peer peer peered peers")
    #expect(try #require(Term("peer")).hits(in: folded) == [0..<4, 5..<9])
    #expect(try #require(Term("peer*")).hits(in: folded) == [0..<4, 5..<9, 10..<16, 17..<22])
    #expect(try #require(Term("peer peer*")).hits(in: folded) == [0..<9, 10..<22].dropLast())
  }

  @Test("A hit decides; without one a missing field leaves it open")
  func judging() {
    let must = rule([.title, .abstract], [.term("peer*")], hitPasses: true)
    let mustNot = rule([.title, .abstract], [.term("peer*")], hitPasses: false)
    let inTitle = reference { $0.title = "Peers" }
    let without = reference {
      $0.title = "Others"
      $0.abstract = "Text"
    }
    let open = reference { $0.title = "Others" }
    #expect(
      [inTitle, without, open, Reference()].map(must.judge) == [
        .passes, .fails, .cannotTell, .cannotTell,
      ])
    #expect(
      [inTitle, without, open, Reference()].map(mustNot.judge) == [
        .fails, .passes, .cannotTell, .cannotTell,
      ])
  }

  @Test("A phrase does not reach from one text of a field into the next")
  func borders() {
    let rule = rule([.keywords], [.term("peer support")], hitPasses: true)
    #expect(rule.judge(reference { $0.keywords = ["peer", "support"] }) == .fails)
    #expect(rule.judge(reference { $0.keywords = ["care", "peer support"] }) == .passes)
  }

  @Test("Every field that a rule may name is looked at", arguments: FieldRule.Field.allCases)
  func fields(field: FieldRule.Field) {
    let record = reference {
      switch field {
      case .title: $0.title = "word"
      case .abstract: $0.abstract = "word"
      case .keywords: $0.keywords = ["word"]
      case .journal: $0.journal = "word"
      case .authors: $0.authors = [.person(family: "word", given: "A")]
      case .publisher: $0.publisher = "word"
      case .type: $0.type = "word"
      case .language: $0.language = "word"
      case .notes: $0.notes = ["word"]
      }
    }
    #expect(rule([field], [.term("word")], hitPasses: true).judge(record) == .passes)
  }

  @Test(
    "An expression sees the printed text, whatever case",
    arguments: [
      ("^peer", "Peer support", true), ("peer$", "Peer support", false),
      ("p(ee|a)r", "A PAR", true),
      ("[0-9]{4}", "in 2019", true), ("[[:<:]]x", "x", false), ("b", "a\0b", true),
      ("^.$", "é", false),
    ])
  func expressions(expression: String, text: String, isHit: Bool) {
    let rule = rule([.title], [.expression(expression)], hitPasses: true)
    let judgement = rule.judge(reference { $0.title = text })
    #expect((judgement == .passes) == isHit)
  }

  @Test("A pattern that cannot be read leaves everything open but for hits of the others")
  func unreadable() {
    let rule = rule([.title], [.expression("(("), .term("*"), .term("peer")], hitPasses: false)
    #expect(rule.judge(reference { $0.title = "peer" }) == .fails)
    #expect(rule.judge(reference { $0.title = "other" }) == .cannotTell)
  }

  private func rule(
    _ fields: [FieldRule.Field], _ patterns: [FieldRule.Pattern], hitPasses: Bool
  ) -> LimitJudge {
    let rule = FieldRule(fields: fields, patterns: patterns, hitPasses: hitPasses)
    return LimitJudge(Limit(id: LimitID("l"), text: "A limit", test: .field(rule)))
  }
}
