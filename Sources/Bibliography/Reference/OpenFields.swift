/// The fields of a reference that someone fills in, each a value of its own.
///
/// An object, so that a reference is no larger for it; `Reference.open` sees to it that no two
/// references that may change share one.
final class OpenFields: @unchecked Sendable {
  private var texts = InlineArray<19, String?>(repeating: nil)
  private var lists = InlineArray<3, [String]>(repeating: [])
  var authors: [Reference.Author] = []
  var extra: [Reference.Extra] = []

  init() {}

  /// What a coding says; it must be whole.
  init(_ coding: Span<UInt8>) {
    coding.forEachValue(of: 1...UInt8.max) { tag, range in
      _ = take(tag, coding.extracting(range))
    }
  }

  var isEmpty: Bool {
    texts.indices.allSatisfy { texts[$0] == nil } && lists.indices.allSatisfy { lists[$0].isEmpty }
      && authors.isEmpty && extra.isEmpty
  }

  func copy() -> OpenFields {
    let copy = OpenFields()
    (copy.texts, copy.lists, copy.authors, copy.extra) = (texts, lists, authors, extra)
    return copy
  }

  subscript(field: Reference.TextField) -> String? {
    get { texts[field.place] }
    set { texts[field.place] = newValue }
  }

  subscript(field: Reference.ListField) -> [String] {
    get { lists[field.place] }
    _modify { yield &lists[field.place] }
  }

  /// Takes a coded value; whether it is as its tag says. What no tag of ours stands for is left out.
  func take(_ tag: UInt8, _ value: Span<UInt8>) -> Bool {
    if let field = Reference.TextField(tag: tag) {
      guard let text = value.text else { return false }
      self[field] = text
    } else if let field = Reference.ListField(tag: tag) {
      guard let text = value.text else { return false }
      self[field].append(text)
    } else if CodingTag.authors.contains(tag) {
      guard let author = Reference.Author(tag, value) else { return false }
      authors.append(author)
    } else if tag == CodingTag.extra {
      guard let item = Reference.Extra(value) else { return false }
      extra.append(item)
    }
    return true
  }
}

extension Reference.ListField {
  fileprivate var place: Int { Int(tag - CodingTag.firstList) }
}
