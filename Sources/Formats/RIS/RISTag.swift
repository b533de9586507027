/// The two to four characters before the hyphen of a line, as the file spells them.
struct RISTag: Hashable, Sendable {
  /// The characters, the last one lowest.
  private let code: UInt32

  /// Reads letters and digits; nil where something else is among them.
  init?(_ line: Span<UInt8>, _ range: Range<Int>) {
    guard (2...4).contains(range.count), line[range.lowerBound].isLetter else { return nil }
    var code: UInt32 = 0
    for place in range {
      guard line[place].isLetter || line[place].isDigit else { return nil }
      code = code << 8 | UInt32(line[place])
    }
    self.code = code
  }

  /// Reads two characters.
  @inline(__always)
  init?(_ first: UInt8, _ second: UInt8) {
    guard first.isLetter, second.isLetter || second.isDigit else { return nil }
    code = UInt32(first) << 8 | UInt32(second)
  }

  /// As the file spells it.
  var text: String {
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }

  /// What the tag stands for, in capitals or not.
  @inline(__always)
  var meaning: RISMeaning {
    guard code <= 0xFFFF else { return RISMeaning.all[text.uppercased()] ?? .unknown }
    return Self.meanings[place]
  }

  /// The meanings of all tags of two characters: `RISMeaning.all` in a form that is found at once.
  private static let meanings: [RISMeaning] = {
    var table = [RISMeaning](repeating: .unknown, count: 32 * 36)
    for (name, meaning) in RISMeaning.all where name.utf8.count == 2 {
      if let tag = RISTag(name) { table[tag.place] = meaning }
    }
    return table
  }()

  /// Where a tag of two characters stands in the table of meanings.
  @inline(__always)
  private var place: Int {
    let (first, second) = (Int(code >> 8 & 0x1F), Int(code & 0x7F))
    return first * 36 + (second < 0x40 ? second - 0x30 : second & 0x1F + 9)
  }

  /// Reads a tag that is written here.
  init?(_ name: String) { self.init(name.utf8.span, 0..<name.utf8.count) }
}

extension UInt8 {
  @inline(__always)
  var isLetter: Bool { (self & 0xDF) &- 0x41 < 26 }
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }
  var isCapital: Bool { (0x41...0x5A).contains(self) }
}
