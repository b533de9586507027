import Bibliography

extension Limit {
  /// Whether a code stands for a language that records can be in.
  public static func isLanguage(_ code: String) -> Bool { LanguageCode(printed: code) != nil }
}
