/// A text as the words that people would take for the same, however they were printed.
///
/// Lower-case letters and digits without marks, one blank between words, none at the ends. Hyphens,
/// apostrophes and all punctuation part words, `&` is `and`, ligatures and letters such as ø, ł or ß
/// are spelt out, mark-up and entities (`<i>`, `&eacute;`) count as what they print.
public struct FoldedText: Hashable, Sendable {
  /// The words in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// For each byte the offset in the printed text that it comes from, then the offset where the
  /// last word ends; empty unless asked for.
  public private(set) var origins: [UInt32] = []

  private let keepsOrigins: Bool
  /// Where the blank stands that will part the next word from the last.
  private var gap: Int?

  /// Folds a text.
  public init(_ text: String, keepingOrigins: Bool = false) {
    self.init(text.utf8.span, keepingOrigins: keepingOrigins)
  }

  /// Folds a text given as UTF-8.
  public init(_ source: Span<UInt8>, keepingOrigins: Bool = false) {
    keepsOrigins = keepingOrigins
    bytes.reserveCapacity(source.count)
    if keepsOrigins { origins.reserveCapacity(source.count + 1) }
    fold(source)
    if keepsOrigins { origins.append(UInt32(clamping: gap ?? source.count)) }
    gap = nil
  }

  /// The words as a text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether no word is left.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Where the words in a range of `bytes` stand in the printed text, as UTF-8 offsets.
  ///
  /// The range must begin and end at word borders, and origins must have been asked for.
  public func origin(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound < origins.count else { return 0..<0 }
    return Int(origins[range.lowerBound])..<Int(origins[range.upperBound])
  }

  private mutating func fold(_ source: Span<UInt8>) {
    var place = 0
    while place < source.count {
      let byte = source[place]
      if ASCII.isLetterOrDigit(byte) {
        place = foldRun(source, from: place)
      } else if byte >= 0x80 {
        let (scalar, length) = source.scalar(at: place)
        append(scalar, from: place)
        place += length
      } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") {
        place += foldMarkup(source, at: place)
      } else {
        part(at: place)
        place += 1
      }
    }
  }

  /// Folds letters and digits of ASCII at once, since nearly all text is made of them, and gives
  /// the place after them.
  private mutating func foldRun(_ source: Span<UInt8>, from start: Int) -> Int {
    var end = start
    var hasCapitals = false
    while end < source.count, ASCII.isLetterOrDigit(source[end]) {
      hasCapitals = hasCapitals || ASCII.isCapital(source[end])
      end += 1
    }
    closeGap()
    let first = bytes.count
    source.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    if hasCapitals {
      for index in first..<bytes.count { bytes[index] = ASCII.lowerCased(bytes[index]) }
    }
    if keepsOrigins { origins.append(contentsOf: UInt32(clamping: start)..<UInt32(clamping: end)) }
    return end
  }

  /// Folds what begins with `&` or `<` and gives its length.
  private mutating func foldMarkup(_ source: Span<UInt8>, at place: Int) -> Int {
    guard let markup = Markup(source, at: place) else {
      source[place] == UInt8(ascii: "&") ? append("&", from: place) : part(at: place)
      return 1
    }
    switch markup.meaning {
    case .character(let scalar): append(scalar, from: place)
    case .parts: part(at: place)
    case .nothing: break
    }
    return markup.length
  }

  /// Ends the word, if there is one.
  private mutating func part(at place: Int) {
    if gap == nil, !bytes.isEmpty { gap = place }
  }

  /// Begins the next word.
  private mutating func closeGap() {
    guard let blank = gap else { return }
    bytes.append(UInt8(ascii: " "))
    if keepsOrigins { origins.append(UInt32(clamping: blank)) }
    gap = nil
  }

  private mutating func append(_ byte: UInt8, from place: Int) {
    closeGap()
    bytes.append(byte)
    if keepsOrigins { origins.append(UInt32(clamping: place)) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, from place: Int) {
    if scalar == "&" {
      part(at: place)
      for byte in "and".utf8 { append(byte, from: place) }
      part(at: place + 1)
      return
    }
    forEachFoldedScalar(of: scalar) { folded in
      guard let folded else { return part(at: place) }
      for byte in folded.utf8 { append(byte, from: place) }
    }
  }
}
