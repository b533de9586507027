import Bibliography
import Screening
import Testing

@Suite("Search strings as hints")
struct SearchStringTests {
  @Test("Alternatives joined by OR make blocks, joined by AND")
  func blocks() throws {
    let search = try SearchString.parse(
      """
      "peer support" or "peer worker*"  OR lived experience
      AND
      ("mental health" or psychiatric) and CAMHS.
      """)
    #expect(
      search.blocks.map { $0.terms.map(\.text) } == [
        ["peer support", "peer worker*", "lived experience"], ["mental health", "psychiatric"],
        ["CAMHS"],
      ])
  }

  @Test(
    "Parentheses and typographic quotes change nothing that they need not",
    arguments: [
      "(a or b) and (c or d)", "((a or b) and (c or d))", "a or b and c or d", "a OR b AND c OR d.",
      "(a or (b)) And ((c) or d)", "“a” or ”b” and \"c\" or „d“",
    ])
  func shapes(text: String) throws {
    #expect(
      try SearchString.parse(text).blocks.map { $0.terms.map(\.text) } == [
        ["a", "b"], ["c", "d"],
      ])
  }

  @Test("Each block says which of its terms stand where in the printed text")
  func matches() throws {
    let search = try SearchString.parse(#""peer work*" or "peer support" and psychiatr* or care"#)
    let record = reference {
      $0.title = "Peer-support: peer workers’ rôle"
      $0.keywords = ["None", "Psychiatry"]
    }
    let match = search.matches(in: record)
    #expect(match.isMatch)
    let found = match.blocks.map { block in
      block.hits.map { hit in
        let text = hit.field == .title ? record.title ?? "" : record.keywords[hit.item]
        return String(decoding: Array(text.utf8)[hit.range], as: UTF8.self)
      }
    }
    #expect(found == [["peer workers", "Peer-support"], ["Psychiatry"]])
    #expect(match.blocks[1].hits.map(\.item) == [1])
  }

  @Test("A block without a hit does not match, and then the whole does not")
  func noMatch() throws {
    let match = try SearchString.parse("peer and psychiatr*").matches(
      in: reference { $0.title = "Peer" })
    #expect(match.blocks.map(\.isMatch) == [true, false])
    #expect(!match.isMatch)
  }

  @Test(
    "NOT matches where its terms are absent",
    arguments: ["peer not rat", "peer AND NOT (rat or mouse)"])
  func negation(text: String) throws {
    let search = try SearchString.parse(text)
    #expect(search.blocks.map(\.isNegated) == [false, true])
    #expect(search.matches(in: reference { $0.title = "A peer" }).isMatch)
    #expect(!search.matches(in: reference { $0.title = "A peer rat" }).isMatch)
  }

  @Test("AND within a block's parentheses holds for that alternative alone")
  func nested() throws {
    let search = try SearchString.parse("(peer and led) or survivor")
    #expect(search.blocks.count == 1)
    #expect(search.matches(in: reference { $0.title = "Survivor" }).isMatch)
    #expect(!search.matches(in: reference { $0.title = "Peer" }).isMatch)
    #expect(search.matches(in: reference { $0.title = "Peer led" }).isMatch)
  }

  @Test(
    "What cannot be re-run is told with its place",
    arguments: [
      ("peer or \"support", SearchFault.Fault.openQuote, 1, 9),
      ("a and\n(b or c", .openParenthesis, 2, 1),
      ("a or b)", .strayParenthesis, 1, 7), ("a or", .missingTerm, 1, 5),
      ("and b", .missingTerm, 1, 1),
      ("", .missingTerm, 1, 1), ("\"a\" \"b\"", .missingOperator, 1, 5),
      ("a (b)", .missingOperator, 1, 3),
      ("(a \"b\")", .missingOperator, 1, 4), ("a or \"--\"", .emptyTerm, 1, 6),
      ("wom*n", .wildcard("wom*n"), 1, 1), ("wom?n", .wildcard("wom?n"), 1, 1),
      ("peer adj3 support", .proximity("adj3"), 1, 6), ("peer N5 work", .proximity("N5"), 1, 6),
      ("peer[tiab]", .fieldTag("peer[tiab]"), 1, 1),
      ("peer.ti,ab.", .fieldTag("peer.ti,ab"), 1, 1),
      ("TI=(peer)", .fieldTag("TI="), 1, 1), ("exp Psychiatry/", .fieldTag("Psychiatry/"), 1, 5),
    ])
  func faults(text: String, fault: SearchFault.Fault, line: Int, column: Int) {
    let error = #expect(throws: SearchFault.self) { try SearchString.parse(text) }
    #expect(error?.fault == fault)
    #expect(error?.place.line == line)
    #expect(error?.place.column == column)
  }

  @Test("N95 masks are a term, not a distance")
  func masks() throws {
    #expect(try SearchString.parse("N95 mask*").blocks.first?.terms.map(\.text) == ["N95 mask*"])
  }

  @Test("Deep nesting is refused without a crash", arguments: ["(", "not "])
  func depth(opening: String) {
    let error = #expect(throws: SearchFault.self) {
      try SearchString.parse(String(repeating: opening, count: 10_000) + "a")
    }
    #expect(error?.fault == .tooDeep)
  }

  @Test("A string cut off anywhere is read or refused, never a crash")
  func truncation() {
    let text = #"("peer support" or peer*) AND NOT ("mental health" or psychiatric)."#
    for end in text.indices { _ = try? SearchString.parse(String(text[..<end])) }
  }
}
