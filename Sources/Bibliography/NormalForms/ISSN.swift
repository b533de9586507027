/// An ISSN whose check digit is right: `1234-567X`.
public struct ISSN: Hashable, Sendable, CustomStringConvertible {
  /// Eight characters with a hyphen in the middle.
  public let text: String

  /// The text.
  public var description: String { text }

  /// All ISSNs in a printed text, in order; ISBNs and mistyped ones are left out.
  public static func all(printed: String) -> [ISSN] {
    var found: [ISSN] = []
    var run: [UInt8] = []
    for byte in Array(printed.utf8) + [UInt8(ascii: " ")] {
      if ASCII.isLetterOrDigit(byte) {
        run.append(ASCII.upperCased(byte))
      } else if byte != UInt8(ascii: "-") {
        if let issn = ISSN(run), !found.contains(issn) { found.append(issn) }
        run = []
      }
    }
    return found
  }

  private init?(_ run: [UInt8]) {
    guard run.count == 8, run.dropLast().allSatisfy(ASCII.isDigit) else { return nil }
    let sum = zip(run, stride(from: 8, to: 1, by: -1)).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    let check = (11 - sum % 11) % 11
    guard run[7] == (check == 10 ? UInt8(ascii: "X") : 0x30 + UInt8(check)) else { return nil }
    text = String(decoding: run.prefix(4) + [UInt8(ascii: "-")] + run.suffix(4), as: UTF8.self)
  }
}
