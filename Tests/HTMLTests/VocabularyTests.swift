import HTML
import Testing

/// Each element and attribute is written by the name that it is called by.
@Suite("Vocabulary")
struct VocabularyTests {
  @Test("An element is opened and closed by its own name")
  func elements() {
    let all: [(String, KeyPath<Page, Element>)] = [
      ("form", \.form), ("fieldset", \.fieldset), ("legend", \.legend), ("label", \.label),
      ("select", \.select), ("optgroup", \.optgroup), ("option", \.option),
      ("datalist", \.datalist), ("button", \.button), ("output", \.output), ("html", \.html),
      ("head", \.head), ("title", \.title), ("body", \.body), ("header", \.header),
      ("nav", \.nav), ("main", \.main), ("footer", \.footer), ("section", \.section),
      ("article", \.article), ("aside", \.aside), ("div", \.div), ("h1", \.h1), ("h2", \.h2),
      ("h3", \.h3), ("h4", \.h4), ("p", \.p), ("blockquote", \.blockquote), ("ul", \.ul),
      ("ol", \.ol), ("li", \.li), ("dl", \.dl), ("dt", \.dt), ("dd", \.dd), ("figure", \.figure),
      ("figcaption", \.figcaption), ("details", \.details), ("summary", \.summary),
      ("table", \.table), ("caption", \.caption), ("colgroup", \.colgroup), ("thead", \.thead),
      ("tbody", \.tbody), ("tfoot", \.tfoot), ("tr", \.tr), ("th", \.th), ("td", \.td),
      ("a", \.a), ("span", \.span), ("em", \.em), ("strong", \.strong), ("b", \.b), ("i", \.i),
      ("small", \.small), ("mark", \.mark), ("ins", \.ins), ("del", \.del), ("sub", \.sub),
      ("sup", \.sup), ("q", \.q), ("cite", \.cite), ("abbr", \.abbr), ("code", \.code),
      ("kbd", \.kbd), ("time", \.time), ("progress", \.progress), ("meter", \.meter),
    ]
    for (name, element) in all {
      #expect(fragment { $0[keyPath: element]() } == "<\(name)></\(name)>")
    }
  }

  @Test("A void element is opened and never closed")
  func voidElements() {
    let all: [(String, KeyPath<Page, VoidElement>)] = [
      ("input", \.input), ("meta", \.meta), ("link", \.link), ("hr", \.hr), ("col", \.col),
      ("br", \.br), ("wbr", \.wbr), ("img", \.img),
    ]
    for (name, element) in all {
      #expect(fragment { $0[keyPath: element]() } == "<\(name)>")
    }
  }

  @Test("Where line ends count, the one that a parser drops is ours")
  func verbatim() {
    #expect(fragment { $0.pre("\na\n") } == "<pre>\n\na\n</pre>")
    #expect(fragment { $0.textarea("a") } == "<textarea>\na</textarea>")
  }

  @Test("A text, an address or a number stands behind its name, in quotation marks")
  func attributes() {
    let all: [(Attribute, String)] = [
      (.classes("x"), "class=\"x\""), (.id("x"), "id=\"x\""), (.lang("x"), "lang=\"x\""),
      (.title("x"), "title=\"x\""), (.role("x"), "role=\"x\""), (.name("x"), "name=\"x\""),
      (.value("x"), "value=\"x\""), (.placeholder("x"), "placeholder=\"x\""),
      (.autocomplete("x"), "autocomplete=\"x\""), (.pattern("x"), "pattern=\"x\""),
      (.list("x"), "list=\"x\""), (.form("x"), "form=\"x\""), (.for("x"), "for=\"x\""),
      (.label("x"), "label=\"x\""), (.datetime("x"), "datetime=\"x\""), (.rel("x"), "rel=\"x\""),
      (.charset("x"), "charset=\"x\""), (.content("x"), "content=\"x\""),
      (.alt("x"), "alt=\"x\""), (.media("x"), "media=\"x\""), (.download("x"), "download=\"x\""),
      (.headers("x"), "headers=\"x\""), (.min("x"), "min=\"x\""), (.max("x"), "max=\"x\""),
      (.step("x"), "step=\"x\""), (.href("x"), "href=\"x\""), (.src("x"), "src=\"x\""),
      (.action("x"), "action=\"x\""), (.formaction("x"), "formaction=\"x\""),
      (.cite("x"), "cite=\"x\""), (.colspan(3), "colspan=\"3\""), (.rowspan(3), "rowspan=\"3\""),
      (.span(3), "span=\"3\""), (.rows(3), "rows=\"3\""), (.cols(3), "cols=\"3\""),
      (.size(3), "size=\"3\""), (.minlength(3), "minlength=\"3\""),
      (.maxlength(3), "maxlength=\"3\""), (.width(3), "width=\"3\""),
      (.height(3), "height=\"3\""), (.tabindex(3), "tabindex=\"3\""), (.start(3), "start=\"3\""),
    ]
    for (attribute, written) in all { #expect(fragment { $0.br(attribute) } == "<br \(written)>") }
  }

  @Test("What is there or not stands alone, or not at all")
  func flags() {
    let all: [(Attribute, Attribute, String)] = [
      (.checked(), .checked(false), "checked"), (.selected(), .selected(false), "selected"),
      (.disabled(), .disabled(false), "disabled"), (.readonly(), .readonly(false), "readonly"),
      (.required(), .required(false), "required"), (.multiple(), .multiple(false), "multiple"),
      (.autofocus(), .autofocus(false), "autofocus"), (.open(), .open(false), "open"),
      (.hidden(), .hidden(false), "hidden"), (.reversed(), .reversed(false), "reversed"),
      (.novalidate(), .novalidate(false), "novalidate"),
      (.formnovalidate(), .formnovalidate(false), "formnovalidate"),
    ]
    for (present, absent, name) in all {
      #expect(fragment { $0.br(present, absent) } == "<br \(name)>")
    }
  }

  @Test("Words of a fixed choice are written as the standard has them")
  func words() {
    let all: [(Attribute, String)] = [
      (.method(.get), "method=\"get\""), (.method(.post), "method=\"post\""),
      (.type(InputType.checkbox), "type=\"checkbox\""), (.type(.reset), "type=\"reset\""),
      (.scope(.col), "scope=\"col\""), (.role("alert"), "role=\"alert\""),
      (.ariaLabel("x"), "aria-label=\"x\""), (.ariaLabelledBy("x"), "aria-labelledby=\"x\""),
      (.ariaDescribedBy("x"), "aria-describedby=\"x\""),
      (.ariaCurrent("page"), "aria-current=\"page\""), (.ariaInvalid(), "aria-invalid=\"true\""),
      (.ariaHidden(false), "aria-hidden=\"false\""),
      (.ariaLive("polite"), "aria-live=\"polite\""),
    ]
    for (attribute, written) in all { #expect(fragment { $0.br(attribute) } == "<br \(written)>") }
  }

  private func fragment(_ content: (Page) -> Void) -> String {
    String(decoding: Page.fragment(content), as: UTF8.self)
  }
}
