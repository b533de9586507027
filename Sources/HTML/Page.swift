/// A page that is being written, straight into its bytes.
///
/// Elements are functions, what they hold is a closure, and text is escaped on its way: there is no
/// way to write markup that this target does not know.
///
///     page.ul(.classes("reports")) {
///       for report in reports {
///         page.li { page.a(report.title, .href(report.address)) }
///       }
///     }
///
/// One thread writes a page; its bytes are taken when the outermost closure has ended.
public final class Page {
  // Behind a pointer, where no access is checked at run time for overlap: the checks would cost a
  // third of the time that a page takes, and nothing here calls out while it writes.
  private let buffer = UnsafeMutablePointer<Buffer>.allocate(capacity: 1)

  private init(capacity: Int) { buffer.initialize(to: Buffer(capacity: capacity)) }

  deinit {
    buffer.deinitialize(count: 1)
    buffer.deallocate()
  }

  /// Writes a whole document: head, and the body that the closure writes.
  public static func document(
    language: String, title: String, styleSheets: [String] = [], body: (Page) -> Void
  ) -> [UInt8] {
    let page = Page(capacity: 16 << 10)
    page.buffer.pointee.append(markup: "<!DOCTYPE html>\n")
    page.html(.lang(language)) {
      page.head {
        page.meta(.charset("utf-8"))
        page.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        page.title(title)
        for sheet in styleSheets { page.link(.rel("stylesheet"), .href(sheet)) }
      }
      page.body { body(page) }
    }
    return page.buffer.pointee.bytes
  }

  /// Writes a part of a document.
  public static func fragment(_ content: (Page) -> Void) -> [UInt8] {
    let page = Page(capacity: 1 << 10)
    content(page)
    return page.buffer.pointee.bytes
  }

  /// Writes text.
  public func text(_ text: String) { buffer.pointee.append(text: text) }

  /// Writes a number.
  public func text(_ number: Int) { buffer.pointee.append(number: number) }

  func open(_ name: StaticString, _ attributes: [Attribute]) {
    buffer.pointee.append(UInt8(ascii: "<"))
    buffer.pointee.append(markup: name)
    for attribute in attributes { attribute.write(to: &buffer.pointee) }
    buffer.pointee.append(UInt8(ascii: ">"))
  }

  func close(_ name: StaticString) {
    buffer.pointee.append(markup: "</")
    buffer.pointee.append(markup: name)
    buffer.pointee.append(UInt8(ascii: ">"))
  }

  func newLine() { buffer.pointee.append(UInt8(ascii: "\n")) }
}
