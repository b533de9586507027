import Testing

@testable import Commands

@Suite("A table lines up its columns and cuts nothing off")
struct TextTableTests {
  @Test("Columns are as wide as their widest cell, and lines end without blanks")
  func columns() {
    var table = TextTable([.left, .right, .left], head: ["Person", "Done", "Left"])
    table.add("ada", "7", "")
    table.add("grace", "1200", "3")
    #expect(
      table.text == """
        Person  Done  Left
        ada        7
        grace   1200  3
        """)
  }

  @Test("A short row leaves its last cells empty")
  func shortRow() {
    var table = TextTable([.left, .left], indent: 2)
    table.add("a")
    table.add("bb", "c")
    #expect(table.text == "  a\n  bb  c")
  }

  @Test("Letters count by what a terminal shows: joined marks not at all, wide letters twice")
  func width() {
    var table = TextTable([.left, .left])
    table.add("e\u{301}", "|")
    table.add("日本", "|")
    table.add("abcd", "|")
    #expect(table.text == "e\u{301}     |\n日本  |\nabcd  |")
  }

  @Test("No rows are no lines")
  func empty() { #expect(TextTable([.left]).text.isEmpty) }
}
