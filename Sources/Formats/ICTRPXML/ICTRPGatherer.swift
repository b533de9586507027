import Bibliography

/// Gathers the trials of the XML of the World Health Organization's register platform: an element
/// `Trial` for each, whose elements are named as the columns of the platform's table are.
final class ICTRPGatherer: DraftGatherer {
  static let format = Format(name: "ictrp-xml", title: "ICTRP XML", endings: ["xml"])
  let root = "<Trials_downloaded_from_ICTRP>"

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    beginning.holds("<Trial>") && beginning.holds("<TrialID>") ? .sure : .no
  }

  let recordNames: [StaticString] = ["Trial"]
  var onBegin: () -> Void = {}
  var onEnd: () -> Void = {}
  var draft = ReferenceDraft()

  private var names = XMLNames<String>()
  private var entry: TableEntry?
  private var field: String?
  /// How deep within the field.
  private var depth = 0
  private var text: [UInt8] = []

  init() {}

  func forget() { (names, entry, field, depth) = (XMLNames(), nil, nil, 0) }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if field != nil {
      depth += 1
    } else if entry != nil {
      (field, depth) = (names.text(of: name), 0)
      text.removeAll(keepingCapacity: true)
    } else if names.text(of: name) == "Trial" {
      entry = TableEntry(draft: ReferenceDraft(), hasFullNames: false)
      onBegin()
    }
  }

  func text(_ part: UnsafeBufferPointer<UInt8>) {
    if field != nil { text.append(contentsOf: part) }
  }

  func end(_ name: XMLName) {
    if depth > 0 {
      depth -= 1
    } else if let field {
      let value = String(decoding: text, as: UTF8.self).onOneLine
      let column = TableColumn(named: field, isOurs: false, isTags: false)
      if !value.isEmpty { entry?.take(value, as: column, under: field) }
      self.field = nil
    } else if let done = entry {
      entry = nil
      draft = done.finish()
      onEnd()
    }
  }

}
