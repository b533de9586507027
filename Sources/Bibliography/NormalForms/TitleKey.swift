/// A title as words to compare: folded, without mark-up.
public struct TitleKey: Hashable, Sendable {
  /// The words, with one blank between them.
  public let words: String

  /// Makes the key of a printed title; nil if it holds no letter and no digit.
  public init?(printed: String) {
    let folded = FoldedText(printed)
    guard !folded.isEmpty else { return nil }
    words = folded.text
  }

  /// The words run together, so that "health care", "health-care" and "healthcare" are alike.
  public var joined: String {
    String(decoding: words.utf8.lazy.filter { $0 != 0x20 }, as: UTF8.self)
  }
}
