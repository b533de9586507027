/// Where a link may lead: to http, https or mailto, or to a place of the same site.
enum Address {
  /// Whether a browser that follows this text can only navigate, never run it.
  ///
  /// The part before the first colon is a scheme unless one of `/ ? #` comes earlier. Blanks and
  /// control characters, which browsers skip, make it no scheme of ours, so it is refused too.
  static func isSafe(_ text: String) -> Bool {
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case UInt8(ascii: ":"): return schemes.contains(text.utf8.prefix(index).map { $0 | 0x20 })
      default: continue
      }
    }
    return true
  }

  private static let schemes: [[UInt8]] = ["http", "https", "mailto"].map { Array($0.utf8) }
}
