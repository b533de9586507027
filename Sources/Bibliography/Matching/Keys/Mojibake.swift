/// Text in UTF-8 that somebody read as Windows-1252: `â€œ` for a quotation mark, `Ã©` for `é`.
enum Mojibake {
  /// The text as it was before, where all of it can be read back; else as it is.
  static func repaired(_ text: String) -> String {
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
