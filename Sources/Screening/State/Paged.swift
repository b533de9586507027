/// A long list in pages, so that a change beside a reader's copy copies one page and not the list.
struct Paged<Element: Sendable>: Sendable {
  /// Rows a page: small enough to copy in microseconds, large enough to keep the page table short.
  static var pageSize: Int { 1024 }

  private var pages: [ContiguousArray<Element>] = []
  /// How many elements there are.
  private(set) var count = 0

  /// Reads, or changes in place, one element.
  subscript(index: Int) -> Element {
    get { pages[index >> 10][index & 1023] }
    _modify { yield &pages[index >> 10][index & 1023] }
  }

  /// Adds an element at the end.
  mutating func append(_ element: Element) {
    if count & 1023 == 0 {
      pages.append([])
      pages[pages.count - 1].reserveCapacity(Paged.pageSize)
    }
    pages[pages.count - 1].append(element)
    count += 1
  }

  /// Hands out each page in order: what a checkpoint writes.
  func eachPage(_ body: (ContiguousArray<Element>) throws -> Void) rethrows {
    for page in pages { try body(page) }
  }

  /// Adds a whole page at the end: what a checkpoint reads. Every page before it must be full.
  mutating func append(page: ContiguousArray<Element>) {
    precondition(count & 1023 == 0 && page.count <= Paged.pageSize)
    pages.append(page)
    count += page.count
  }
}
