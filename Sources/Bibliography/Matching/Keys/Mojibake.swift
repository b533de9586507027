/// Text that went through a wrong encoding on its way.
enum Mojibake {
  /// The text as it was where UTF-8 was read as Windows-1252 (`Ã©` for `é`), and without the marks
  /// that stand for letters that are lost (`anesth?sie`), so that its words stay whole.
  static func repaired(_ text: String) -> String {
    let decoded = decoded(text)
    guard decoded.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == 0xEF }) else {
      return decoded
    }
    let scalars = Array(decoded.unicodeScalars)
    var kept = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() where scalar != "\u{FFFD}" {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isLost = scalar == "?" && next.properties.isAlphabetic
      if !isLost { kept.append(scalar) }
    }
    return String(kept)
  }

  /// The text read back from Windows-1252, where all of it can be; else as it is.
  private static func decoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }),
      text.unicodeScalars.contains(where: { leads.contains($0) })
    else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = byte(of: scalar) else { return text }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// The byte that Windows-1252 prints as this character.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if let byte = UInt8(exactly: scalar.value) { return byte }
    return upper.firstIndex(of: scalar).map { 0x80 + UInt8($0) }
  }

  private static let leads: Set<Unicode.Scalar> = ["Ã", "Â", "â", "Î", "Ï", "Å", "Ä"]

  /// The characters of 0x80 to 0x9F; five of them stand for nothing.
  private static let upper = Array(
    "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ".unicodeScalars)
}
