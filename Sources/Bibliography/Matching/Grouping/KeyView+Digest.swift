extension KeyView {
  /// A number made of what the record says, and not of the number that it has.
  var digest: UInt64 {
    var digest = joined(hash64(memory.span.extracting(letters)), doi)
    for place in stride(from: names.lowerBound, to: names.upperBound, by: 4) {
      digest = joined(digest, UInt64(memory.span.number(at: place, as: UInt32.self)))
    }
    for index in 0..<pageCount {
      digest = joined(digest, UInt64(page(index).first) << 32 | UInt64(page(index).last))
    }
    var place = journals.lowerBound
    while place < journals.upperBound {
      let name = journal(at: place)
      digest = joined(digest, hash64(memory.span.extracting(name)))
      place = name.upperBound
    }
    return joined(digest, UInt64(volume) << 32 | UInt64(UInt16(bitPattern: year)))
  }
}
