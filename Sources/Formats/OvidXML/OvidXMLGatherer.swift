import Bibliography

/// Gathers the records of Ovid's XML: fields `F` with the name of Ovid's tagged form in the attribute
/// `C` and the long one in `L`, and their values in `D`.
final class OvidXMLGatherer: DraftGatherer {
  static let format = Format(name: "ovid-xml", title: "Ovid XML", endings: ["xml"])
  let root = "<records>"

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    let hasFields = beginning.holds("<F C=") || beginning.holds("<F L=")
    return hasFields && beginning.holds("<record") ? .sure : .no
  }

  let recordNames: [StaticString] = ["record"]
  var onBegin: () -> Void = {}
  var onEnd: () -> Void = {}

  private var names = XMLNames<String>()
  var draft = ReferenceDraft()
  private var entry = TaggedEntry()
  private var isInRecord = false
  private var field: String?
  /// How deep within the field.
  private var depth = 0
  private var values: [String] = []
  private var text: [UInt8] = []

  init() {}

  func forget() { (names, isInRecord, field, depth) = (XMLNames(), false, nil, 0) }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if field != nil {
      depth += 1
      if names.text(of: name) == "D" { endValue() }
    } else if names.text(of: name) == "record" {
      isInRecord = true
      entry.begin(at: LineCutter.Place())
      onBegin()
    } else if isInRecord, let tag = attributes.text(of: "C") ?? attributes.text(of: "L") {
      (field, depth, values) = (tag, 0, [])
      text.removeAll(keepingCapacity: true)
    }
  }

  func text(_ part: UnsafeBufferPointer<UInt8>) {
    if field != nil { text.append(contentsOf: part) }
  }

  func end(_ name: XMLName) {
    if depth > 0 {
      depth -= 1
      if names.text(of: name) == "D" { endValue() }
    } else if let field {
      endValue()
      entry.add(field, values.joined(separator: "\n").utf8.span, line: 0)
      self.field = nil
    } else if isInRecord, names.text(of: name) == "record" {
      isInRecord = false
      draft = ReferenceDraft()
      var maker = TextMaker()
      OvidDialect.take(entry, into: &draft, &maker)
      onEnd()
    }
  }

  private func endValue() {
    let value = String(decoding: text, as: UTF8.self).onOneLine
    if !value.isEmpty { values.append(value) }
    text.removeAll(keepingCapacity: true)
  }

}
