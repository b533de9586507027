/// One line of a RIS file: `TI  - Peer support`, the end of a record, or text.
enum RISLine: Equatable {
  case blank
  case tagged(RISTag, RISMeaning, value: Range<Int>)
  case text(Range<Int>)

  /// Reads a line of the form that nearly all have, `TI  - Peer support`, whose tag does nothing but
  /// name a value, which begins at 6; nil for any other. Something ends the line within the text.
  @inline(__always)
  static func plain(
    _ text: Span<UInt8>, _ line: Range<Int>, _ meanings: [RISMeaning]
  ) -> (RISTag, RISMeaning)? {
    guard line.count > 6 else { return nil }
    let word = UInt64(
      bigEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: line.lowerBound, as: UInt64.self))
    guard word >> 16 & 0xFFFF_FFFF == 0x2020_2D20, word >> 8 & 0xFF > 0x20,
      text[line.upperBound - 1] > 0x20
    else { return nil }
    let meaning = meanings[Int(word >> 48)]
    return meaning.isPlain ? (RISTag(known: UInt16(word >> 48)), meaning) : nil
  }

  /// Reads a line. `isLoose` allows one blank before the hyphen, where the file's `TY` has one.
  init(_ line: Span<UInt8>, isLoose: Bool) {
    var start = 0
    while start < line.count, line[start] <= 0x20 || line.has("\u{FEFF}", at: start) {
      start += line[start] <= 0x20 ? 1 : 3
    }
    guard start < line.count else {
      self = .blank
      return
    }
    self =
      Self.tagged(line, from: start, isLoose: isLoose)
      ?? .text(start..<line.trimmed.upperBound)
  }

  private static func tagged(_ line: Span<UInt8>, from start: Int, isLoose: Bool) -> RISLine? {
    if start + 4 < line.count, line[start + 4] == UInt8(ascii: "-"), line[start + 3] == 0x20,
      line[start + 2] == 0x20, let tag = RISTag(line[start], line[start + 1])
    {
      return accepted(tag, line, from: start, hyphen: start + 4)
    }
    var end = start
    while end < line.count, end < start + 5, line[end].isLetter || line[end].isDigit { end += 1 }
    guard let tag = RISTag(line, start..<end) else { return nil }
    var hyphen = end
    while hyphen < line.count, hyphen < end + 6, line[hyphen] == 0x20 || line[hyphen] == 0x09 {
      hyphen += 1
    }
    let meaning = tag.meaning
    if meaning == .end, start == 0, hyphen == line.count, line[0].isCapital {
      return .tagged(tag, .end, value: hyphen..<hyphen)
    }
    guard line.has("-", at: hyphen), line.isBlank(at: hyphen + 1), line[start].isCapital else {
      return nil
    }
    let blanks = hyphen - end
    let isTag =
      if meaning.isType || meaning == .end {
        true
      } else if meaning.isUnknown {
        end - start > 2 && blanks == 2
      } else {
        // The hyphen stands in the fifth column, also where a tag is longer: `DOI - 10.1/x`.
        blanks >= (isLoose ? 1 : 2) || end - start > 2 && hyphen == 4
      }
    guard isTag else { return nil }
    return accepted(tag, line, from: start, hyphen: hyphen)
  }

  /// Text may hold hyphens too: what is indented or lower case has to be a tag that is known, or at
  /// least to stand free.
  private static func accepted(
    _ tag: RISTag, _ line: Span<UInt8>, from start: Int, hyphen: Int
  ) -> RISLine? {
    let meaning = tag.meaning
    let isFree = line.isBlank(at: hyphen + 1)
    let isPlain = start == 0 || line.has("\u{FEFF}", at: start - 3)
    guard meaning.isUnknown ? isFree && isPlain : isFree || isPlain else { return nil }
    var value = hyphen + 1
    var end = line.count
    while value < end, line[value] <= 0x20 { value += 1 }
    while end > value, line[end - 1] <= 0x20 { end -= 1 }
    return .tagged(tag, meaning, value: value..<end)
  }
}

extension Span<UInt8> {
  /// Whether it is one address and nothing else.
  var isBareAddress: Bool {
    (has("http://", at: 0) || has("https://", at: 0)) && first(of: 0x20, from: 0) == nil
  }

  /// `Link to the Ovid Full Text or citation:`
  var isLinkHeading: Bool { has("Link to the ", at: 0) && has(":", at: count - 1) }

  /// The next tag that stands behind a value in the middle of a line: `FinlandC3  - University`.
  func runOn(from start: Int) -> (start: Int, tag: RISTag, value: Int)? {
    var place = start
    while let hyphen = first(of: UInt8(ascii: "-"), from: place) {
      place = hyphen + 1
      let name = hyphen - 4
      guard name > start, has("  - ", at: hyphen - 2), self[name].isCapital, self[name - 1] > 0x20,
        let tag = RISTag(self, name..<name + 2),
        !tag.meaning.isUnknown
      else { continue }
      return (name, tag, hyphen + 2)
    }
    return nil
  }
}
