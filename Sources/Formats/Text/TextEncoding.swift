/// How the text of a file is written in bytes.
///
/// `TextDecoder` tells UTF-16, by the first bytes of the file; `TextMaker` tells UTF-8 and
/// Windows-1252, text by text.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
  /// Files from several sources, joined by hand.
  case mixed = "UTF-8 and Windows-1252"
  /// Another one that the file itself names.
  case declared = "as the file declares"
}

extension TextEncoding {
  /// The encoding of a name in an XML declaration.
  init(declared name: String?) {
    self =
      switch name?.uppercased() {
      case nil, "UTF-8", "UTF8", "US-ASCII", "ASCII": .utf8
      case "UTF-16LE": .utf16LittleEndian
      case "UTF-16BE": .utf16BigEndian
      case "ISO-8859-1", "WINDOWS-1252": .windows1252
      case _: .declared
      }
  }
}
