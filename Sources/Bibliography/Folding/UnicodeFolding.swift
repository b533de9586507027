import CUTF8Proc

/// Calls `body` with the letters and digits that a character folds to, and with nil for each place
/// where it parts words. Marks and invisible characters fold to nothing.
func forEachFoldedScalar(
  of scalar: Unicode.Scalar, _ body: (Unicode.Scalar?) -> Void
) {
  withUnsafeTemporaryAllocation(of: Int32.self, capacity: longestDecomposition) { buffer in
    var boundary: Int32 = 0
    let count = utf8proc_decompose_char(
      Int32(bitPattern: scalar.value), buffer.baseAddress, buffer.count, folding, &boundary)
    guard count >= 0, count <= buffer.count else { return body(nil) }
    for codepoint in buffer.prefix(count) {
      guard let part = Unicode.Scalar(UInt32(bitPattern: codepoint)) else { continue }
      forEachPart(of: part, body)
    }
  }
}

private func forEachPart(of scalar: Unicode.Scalar, _ body: (Unicode.Scalar?) -> Void) {
  if let spelling = spelling(of: scalar) {
    for letter in spelling.unicodeScalars { body(letter) }
    return
  }
  switch utf8proc_category(Int32(bitPattern: scalar.value)) {
  case UTF8PROC_CATEGORY_LM where isApostropheLike(scalar): body(nil)
  case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
    UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO:
    body(scalar)
  case UTF8PROC_CATEGORY_CN:
    body(scalar)  // a letter of a script newer than the table, rather than a gap in a word
  case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME, UTF8PROC_CATEGORY_CF:
    break
  default:
    body(nil)
  }
}

/// Letters that have no decomposition, but that databases and typists spell out.
private func spelling(of scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "ø": "o"
  case "æ": "ae"
  case "œ": "oe"
  case "ł": "l"
  case "đ", "ð": "d"
  case "þ": "th"
  case "ħ": "h"
  case "ŧ": "t"
  case "ı": "i"
  case "ŋ": "n"
  case "ĸ": "k"
  case "ə": "e"
  case "™": ""
  default: nil
  }
}

/// Modifier letters that are typed for an apostrophe or a prime.
private func isApostropheLike(_ scalar: Unicode.Scalar) -> Bool {
  (0x2B9...0x2C1).contains(scalar.value) || scalar.value == 0x2EE
}

/// No character of Unicode decomposes to more than 18 code points.
private let longestDecomposition = 32

private let folding = utf8proc_option_t(
  UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue
    | UTF8PROC_STRIPMARK.rawValue)
