import Formats
import Foundation
import Testing

@Suite("Every sample of every format")
struct SampleTests {
  private static let rewrites = ProcessInfo.processInfo.environment["WINNOW_GOLDENS"] != nil

  @Test("There are samples of each format, but of the one with a line a record")
  func exist() {
    let names = Format.readers.map { $0.format.name }
    #expect(Sample.folders == names.filter { $0 != "jsonl" }.sorted())
  }

  @Test("A sample is read as written down beside it", arguments: Sample.all)
  func meaning(_ sample: Sample) throws {
    let reader = try #require(Format.reader(named: sample.format))
    let seen = reader.items(of: try sample.bytes()).map(\.listing).joined()
    if Self.rewrites { try sample.rewrite(seen) }
    let told = try sample.expected()
    for (told, seen) in zip(told.split(separator: "\n"), seen.split(separator: "\n")) {
      #expect(told == seen)
    }
    #expect(told == seen)
  }

  @Test("A sample is recognised by its content", arguments: Sample.all)
  func recognising(_ sample: Sample) throws {
    let bytes = try sample.bytes()
    let found = Format.reader(recognising: bytes.span).map { $0.format.name }
    #expect(found == sample.format)
  }

  @Test("Where a sample is cut into pieces changes nothing", arguments: Sample.all)
  func pieces(_ sample: Sample) throws {
    let reader = try #require(Format.reader(named: sample.format))
    let bytes = try sample.bytes()
    let whole = reader.items(of: bytes)
    for size in [1, 2, 3, 7, 64, 1000] {
      #expect(reader.items(of: bytes, inPiecesOf: size) == whole, "pieces of \(size) bytes")
    }
  }

  @Test("A sample cut short at any byte is read, and nothing in it stands twice")
  func truncated() throws {
    for sample in Sample.all {
      let reader = try #require(Format.reader(named: sample.format))
      let bytes = try sample.bytes()
      // Every byte of the first records, and of the rest enough to meet each line somewhere.
      let lengths =
        Array(0..<min(bytes.count, 600)) + Array(stride(from: 600, to: bytes.count, by: 61))
      for length in lengths {
        var end = 0
        for item in reader.items(of: Array(bytes.prefix(length))) {
          guard let range = item.range else { continue }
          #expect(range.lowerBound >= end && range.upperBound <= length)
          end = range.upperBound
        }
      }
    }
  }

  @Test(
    "Offset and length lead to the printed record, which reads as the same", arguments: Sample.all)
  func places(_ sample: Sample) throws {
    let reader = try #require(Format.reader(named: sample.format))
    let bytes = try sample.bytes()
    var whole = reader.init()
    whole.read(bytes.span) { _ in }
    for record in reader.items(of: bytes).compactMap(\.record) {
      // An entity that a DTD may declare is one only where there is a DTD.
      let head = sample.format == "pubmed-xml" ? "<!DOCTYPE PubmedArticle SYSTEM \"x\">" : ""
      let part =
        Array(head.utf8) + whole.lead + bytes[record.offset..<record.offset + record.length]
      #expect(reader.items(of: part).compactMap(\.record).map(\.reference) == [record.reference])
      let line = bytes[..<record.offset].count { $0 == UInt8(ascii: "\n") } + 1
      #expect(record.line == line)
    }
  }
}
