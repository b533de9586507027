import Bibliography

/// Gathers the records of EndNote's XML, which Zotero, Mendeley and Bookends write too.
///
/// Texts stand in `style` elements, in any number, within the element that says what they are.
final class EndNoteGatherer: DraftGatherer {
  static let format = Format(name: "endnote-xml", title: "EndNote XML", endings: ["xml"])
  let root = "<xml><records>"

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    guard beginning.holds("<record>") || beginning.holds("<record ") else { return .no }
    return beginning.holds("<ref-type") || beginning.holds("<contributors>")
      || beginning.holds("<titles>") ? .sure : .no
  }

  let recordNames: [StaticString] = ["record"]
  var onBegin: () -> Void = {}
  var onEnd: () -> Void = {}

  private var names = XMLNames<String>()
  /// The elements that are open within the record, without the one whose text is gathered.
  private var path: [String] = []
  var draft = ReferenceDraft()
  private var isInRecord = false
  private var leaf: String?
  private var leafDepth = 0
  private var text: [UInt8] = []
  private var typeName: String?

  init() {}

  func forget() {
    (names, path, isInRecord, leaf, leafDepth) = (XMLNames(), [], false, nil, 0)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if leaf != nil { return leafDepth += 1 }
    let name = names.text(of: name)
    if name == "record" {
      (draft, path, isInRecord) = (ReferenceDraft(), [], true)
      onBegin()
    } else if isInRecord {
      if Self.groups.contains(name) {
        path.append(name)
      } else {
        (leaf, leafDepth) = (name, 0)
        text.removeAll(keepingCapacity: true)
        if name == "ref-type" { typeName = attributes.text(of: "name") }
      }
    }
  }

  func text(_ part: UnsafeBufferPointer<UInt8>) {
    if leaf != nil { text.append(contentsOf: part) }
  }

  func end(_ name: XMLName) {
    if leafDepth > 0 {
      leafDepth -= 1
    } else if let leaf {
      self.leaf = nil
      take(leaf)
    } else if path.isEmpty, isInRecord, names.text(of: name) == "record" {
      isInRecord = false
      onEnd()
    } else {
      _ = path.popLast()
    }
  }

  private func take(_ leaf: String) {
    if leaf == "ref-type" {
      let name = typeName ?? String(decoding: text, as: UTF8.self).onOneLine
      return draft.take(name, as: .joined(.type), under: leaf)
    }
    let group = path.last ?? ""
    let meaning = Self.meanings["\(group)/\(leaf)"] ?? Self.meanings[leaf] ?? .other
    let isProse = meaning == .paragraphs(.abstract) || meaning == .items(.notes)
    let tag = Self.isNamedByGroup(leaf) && !group.isEmpty ? group : leaf
    draft.take(isProse ? text.paragraphs : text.line, as: meaning, under: tag)
  }

  /// Elements that only hold others.
  private static let groups: Set<String> = [
    "alt-periodical", "authors", "contributors", "copyright-dates", "dates", "foreign-keys",
    "image-urls", "keywords", "pdf-urls", "periodical", "pub-dates", "related-urls",
    "secondary-authors", "subsidiary-authors", "tertiary-authors", "text-urls", "titles",
    "translated-authors", "urls", "web-urls",
  ]

  /// Elements that have no field of ours and may stand in any record.
  static let freeElements: Set<String> = [
    "auth-address", "call-num", "caption", "custom1", "custom2", "custom3", "custom4", "custom5",
    "custom6", "custom7", "edition", "num-vols", "orig-pub", "reprint-edition", "reviewed-item",
    "section", "short-title", "tertiary-title",
  ]

  /// Whether the element says nothing by itself: an author of which kind, a title of which journal.
  private static func isNamedByGroup(_ leaf: String) -> Bool {
    ["author", "full-title", "abbr-1", "abbr-2", "abbr-3", "url", "key", "date"].contains(leaf)
  }

  /// Elements, some of them in their group.
  private static let meanings: [String: FieldMeaning] = [
    "authors/author": .authors(.familyFirst, .none), "titles/title": .ranked(.title, 0),
    "periodical/full-title": .ranked(.journal, 0), "secondary-title": .ranked(.journal, 1),
    "alt-title": .ranked(.journal, 3), "alt-periodical/full-title": .ranked(.journal, 3),
    "periodical/abbr-1": .ranked(.journal, 4), "pages": .text(.pages),
    "volume": .text(.volume), "number": .ranked(.issue, 0), "issue": .ranked(.issue, 1),
    "keyword": .items(.keywords), "dates/year": .year, "pub-dates/date": .date,
    "pub-location": .text(.place), "publisher": .text(.publisher), "isbn": .serialNumber,
    "accession-num": .text(.accession), "electronic-resource-num": .doi,
    "abstract": .paragraphs(.abstract), "notes": .items(.notes),
    "research-notes": .items(.notes), "language": .joined(.language),
    "work-type": .joined(.type), "label": .text(.id), "related-urls/url": .items(.urls),
    "web-urls/url": .items(.urls), "urls/url": .items(.urls), "text-urls/url": .items(.urls),
    "remote-database-name": .ranked(.database, 0), "rec-number": .nothing,
    "source-app": .nothing, "foreign-keys/key": .nothing,
  ]
}

extension [UInt8] {
  /// As text on one line.
  fileprivate var line: String { String(decoding: self, as: UTF8.self).onOneLine }

  /// As text with the line ends that EndNote writes: returns. Line feeds are of the file's layout.
  fileprivate var paragraphs: String {
    String(decoding: self, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\r"))
      .map { String(Substring($0)).onOneLine }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
