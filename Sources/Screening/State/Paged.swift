/// A long list in pages on shelves, so that a change beside a reader's copy copies one page, its
/// shelf's list of pages and the list of shelves: a few kilobytes of a million rows.
struct Paged<Element: Sendable>: Sendable {
  // Sixty-four pages of 128 elements a shelf: a million rows stand on 123. With one list of pages,
  // it alone would have thousands, and each is counted once more for a copy.
  private static var placesInPage: Int { 7 }
  private static var pagesOnShelf: Int { 6 }

  private var shelves: [ContiguousArray<ContiguousArray<Element>>] = []
  /// How many elements there are.
  private(set) var count = 0

  /// Reads, or changes in place, one element.
  subscript(index: Int) -> Element {
    get { shelves[Paged.shelf(of: index)][Paged.page(of: index)][Paged.place(of: index)] }
    _modify {
      yield &shelves[Paged.shelf(of: index)][Paged.page(of: index)][Paged.place(of: index)]
    }
  }

  /// Adds an element at the end.
  mutating func append(_ element: Element) {
    let (shelf, page) = (Paged.shelf(of: count), Paged.page(of: count))
    if shelf == shelves.count { shelves.append([]) }
    if page == shelves[shelf].count {
      shelves[shelf].append([])
      shelves[shelf][page].reserveCapacity(1 << Paged.placesInPage)
    }
    shelves[shelf][page].append(element)
    count += 1
  }

  private static func shelf(of index: Int) -> Int { index >> (placesInPage + pagesOnShelf) }
  private static func page(of index: Int) -> Int {
    index >> placesInPage & (1 << pagesOnShelf - 1)
  }
  private static func place(of index: Int) -> Int { index & (1 << placesInPage - 1) }
}
