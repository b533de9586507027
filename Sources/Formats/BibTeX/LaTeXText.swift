/// Text out of LaTeX: accents, signs and mark-up as people read them. What is not known stays as it is
/// printed.
struct LaTeXText {
  private let bytes: [UInt8]
  private var place = 0
  private var text = ""
  private var isMath = false
  private var openQuotes = 0

  /// Reads LaTeX.
  static func read(_ latex: String) -> String {
    // Most texts hold none of the marks that LaTeX reads otherwise.
    guard latex.utf8.contains(where: { "\\{}$~-`'".utf8.contains($0) }) else { return latex }
    var reader = LaTeXText(bytes: Array(latex.utf8))
    reader.readAll()
    return reader.text
  }

  /// What stands in an address: only marks that are hidden from LaTeX are shown again.
  static func readVerbatim(_ latex: String) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    // `\url{https://example.org/a_b}`
    for byte in latex.split(separator: "\\url{").joined(separator: "{").utf8 {
      if isEscaped, !"%&_#$~{}".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped || byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") { bytes.append(byte) }
      isEscaped = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readAll() {
    while place < bytes.count {
      let start = place
      while place < bytes.count, !"\\{}$~-`'_^".utf8.contains(bytes[place]) { place += 1 }
      if place > start { text += String(decoding: bytes[start..<place], as: UTF8.self) }
      guard place < bytes.count else { return }
      readMark()
    }
  }

  private mutating func readMark() {
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"): break
    case UInt8(ascii: "~"): text += " "
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "_"), UInt8(ascii: "^"): if !isMath { text += byte == 0x5F ? "_" : "^" }
    case UInt8(ascii: "-"): readDashes()
    case UInt8(ascii: "`"):
      let sign = run(of: byte, ["`", "“"])
      if sign == "“" { openQuotes += 1 }
      text += sign
    case UInt8(ascii: "'"):
      // Two of them close only what has been opened: programs write them for other things too.
      let sign = openQuotes > 0 ? run(of: byte, ["'", "”"]) : "'"
      if sign == "”" { openQuotes -= 1 }
      text += sign
    case _: readCommand()
    }
  }

  /// The sign for so many of a mark one behind the other.
  private mutating func run(of byte: UInt8, _ signs: [String]) -> String {
    var count = 1
    while count < signs.count, place < bytes.count, bytes[place] == byte {
      count += 1
      place += 1
    }
    return signs[count - 1]
  }

  /// Two hyphens are a dash, but not in an arrow.
  private mutating func readDashes() {
    let start = place
    let sign = run(of: UInt8(ascii: "-"), ["-", "–", "—"])
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">") else { return text += sign }
    text += String(repeating: "-", count: place - start + 1)
  }

  /// A dollar begins or ends mathematics, unless it stands alone.
  private mutating func readDollar() {
    if isMath || bytes[place...].contains(UInt8(ascii: "$")) {
      isMath.toggle()
    } else {
      text += "$"
    }
  }

  private mutating func readCommand() {
    guard place < bytes.count else { return text += "\\" }
    let start = place
    while place < bytes.count, bytes[place].isLetter { place += 1 }
    if place == start { return readSign(bytes[place]) }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    if let accent = LaTeXSigns.letterAccents[name], isBeforeArgument { return readAccent(accent) }
    if let sign = LaTeXSigns.commands[name] {
      text += sign
      skipBlankBehind()
    } else if LaTeXSigns.markUp.contains(name) {
      skipBlankBehind()
    } else {
      text += "\\\(name)"
    }
  }

  /// A command of one mark: `\\&`, or an accent `\\"o`.
  private mutating func readSign(_ mark: UInt8) {
    place += 1
    if let accent = LaTeXSigns.accents[mark] { return readAccent(accent) }
    switch mark {
    case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ";"): text += " "
    case UInt8(ascii: "/"), UInt8(ascii: "!"): break
    case UInt8(ascii: "\\"): text += "\\"
    case _ where mark < 0x80: text.unicodeScalars.append(Unicode.Scalar(mark))
    case _: place -= 1
    }
  }

  /// Whether an argument follows: a brace, or a blank and a letter.
  private var isBeforeArgument: Bool {
    guard place < bytes.count else { return false }
    return bytes[place] == UInt8(ascii: "{") || bytes[place] == 0x20 || bytes[place] == 0x5C
  }

  private mutating func readAccent(_ accent: Unicode.Scalar) {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "{") {
      place += 1
    }
    guard place < bytes.count else { return }
    if bytes[place] == UInt8(ascii: "}") {
      // `\~{}` is the mark itself.
      return text += LaTeXSigns.alone[accent] ?? ""
    }
    if bytes[place] == UInt8(ascii: "\\") {
      let isDotless =
        place + 1 < bytes.count && (bytes[place + 1] == 0x69 || bytes[place + 1] == 0x6A)
      guard isDotless else {
        // An accent upon an accent, as in Vietnamese: `\~{\^e}`.
        place += 1
        let start = text.endIndex
        readCommand()
        guard text.endIndex > start, let letter = text.popLast() else { return }
        return text += LaTeXSigns.composed(letter, accent)
      }
      text += LaTeXSigns.composed(bytes[place + 1] == 0x69 ? "i" : "j", accent)
      place += 2
      return skipBlankBehind()
    }
    let letter = bytes[place]
    guard letter.isLetter else { return }
    place += 1
    text += LaTeXSigns.composed(Character(Unicode.Scalar(letter)), accent)
  }

  private mutating func skipBlankBehind() {
    if place < bytes.count, bytes[place] == 0x20 {
      place += 1
    } else if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "{"), bytes[place + 1] == 0x7D {
      place += 2
    }
  }
}
