extension Request {
  /// Which of some media types the sender likes best, the first of those it likes alike; nil if it
  /// takes none of them. Without an Accept field it takes all.
  public func preferred(of offered: [MediaType]) -> MediaType? {
    let ranges = headers.values(of: "Accept").flatMap { $0.split(separator: ",") }
      .compactMap { Range(String($0)) }
    guard !ranges.isEmpty else { return offered.first }
    let weighed = offered.map { type in (type, weight(of: type, in: ranges)) }
    guard let most = weighed.map(\.1).max(), most > 0 else { return nil }
    return weighed.first { $0.1 == most }?.0
  }

  /// The most particular range that names a type has the word.
  private func weight(of type: MediaType, in ranges: [Range]) -> Int {
    let family = String(type.rawValue.prefix { $0 != "/" })
    for name in [type.rawValue, family + "/*", "*/*"] {
      if let range = ranges.first(where: { $0.name == name }) { return range.weight }
    }
    return 0
  }

  /// One range of an Accept field: `text/*;q=0.5`.
  private struct Range {
    let name: String
    /// In thousandths: three decimals are all that a weight may have.
    let weight: Int

    init?(_ text: String) {
      let parts = text.split(separator: ";").map { String($0).normalised }
      guard let name = parts.first, name.contains("/") else { return nil }
      self.name = name
      let weights = parts.dropFirst().filter { $0.hasPrefix("q=") }
      guard let weight = weights.first else {
        self.weight = 1_000
        return
      }
      guard let thousandths = Range.thousandths(weight.dropFirst(2)) else { return nil }
      self.weight = thousandths
    }

    private static func thousandths(_ text: Substring) -> Int? {
      let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let decimals = halves.dropFirst().first ?? ""
      guard let whole = halves.first, whole == "0" || whole == "1", decimals.utf8.count <= 3,
        decimals.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 })
      else { return nil }
      let padded = String(decimals) + String(repeating: "0", count: 3 - decimals.utf8.count)
      guard let fraction = Int(padded) else { return nil }
      return min(1_000, (whole == "1" ? 1_000 : 0) + fraction)
    }
  }
}
