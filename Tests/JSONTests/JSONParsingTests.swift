import JSON
import Testing

@Suite("Reading JSON")
struct JSONParsingTests {
  @Test("Every kind of value is read")
  func kinds() throws {
    let value = try JSONValue.parse(
      #" { "a" : [ null , true , false , -1.50e+3 , "x" ] , "b" : { } , "c" : [ ] } "#)
    #expect(
      value == [
        "a": [nil, true, false, .number("-1.50e+3"), "x"], "b": .object([]), "c": .array([]),
      ])
    #expect(value["a"]?.elements?.count == 5)
    #expect(value["d"] == nil)
  }

  @Test("Members keep the order in which they stand")
  func order() throws {
    let value = try JSONValue.parse(#"{"z":1,"a":2,"m":3}"#)
    #expect(value.members?.map(\.key) == ["z", "a", "m"])
  }

  @Test(
    "A number keeps its digits", arguments: ["0", "-0", "1.10", "1e400", "12345678901234567890"])
  func digits(text: String) throws {
    #expect(try JSONValue.parse(text) == .number(text))
  }

  @Test(
    "Escapes become their characters",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u00E9 \ud83d\uDE00""#, "éé 😀"), (#""a\u0000b""#, "a\0b"), ("\"é😀\"", "é😀"),
    ])
  func escapes(text: String, meaning: String) throws {
    #expect(try JSONValue.parse(text) == .string(meaning))
  }

  @Test(
    "What RFC 8259 forbids is refused",
    arguments: [
      "", " ", "nul", "nulle", "True", "NaN", "01", "-", "1.", ".5", "1e", "+1", "'a'", "[1,]",
      "[,1]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{1:1}", "[1 2]", "1 2", "\"a", "\"\n\"",
      #""\x""#, #""\u12g4""#, "// c\n1", "\u{FEFF}1", "[}", "{]",
    ])
  func refused(text: String) {
    #expect(throws: JSONFault.self) { try JSONValue.parse(text) }
  }

  @Test("A fault names line, column and what to do")
  func fault() {
    let error = #expect(throws: JSONFault.self) {
      try JSONValue.parse("{\n  \"é\": 1,\n  \"ü\": tru\n}")
    }
    #expect(
      error?.description
        == "line 3, column 8: \"t\" stands where a value is expected. Put a value there.")
  }

  @Test("A name that stands twice is refused", arguments: [2, 40])
  func repeated(count: Int) {
    let names = (1..<count).map { "\"k\($0)\":0" } + ["\"k1\":1"]
    let error = #expect(throws: JSONFault.self) {
      try JSONValue.parse("{" + names.joined(separator: ",") + "}")
    }
    #expect(error?.fault == .repeatedKey("k1"))
  }

  @Test(
    "Half of a surrogate pair is refused",
    arguments: [#""\ud83d""#, #""\udE00""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\ud83d""#])
  func surrogates(text: String) {
    let error = #expect(throws: JSONFault.self) { try JSONValue.parse(text) }
    #expect(error?.fault == .loneSurrogate)
  }

  @Test("Bytes that are not UTF-8 are refused where they stand")
  func encoding() {
    let error = #expect(throws: JSONFault.self) {
      try JSONValue.parse([0x22, 0x61, 0xE9, 0x22] as [UInt8])
    }
    #expect(error == JSONFault(.notUTF8, line: 1, column: 3))
  }

  @Test("A raw control character in a string is refused")
  func control() {
    let error = #expect(throws: JSONFault.self) { try JSONValue.parse("\"a\tb\"") }
    #expect(error?.fault == .controlCharacter(9))
  }

  @Test("Nesting is read up to the limit and refused beyond it", arguments: ["[", "{\"a\":"])
  func depth(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
    }
    _ = try JSONValue.parse(nested(JSONValue.depthLimit))
    let error = #expect(throws: JSONFault.self) {
      try JSONValue.parse(nested(JSONValue.depthLimit + 1))
    }
    #expect(error?.fault == .tooDeep(limit: JSONValue.depthLimit))
  }

  @Test("A million opening brackets are refused without a crash")
  func bomb() {
    #expect(throws: JSONFault.self) {
      try JSONValue.parse([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000))
    }
  }

  @Test("A text cut off at any byte is refused, or is not JSON any more")
  func truncation() throws {
    let whole = Array(
      #"{"a":[1,-2.5e3,"é\u00e9\ud83d\ude00\n",true,false,null],"b":{"c":""}}"#.utf8)
    _ = try JSONValue.parse(whole)
    for end in whole.indices {
      #expect(throws: JSONFault.self, "cut at \(end)") { try JSONValue.parse(whole[..<end]) }
    }
  }

  @Test("Changing any byte to any other never crashes")
  func mutation() {
    let whole = Array(#"{"a":[1.5e3,"\u00e9é"],"b":null}"#.utf8)
    for index in whole.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = whole
        changed[index] = byte
        _ = try? JSONValue.parse(changed)
      }
    }
  }
}
