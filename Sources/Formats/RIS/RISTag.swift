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
  init?(_ first: UInt8, _ second: UInt8) {
    guard first.isLetter, second.isLetter || second.isDigit else { return nil }
    code = UInt32(first) << 8 | UInt32(second)
  }

  /// Two characters that are known to be a tag.
  @inline(__always)
  init(known code: UInt16) { self.code = UInt32(code) }

  /// As the file spells it.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds it as the file spells it.
  func write(to bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] as [UInt32] where code >> shift != 0 {
      bytes.append(UInt8(truncatingIfNeeded: code >> shift))
    }
  }

  /// What the tag stands for, in capitals or not.
  var meaning: RISMeaning {
    guard code <= 0xFFFF else { return RISMeaning.all[text.uppercased()] ?? .unknown }
    return Self.meanings[Int(code)]
  }

  /// The meanings of all that two bytes may be: `RISMeaning.all` in a form that is found at once.
  static let meanings: [RISMeaning] = {
    var table = [RISMeaning](repeating: .unknown, count: 1 << 16)
    for (name, meaning) in RISMeaning.all {
      let spelled = Array(name.utf8)
      for spelling in 0..<4 where spelled.count == 2 {
        let first = spelling & 1 == 0 ? spelled[0] : spelled[0] | 0x20
        let second = spelling & 2 == 0 ? spelled[1] : spelled[1] | 0x20
        table[Int(first) << 8 | Int(second)] = meaning
      }
    }
    return table
  }()

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
