import Bibliography
import Formats
import JSON
import TestSupport
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("Every key of the format is read into its field")
  func keys() throws {
    let line = """
      {"id":"1","type":"JOUR","title":"T","authors":[{"family":"A","given":"B."},{"family":"C"},\
      {"name":"Group"}],"year":2019,"date":"2019-05","journal":"J","volume":"7","issue":"2",\
      "pages":"1-9","doi":"10.1/x","pmid":123,"issn":"1234-5679","isbn":"i","abstract":"Ab",\
      "keywords":["k","l"],"language":"eng","urls":["u"],"publisher":"P","place":"Q",\
      "accession":"a","database":"d","notes":["n"],"extra":{"X1":["x","y"]}}
      """
    let reference = try #require(records(line).first?.reference)
    #expect(
      reference.authors == [
        .person(family: "A", given: "B."), .person(family: "C", given: nil), .named("Group"),
      ])
    #expect(reference.year == "2019")
    #expect(reference.pmid == "123")
    #expect(reference.keywords == ["k", "l"])
    #expect(reference.extra == [.init(tag: "X1", values: ["x", "y"])])
    for field in Reference.TextField.allCases { #expect(reference[field] != nil, "\(field)") }
    #expect(
      reference.json.text() == line.replacing("2019,", "\"2019\",").replacing("123,", "\"123\","))
  }

  @Test("A record with a title alone is a record, and null is as good as absent")
  func few() throws {
    let reference = try #require(
      records(#"{"title":"T","doi":null,"authors":null}"#).first?.reference)
    #expect(reference.json.text() == #"{"title":"T"}"#)
  }

  @Test("A key that is not known is kept under its own name")
  func unknown() throws {
    let line = #"{"title":"T","extra":{"AB":["1"]},"AB":"2","N":3,"O":{"a":[true]},"L":["x",{}]}"#
    let reference = try #require(records(line).first?.reference)
    #expect(
      reference.extra == [
        .init(tag: "AB", values: ["1", "2"]), .init(tag: "N", values: ["3"]),
        .init(tag: "O", values: [#"{"a":[true]}"#]), .init(tag: "L", values: ["x", "{}"]),
      ])
  }

  @Test("A single text where a list belongs is a list of one")
  func single() throws {
    let reference = try #require(records(#"{"keywords":"k","authors":"Group"}"#).first?.reference)
    #expect(reference.keywords == ["k"])
    #expect(reference.authors == [.named("Group")])
  }

  @Test(
    "A line that cannot be read is quarantined with a sentence, and reading goes on",
    arguments: [
      (#"{"title":"T""#, "a.jsonl:2:13: The line is not JSON. The text ends within"),
      ("TI  - Title", "a.jsonl:2:1: The line is not JSON. \"T\" stands where a value"),
      ("[1]", "a.jsonl:2: The line holds an array, where a record is expected."),
      (#"{"title":["T"]}"#, "a.jsonl:2: title holds an array, where a string is expected."),
      (#"{"keywords":[{}]}"#, "a.jsonl:2: keywords holds an object in its list, where a string"),
      (#"{"authors":[{"given":"A"}]}"#, "a.jsonl:2: authors holds an object, where a list of"),
      (#"{"extra":[]}"#, "a.jsonl:2: extra holds an array, where an object of tags"),
      ("{}", "a.jsonl:2: The record holds no field with anything in it."),
      (
        #"{"title":"a","title":"b"}"#,
        "a.jsonl:2:14: The line is not JSON. The name \"title\" stands"
      ),
    ])
  func quarantine(line: String, sentence: String) throws {
    let text = #"{"title":"1"}"# + "\n\(line)\n" + #"{"title":"3"}"#
    let items = JSONLinesReader.items(of: Array(text.utf8))
    #expect(items.count == 3)
    guard case .quarantined(let bad) = items[1] else {
      Issue.record("the bad line was taken for a record")
      return
    }
    #expect(bad.fault.description(in: "a.jsonl").hasPrefix(sentence))
    #expect(bad.text == line)
    #expect((bad.line, bad.offset, bad.length) == (2, 14, line.utf8.count))
  }

  @Test("Bytes that are not UTF-8 are quarantined as they are")
  func encoding() throws {
    let bytes = Array("{\"title\":\"caf".utf8) + [0xE9] + Array("\"}".utf8)
    guard case .quarantined(let bad)? = JSONLinesReader.items(of: bytes).first else {
      Issue.record("the line was taken for a record")
      return
    }
    #expect(bad.raw == bytes)
    #expect(bad.fault.problem == .notJSON(.notUTF8))
  }

  @Test("Line, offset and length lead to the printed record", arguments: ["\n", "\r\n", "\r"])
  func places(ending: String) {
    let lines = [#"{"title":"é"}"#, "", #" {"title":"b"}"#, #"{"title":"c"}"#]
    let bytes = Array(("\u{FEFF}" + lines.joined(separator: ending)).utf8)
    let records = records(bytes)
    #expect(records.map(\.line) == [1, 3, 4])
    #expect(
      records.map { String(decoding: bytes[$0.offset..<$0.offset + $0.length], as: UTF8.self) }
        == [lines[0], lines[2], lines[3]])
  }

  @Test("Where the file is cut into pieces changes nothing", arguments: 1...40)
  func pieces(size: Int) {
    let text =
      "\u{FEFF}{\"title\":\"é\"}\r\n\r\n{\"title\":\"b\"}\rnonsense\n\n{\"title\":\"c\"}\r\n"
    let bytes = Array(text.utf8)
    var reader = JSONLinesReader()
    var items: [ReadItem] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.read(bytes.span.extracting(start..<min(start + size, bytes.count))) {
        items.append($0)
      }
    }
    reader.finish { items.append($0) }
    #expect(items == JSONLinesReader.items(of: bytes))
    #expect(items.count == 4)
  }

  @Test("A line beyond the limit is quarantined, in pieces or whole, and the next one is read")
  func tooLong() throws {
    let long = JSONLinesReader.lineLimit + 10
    let bytes =
      [UInt8](repeating: UInt8(ascii: "x"), count: long) + Array("\n{\"title\":\"T\"}".utf8)
    for size in [1 << 20, bytes.count] {
      var reader = JSONLinesReader()
      var items: [ReadItem] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        reader.read(bytes.span.extracting(start..<min(start + size, bytes.count))) {
          items.append($0)
        }
      }
      reader.finish { items.append($0) }
      guard items.count == 2, case .quarantined(let bad) = items[0], case .record = items[1] else {
        Issue.record("expected one bad and one good line")
        return
      }
      #expect(bad.length == long)
      #expect(bad.raw.count == 4096)
      #expect(bad.fault.sentence.hasPrefix("The line is longer than 16 MB."))
    }
  }

  @Test("Who reads may stop, and is not called again")
  func stopping() {
    struct Enough: Error {}
    var count = 0
    let bytes = Array("{\"title\":\"a\"}\n{\"title\":\"b\"}\n".utf8)
    #expect(throws: Enough.self) {
      try JSONLinesReader.read(whole: bytes.span) { (_: ReadItem) throws(Enough) in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }

  @Test("What is written is read as the same reference", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    let reference = Reference.random(seed: seed).withoutEmpty
    var bytes: [UInt8] = []
    JSONLinesWriter().append(reference, to: &bytes)
    #expect(records(bytes).map(\.reference) == (reference.isEmpty ? [] : [reference]))
  }

  private func records(_ text: String) -> [ReadRecord] { records(Array(text.utf8)) }

  private func records(_ bytes: [UInt8]) -> [ReadRecord] {
    JSONLinesReader.items(of: bytes).compactMap {
      guard case .record(let record) = $0 else { return nil }
      return record
    }
  }
}

extension Reference {
  /// JSON Lines does not tell an empty field from one that is absent.
  fileprivate var withoutEmpty: Reference {
    var kept = self
    for field in TextField.allCases where self[field] == "" { kept[field] = nil }
    kept.extra = extra.filter { !$0.values.isEmpty }
    return kept
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
