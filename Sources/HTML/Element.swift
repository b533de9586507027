/// An element of a page, written by calling it.
///
///     page.p("Nothing waits for you.")
///     page.td(412, .classes("number"))
///     page.section(.id("criteria")) { page.h2("Criteria") }
public struct Element {
  private let name: StaticString
  private let page: Page

  init(_ name: StaticString, of page: Page) {
    self.name = name
    self.page = page
  }

  /// Writes the element around what the closure writes.
  public func callAsFunction(_ attributes: Attribute..., content: () -> Void) {
    page.open(name, attributes)
    content()
    page.close(name)
  }

  /// Writes the element around a text.
  public func callAsFunction(_ text: String, _ attributes: Attribute...) {
    page.open(name, attributes)
    page.text(text)
    page.close(name)
  }

  /// Writes the element around a number.
  public func callAsFunction(_ number: Int, _ attributes: Attribute...) {
    page.open(name, attributes)
    page.text(number)
    page.close(name)
  }

  /// Writes the element with nothing in it.
  public func callAsFunction(_ attributes: Attribute...) {
    page.open(name, attributes)
    page.close(name)
  }
}

/// An element that never holds anything, written by calling it: `page.br()`.
public struct VoidElement {
  private let name: StaticString
  private let page: Page

  init(_ name: StaticString, of page: Page) {
    self.name = name
    self.page = page
  }

  /// Writes the element.
  public func callAsFunction(_ attributes: Attribute...) { page.open(name, attributes) }
}

/// An element whose line ends and blanks count, written by calling it with its text.
public struct VerbatimElement {
  private let name: StaticString
  private let page: Page

  init(_ name: StaticString, of page: Page) {
    self.name = name
    self.page = page
  }

  /// Writes the element around a text.
  public func callAsFunction(_ text: String, _ attributes: Attribute...) {
    page.open(name, attributes)
    // A parser drops one line feed here; without ours it would be the text's own.
    page.newLine()
    page.text(text)
    page.close(name)
  }
}
