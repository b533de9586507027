/// The tags of the coding; they never change and are never given again.
enum CodingTag {
  static let end: UInt8 = 0
  static let person: UInt8 = 20
  static let family: UInt8 = 21
  static let named: UInt8 = 22
  static let authors = person...named
  static let firstList: UInt8 = 23
  static let extra: UInt8 = 26

  /// Whether a field stands where we would write it.
  static func isInOrder(_ tag: UInt8, after last: UInt8) -> Bool {
    if tag < person { return tag > last }
    if authors.contains(tag) { return last <= named }
    return tag <= extra && tag >= last
  }
}

extension Reference.TextField {
  var tag: UInt8 {
    switch self {
    case .id: 1
    case .type: 2
    case .title: 3
    case .year: 4
    case .date: 5
    case .journal: 6
    case .volume: 7
    case .issue: 8
    case .pages: 9
    case .doi: 10
    case .pmid: 11
    case .issn: 12
    case .isbn: 13
    case .abstract: 14
    case .language: 15
    case .publisher: 16
    case .place: 17
    case .accession: 18
    case .database: 19
    }
  }

  /// Where it stands among the fields, from 0.
  public var place: Int { Int(tag) - 1 }

  private static let byTag: [Self?] = (0...UInt8.max).map { tag in
    allCases.first { $0.tag == tag }
  }

  init?(tag: UInt8) {
    guard let field = Self.byTag[Int(tag)] else { return nil }
    self = field
  }
}

extension Reference.ListField {
  var tag: UInt8 {
    switch self {
    case .keywords: CodingTag.firstList
    case .urls: 24
    case .notes: 25
    }
  }

  init?(tag: UInt8) {
    guard let field = Self.allCases.first(where: { $0.tag == tag }) else { return nil }
    self = field
  }
}
