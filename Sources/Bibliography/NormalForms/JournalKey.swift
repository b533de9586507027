/// The name of a journal as words to compare.
///
/// Databases add a place in brackets, a subtitle, or the name in another language; and they differ
/// in case, in `&` and in a leading article. None of that is part of the key.
public struct JournalKey: Hashable, Sendable {
  /// The words, with one blank between them.
  public let words: String

  /// Makes the key of a printed name; nil if it holds no letter and no digit.
  public init?(printed: String) {
    let trimmed = Self.withoutAdditions(printed.utf8)
    let short = FoldedText(trimmed.span)
    let folded = short.isEmpty ? FoldedText(printed) : short
    guard !folded.isEmpty else { return nil }
    let text = folded.text
    words = text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
  }

  /// The name without what stands in brackets, and only up to a colon, an equals sign or a slash.
  private static func withoutAdditions(_ name: String.UTF8View) -> [UInt8] {
    var kept: [UInt8] = []
    var depth = 0
    for (index, byte) in zip(name.indices, name) {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case _ where depth > 0: break
      case UInt8(ascii: ":"), UInt8(ascii: "="):
        guard kept.isEmpty || namesPart(name[index...].dropFirst()) else { return kept }
        kept.append(UInt8(ascii: " "))
      case UInt8(ascii: "/") where kept.last == UInt8(ascii: " "):
        return kept  // with a blank before it, the name in another language follows
      default: kept.append(byte)
      }
    }
    return kept
  }

  /// Whether a journal of its own is named, and not a subtitle.
  private static func namesPart(_ rest: Substring.UTF8View) -> Bool {
    let word = rest.drop { $0 <= 0x20 }.prefix(while: ASCII.isLetter).map(ASCII.lowerCased)
    return ["part", "section", "series"].contains { word.elementsEqual($0.utf8) }
  }
}
