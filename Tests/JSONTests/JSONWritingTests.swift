import JSON
import Testing

@Suite("Writing JSON")
struct JSONWritingTests {
  @Test("A value on one line has no blanks and no line break")
  func line() {
    let value: JSONValue = ["a": [1, "x\n", nil], "b": .object([]), "c": true]
    #expect(value.text() == #"{"a":[1,"x\n",null],"b":{},"c":true}"#)
  }

  @Test("An indented value stands as people write it")
  func indented() {
    let value: JSONValue = ["a": [1, 2], "b": .array([]), "c": ["d": "e"]]
    #expect(
      value.text(indented: true) == """
        {
          "a": [
            1,
            2
          ],
          "b": [],
          "c": {
            "d": "e"
          }
        }
        """)
  }

  @Test("Control characters are escaped, others stand as they are")
  func escapes() {
    #expect(
      JSONValue("\u{0}\u{1F}\"\\\u{8}\t/é😀\u{7F}").text() == #""\u0000\u001f\"\\\b\t/é😀\#u{7F}""#)
  }

  @Test("Values are made from what the language offers")
  func making() {
    #expect(JSONValue(UInt64.max) == .number("18446744073709551615"))
    #expect(JSONValue(["a", "b"]) == ["a", "b"])
    #expect(JSONValue(nil as JSONValue?) == .null)
    #expect(JSONValue(7).integer == 7)
    let (text, truth) = ("a", true)
    #expect(JSONValue(text).string == "a")
    #expect(JSONValue(truth).bool == true)
    #expect(JSONValue(truth).string == nil && JSONValue(text).bool == nil)
    #expect(JSONValue.number("7.5").integer == nil)
  }

  @Test("What is written is read as the same value", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let value = dice.value(depth: 5)
    #expect(try JSONValue.parse(value.text()) == value)
    #expect(try JSONValue.parse(value.text(indented: true)) == value)
  }
}

/// Random values from a seed.
private struct Dice {
  var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  mutating func value(depth: Int) -> JSONValue {
    switch roll(depth > 0 ? 7 : 5) {
    case 0: .null
    case 1: .bool(roll(2) == 0)
    case 2: .number(["0", "-12", "1.50", "3e-7", "12345678901234567890"][roll(5)])
    case 3, 4: .string(text())
    case 5: .array((0..<roll(5)).map { _ in value(depth: depth - 1) })
    default:
      .object((0..<roll(5)).map { .init(key: "\($0)\(text())", value: value(depth: depth - 1)) })
    }
  }

  mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<roll(8) {
      let ceiling = [0x20, 0x80, 0x800, 0x10000, 0x110000][roll(5)]
      if let scalar = Unicode.Scalar(UInt32(roll(ceiling))) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
