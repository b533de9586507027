/// Damages files in ways in which files are damaged, and in some in which they are not. The same seed
/// does the same.
public struct Mutation {
  private var state: UInt64

  /// Begins with a seed.
  public init(seed: UInt64) { state = seed }

  /// A number below a limit (SplitMix64).
  public mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, sides)))
  }

  /// The file with a few damages.
  public mutating func damaged(_ bytes: [UInt8], beside other: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...roll(6) { damage(&bytes, other) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8], _ other: [UInt8]) {
    let place = roll(bytes.count + 1)
    let end = min(bytes.count, place + roll(roll(4) == 0 ? 400 : 12))
    switch roll(9) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: for index in place..<end { bytes[index] = UInt8(roll(256)) }
    case 3: bytes.insert(contentsOf: Self.marks[roll(Self.marks.count)].utf8, at: place)
    case 4: bytes.removeSubrange(place...)
    case 5: if place < bytes.count { bytes[place] ^= UInt8(1 << roll(8)) }
    case 6:
      let from = roll(other.count + 1)
      bytes.insert(contentsOf: other[from..<min(other.count, from + roll(300))], at: place)
    case 7: for index in place..<end where bytes[index] == 0x0A { bytes[index] = 0x0D }
    case _:
      let mark = Array(Self.marks[roll(Self.marks.count)].utf8)
      bytes.insert(contentsOf: (0..<roll(200)).flatMap { _ in mark }, at: place)
    }
  }

  /// What readers give a meaning to.
  private static let marks = [
    "\n", "\r\n", "\r", "\n\n", "\u{0}", "\u{FEFF}", "\"", "\"\"", "'", "\\", "{", "}", "(", ")",
    "[", "]", "<", ">", "&", "&#xD;", "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "</record>",
    "<record>", "</PubmedArticle>", "<PubmedArticle>", "@", "@article{", "@string{a = ", "#", ",",
    ";", "\t", "TY  - ", "ER  - ", "PMID- ", "%0 ", "%A ", "RT ", "PT J", "ER", "EF", "<1. >", "=",
    "$", "\\\"", "{\"title\":", "10.1/x", "é", "😀", "\u{85}", "\u{2028}", "  - ", "--", " and ",
  ]
}
