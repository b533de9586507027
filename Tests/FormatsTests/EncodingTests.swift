import Bibliography
import Testing

@testable import Formats

@Suite("Encodings")
struct EncodingTests {
  static let text = """
    TY  - JOUR\r
    TI  - Élan – “βeta” 精神 😀\r
    AU  - Núñez, Ångström\r
    ER  - \r
    \r
    TY  - JOUR\r
    TI  - Second\r
    ER  - \r

    """

  @Test("What is UTF-8 without zeros is told as the standard library tells it")
  func utf8() {
    var random = SystemRandomNumberGenerator()
    let signs = Array("a é–精😀\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}")
    for _ in 0..<4_000 {
      let lead = String(repeating: "x", count: Int.random(in: 0..<140, using: &random))
      var bytes = Array(lead.utf8)
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        bytes += String(signs[Int.random(in: 0..<signs.count, using: &random)]).utf8
      }
      for _ in 0..<Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.remove(at: place)
        } else {
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil && !bytes.contains(0)
      #expect(bytes.span.isUTF8(from: 0) == isUTF8, "\(bytes)")
      #expect(bytes.span.isPlain == (isUTF8 && bytes.allSatisfy { $0 < 0x80 }), "\(bytes)")
    }
  }

  @Test(
    "UTF-16 is told by its mark, or by the zeros between its letters",
    arguments: [(true, true), (true, false), (false, true), (false, false)])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    let bytes = Self.utf16(Self.text, isBigEndian: isBigEndian, hasMark: hasMark)
    let plain = RISReader.items(of: Array(Self.text.utf8)).compactMap(\.record)
    for size in [1, 3, 5, bytes.count] {
      let records = RISReader.items(of: bytes, inPiecesOf: size).compactMap(\.record)
      #expect(records.map(\.reference) == plain.map(\.reference))
      #expect(records.map(\.line) == [1, 6])
      // Places are those in the file as it is.
      let parts = records.map { Array(bytes[$0.offset..<$0.offset + $0.length]) }
      #expect(
        parts.map { RISReader.items(of: $0).compactMap(\.record).first?.reference }
          == plain.map(\.reference))
    }
    var reader = RISReader()
    reader.read(bytes.span) { _ in }
    #expect(reader.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    let found = Format.reader(recognising: bytes.span).map { $0.format.name }
    #expect(found == "ris")
  }

  @Test("Half a character at the end of UTF-16 is no character")
  func halfCharacter() {
    let bytes = Self.utf16("TY  - JOUR\nTI  - 😀", isBigEndian: false, hasMark: true)
    let titles = (1...4).map { cut in
      RISReader.items(of: bytes.dropLast(cut)).compactMap(\.record).first?.reference.title
    }
    #expect(titles == ["\u{FFFD}", "\u{FFFD}", nil, nil])
  }

  @Test("What is not UTF-8 is read as Windows-1252, record by record, and said")
  func windows1252() {
    // Élan – 25 €
    let latin: [UInt8] = [0xC9, 0x6C, 0x61, 0x6E, 0x20, 0x96, 0x20, 0x32, 0x35, 0x20, 0x80]
    let bytes =
      Array("TY  - JOUR\nTI  - ".utf8) + latin + Array("\nER  - \n".utf8)
      + Array("TY  - JOUR\nTI  - ASCII\nER  - \n".utf8)
    #expect(titles(bytes) == ["Élan – 25 €", "ASCII"])
    #expect(encoding(bytes) == .windows1252)
    #expect(warnings(bytes) == [ReadWarning(.notUTF8, line: 1)])

    let mixed = bytes + Array("TY  - JOUR\nTI  - déjà vu\nER  - \n".utf8)
    #expect(titles(mixed) == ["Élan – 25 €", "ASCII", "déjà vu"])
    #expect(encoding(mixed) == .mixed)
    #expect(encoding(Array("TY  - JOUR\nTI  - déjà\nER  - \n".utf8)) == .utf8)
  }

  @Test("Every byte of Windows-1252 is a character")
  func everyByte() {
    let line = (UInt8(0x80)...0xFF).flatMap { [$0, UInt8(ascii: ".")] }
    let title = titles(Array("TY  - JOUR\nTI  - ".utf8) + line + Array("\nER  - \n".utf8))[0] ?? ""
    #expect(title.unicodeScalars.count == 256)
    #expect(title.hasPrefix("€.") && title.hasSuffix("ÿ."))
  }

  @Test("Zero bytes are left out and said")
  func zeroBytes() {
    let bytes = Array("TY  - JOUR\nTI  - Peer\0 support\0\nER  - \n\0\0\0\n".utf8)
    #expect(titles(bytes) == ["Peer support"])
    #expect(warnings(bytes) == [ReadWarning(.zeroBytes, line: 1)])
  }

  @Test("Lines may end with LF, CR LF or CR, all in one file")
  func lineEnds() {
    let bytes = Array(
      "\u{FEFF}TY  - JOUR\rTI  - One\r\nER  - \nTY  - JOUR\n\rTI  - Two\rER  - ".utf8)
    #expect(titles(bytes) == ["One", "Two"])
  }

  private func titles(_ bytes: [UInt8]) -> [String?] {
    RISReader.items(of: bytes).compactMap(\.record).map(\.reference.title)
  }

  private func encoding(_ bytes: [UInt8]) -> TextEncoding {
    var reader = RISReader()
    reader.read(bytes.span) { _ in }
    return reader.encoding
  }

  private func warnings(_ bytes: [UInt8]) -> [ReadWarning] {
    RISReader.items(of: bytes).compactMap {
      if case .warning(let warning) = $0 { warning } else { nil }
    }
  }

  private static func utf16(_ text: String, isBigEndian: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }
}
