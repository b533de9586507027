import Bibliography

/// What one field of a foreign format stands for: the tables of the formats are made of these.
enum FieldMeaning: Hashable, Sendable {
  /// One text for one field; another one is kept under its tag.
  case text(Reference.TextField)
  /// One of several tags for a thing; the lower the rank, the better it says it.
  case ranked(Reference.TextField, Int)
  /// Texts that are joined in one field, with semicolons.
  case joined(Reference.TextField)
  /// Texts that are joined in one field, each with lines of its own.
  case paragraphs(Reference.TextField)
  /// Each text is an item of the list.
  case items(Reference.ListField)
  /// Each text is a list, parted so.
  case list(Reference.ListField, ListSeparator)
  /// One name, or several parted so.
  case authors(NameOrder, ListSeparator)
  case firstPage
  case lastPage
  /// Stands for the pages where there are none.
  case articleNumber
  case year
  case date
  /// An ISSN or an ISBN, as the number of its digits tells.
  case serialNumber
  /// A DOI; what is none gives way to any other.
  case doi
  /// A DOI, where it is one; else it is kept under its tag.
  case doiOrOther
  /// An address, or several.
  case addresses
  /// Known, but no field of ours.
  case other
  /// Says nothing of the document.
  case nothing
}

/// What parts the items of a list that is printed as one text.
enum ListSeparator: Hashable, Sendable {
  /// There is one item only.
  case none
  case semicolon
  case comma
  /// A semicolon where there is one, else the comma.
  case semicolonOrComma
}

extension ListSeparator {
  /// The items of a text, without blanks around them and without those that are empty.
  ///
  /// Where it has to be guessed whether a comma parts them, one in parentheses does not: Embase prints
  /// `cyst (diagnosis, surgery), adult`.
  func parts(of text: String) -> [String] {
    if self == .semicolonOrComma, !text.utf8.span.holds(";"), text.utf8.span.holds("(") {
      return text.partsOutsideParentheses
    }
    let separator: Character
    switch self {
    case .none: return [text.trimmed].filter { !$0.isEmpty }
    case .semicolon: separator = ";"
    case .comma: separator = ","
    case .semicolonOrComma: separator = text.utf8.span.holds(";") ? ";" : ","
    }
    return text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The parts between commas that stand in no parentheses; all parts where one is left open.
  fileprivate var partsOutsideParentheses: [String] {
    var (parts, depth) = ([[UInt8]()], 0)
    for byte in utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0, byte == UInt8(ascii: ",") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    guard depth == 0 else { return ListSeparator.comma.parts(of: self) }
    return parts.map { String(decoding: $0, as: UTF8.self).trimmed }.filter { !$0.isEmpty }
  }

  /// Without blanks and control characters at both ends.
  var trimmed: String {
    let range = utf8.span.trimmed
    guard range.count < utf8.count else { return self }
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// With one blank for each run of blanks and line ends, and none at the ends.
  var onOneLine: String { String(onOneLine: utf8) }

  /// Reads UTF-8 with one blank for each run of blanks and line ends, and none at the ends.
  init(onOneLine text: some Collection<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
