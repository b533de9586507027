import Bibliography
import TestSupport
import Testing

@Suite("References written straight from bytes")
struct ReferenceCoderTests {
  @Test(
    "What the coder writes is what setting the fields says", arguments: 0..<200 as Range<UInt64>)
  func sameAsFields(seed: UInt64) {
    let reference = Reference.random(seed: seed)
    let written = coded(reference)
    #expect(written == reference)
    #expect(written.encoded() == reference.encoded())
    #expect(written.hashValue == reference.hashValue)
  }

  @Test("A field is read from the coding as it was set", arguments: 0..<100 as Range<UInt64>)
  func fields(seed: UInt64) {
    let reference = Reference.random(seed: seed)
    let written = coded(reference)
    for field in Reference.TextField.allCases {
      #expect(written[field] == reference[field])
      let bytes = written.withBytes(of: field) { span in span.indices.map { span[$0] } }
      #expect(bytes == reference[field].map { Array($0.utf8) })
    }
    for field in Reference.ListField.allCases { #expect(written[field] == reference[field]) }
    #expect(written.authors == reference.authors)
    #expect(written.extra == reference.extra)
  }

  @Test("A change of one reference is no change of those that it was copied from or to")
  func copies() {
    var first = coded(Reference.random(seed: 5))
    let before = first
    first.title = "Changed"
    var second = first
    second.keywords.append("new")
    second.title = nil
    #expect(first.title == "Changed")
    #expect(second.title == nil)
    #expect(first.keywords == before.keywords)
    #expect(before == coded(Reference.random(seed: 5)))
  }

  @Test("Fields out of order are put in order, so that equal references are equal bytes")
  func order() throws {
    let reference = try #require(Reference(decoding: [1, 4, 1, 0x59, 3, 1, 0x54, 0]))
    #expect(reference.title == "T")
    #expect(reference.year == "Y")
    #expect(reference.rawValue == [1, 3, 1, 0x54, 4, 1, 0x59, 0])
    #expect(Reference(rawValue: reference.rawValue) == reference)
  }

  /// The same reference, written by the coder.
  private func coded(_ reference: Reference) -> Reference {
    Reference(room: ReferenceCoder.room(bytes: reference.encoded().count, texts: 100)) { coder in
      for field in Reference.TextField.allCases {
        if let text = reference[field] { coder.add(field, text.utf8.span) }
      }
      for author in reference.authors { coder.add(author) }
      for field in Reference.ListField.allCases {
        for text in reference[field] { coder.add(field, text.utf8.span) }
      }
      for item in reference.extra {
        coder.begin(
          extra: item.tag.utf8.span,
          sizes: item.values.reduce(0) { $0 + ReferenceCoder.size($1.utf8.count) })
        for value in item.values { coder.add(value: value.utf8.span) }
      }
    }
  }
}
