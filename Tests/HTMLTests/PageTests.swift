import HTML
import Testing

@Suite("Pages")
struct PageTests {
  @Test("A document says what it is, in what language, and which style it wears")
  func document() {
    let bytes = Page.document(language: "en", title: "A & B", styleSheets: ["/style.css"]) { page in
      page.main { page.h1("Conflicts") }
    }
    let wanted = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width, initial-scale=1">\
      <title>A &amp; B</title><link rel="stylesheet" href="/style.css"></head>\
      <body><main><h1>Conflicts</h1></main></body></html>
      """
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
  }

  @Test("Elements nest as their closures do, and void elements are never closed")
  func nesting() {
    let html = fragment { page in
      page.ul(.classes("reports")) {
        for number in 1...2 {
          page.li {
            page.a("R\(number)", .href("/reports/R\(number)"))
            page.br()
            page.text(-number)
          }
        }
      }
    }
    #expect(
      html == """
        <ul class="reports"><li><a href="/reports/R1">R1</a><br>-1</li>\
        <li><a href="/reports/R2">R2</a><br>-2</li></ul>
        """)
  }

  @Test("A form holds its fields, ticks and choices")
  func forms() {
    let html = fragment { page in
      page.form(.method(.post), .action("/decide")) {
        page.hidden("token", "t")
        page.fieldset(.disabled(false)) {
          page.legend("Verdict")
          page.label { page.input(.type(.radio), .name("verdict"), .value("include"), .checked()) }
        }
        page.select(.name("reason")) { page.option("None", .value(""), .selected(false)) }
        page.textarea("\nwhy", .name("note"), .rows(3))
        page.submit("Decide", .classes("first"))
      }
    }
    #expect(
      html == """
        <form method="post" action="/decide"><input type="hidden" name="token" value="t">\
        <fieldset><legend>Verdict</legend><label><input type="radio" name="verdict" \
        value="include" checked></label></fieldset>\
        <select name="reason"><option value="">None</option></select>\
        <textarea name="note" rows="3">

        why</textarea><button type="submit" class="first">Decide</button></form>
        """)
  }

  @Test("Numbers are written in full", arguments: [0, 7, -1, 1_000, Int.max, Int.min])
  func numbers(number: Int) {
    #expect(fragment { $0.td(number) } == "<td>\(number)</td>")
    #expect(fragment { $0.td(.colspan(number)) } == "<td colspan=\"\(number)\"></td>")
  }

  @Test("A page grows far beyond the room that it began with")
  func growth() {
    let long = String(repeating: "é", count: 100_000)
    #expect(fragment { $0.p(long) } == "<p>\(long)</p>")
  }

  @Test(
    "A link leads to http, https, mailto or a place of the site",
    arguments: [
      "/reviews", "reviews/a:b", "?stage=full-text", "#top", "", "//example.org/x", "a",
      "https://doi.org/10.1000/1", "HTTP://example.org", "mailto:ada@example.org", "./x:y",
    ])
  func safeAddresses(address: String) {
    #expect(fragment { $0.a("x", .href(address)) } == "<a href=\"\(address)\">x</a>")
  }

  @Test(
    "A link that could run something is left out",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
      "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "java\nscript:x", "data:text/html,x",
      "vbscript:x", "blob:x", "file:///etc/passwd", ":", "http\u{0}:x", "javascript\u{A0}:x",
    ])
  func unsafeAddresses(address: String) {
    #expect(fragment { $0.a("x", .href(address)) } == "<a>x</a>")
    #expect(fragment { $0.form(.action(address)) } == "<form></form>")
  }

  private func fragment(_ content: (Page) -> Void) -> String {
    String(decoding: Page.fragment(content), as: UTF8.self)
  }
}
