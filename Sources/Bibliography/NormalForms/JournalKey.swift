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
    for byte in name {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: ":"), UInt8(ascii: "="):
        if depth == 0, !kept.isEmpty { return kept }
      case UInt8(ascii: "/"):
        // With a blank before it, the name in another language follows.
        if depth == 0, kept.last == UInt8(ascii: " ") { return kept }
        if depth == 0 { kept.append(byte) }
      default:
        if depth == 0 { kept.append(byte) }
      }
    }
    return kept
  }
}
