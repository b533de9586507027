extension RecordForm {
  /// The form as bytes, as `KeyView` reads them; what is longer than any real field is cut.
  var coded: [UInt8] {
    let distinct = title.distinctWords.prefix(Self.longest)
    let words = title.words.prefix(Self.longest)
    let (names, stems) = (names.words.prefix(Self.longest), names.stems.prefix(Self.longest))
    let letters = title.letters.prefix(Self.longest)
    let journals = journal.names.map { $0.prefix(Self.longestName) }
    let journalBytes = journals.reduce(0) { $0 + 2 + $1.count }
    let issns = journal.issns.prefix(255)

    var key = KeyWriter()
    key.add(doi)
    key.add(title.numbers)
    for number in [pmid, volume, issue, supplement, types, self.names.first?.bits ?? 0] {
      key.add(number)
    }
    key.add(year)
    let counts = [
      Int(abstract.words), title.tellingWords, letters.count, words.count, distinct.count,
      names.count, stems.count, journalBytes,
    ]
    for count in counts { key.add(UInt16(clamping: count)) }
    key.bytes += [
      title.marks.rawValue, title.lostLetters, self.names.initial, UInt8(issns.count),
      UInt8(pages.count), 0,
    ]

    for word in distinct { key.add(word.bits) }
    if abstract.isKnown { key.add(abstract.bins) }
    for page in pages {
      key.add(page.first)
      key.add(page.last)
      key.add(page.letters)
    }
    for word in names { key.add(word.bits) }
    for word in stems { key.add(word.bits) }
    for issn in issns { key.add(issn) }
    for word in words {
      let place = Self.place(of: word, in: distinct)
      if distinct.count > 256 { key.add(UInt16(place)) } else { key.bytes.append(UInt8(place)) }
    }
    key.bytes += letters
    for name in journals {
      key.add(UInt16(name.count))
      key.bytes += name
    }
    return key.bytes
  }

  /// Where a word stands among sorted ones; it is one of them.
  private static func place(of word: WordHash, in sorted: ArraySlice<WordHash>) -> Int {
    var (low, high) = (0, sorted.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].bits < word.bits { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let longest = Int(UInt16.max)
  private static let longestName = 8_000
}

/// A key on its way.
private struct KeyWriter {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(480) }

  mutating func add<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }
}
