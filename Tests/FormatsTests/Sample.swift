import Formats
import Foundation
import JSON
import Testing

/// A made-up export, and what it is read as.
struct Sample: Sendable, CustomTestStringConvertible {
  let format: String
  let name: String

  /// All samples, which stand in a folder for each format.
  static let all: [Sample] =
    folders.flatMap { folder in
      names(in: root.appending(path: folder)).filter { !$0.hasSuffix(".expected") }
        .map { Sample(format: folder, name: $0) }
    }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")

  static var folders: [String] { names(in: root) }

  private static func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
  }

  private var file: URL { Self.root.appending(path: format).appending(path: name) }
  private var expectedFile: URL { file.appendingPathExtension("expected") }

  var testDescription: String { "\(format)/\(name)" }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: file)) }

  func expected() throws -> String { try String(contentsOf: expectedFile, encoding: .utf8) }

  func rewrite(_ text: String) throws {
    try text.write(to: expectedFile, atomically: true, encoding: .utf8)
  }
}

extension ReadItem {
  /// The item as a line or two: a record as JSON, anything else as a sentence with its line.
  var listing: String {
    switch self {
    case .record(let record): "\(record.line): \(record.reference.json.text())\n"
    case .warning(let warning): "\(warning.line): warning: \(warning.sentence)\n"
    case .quarantined(let item):
      "\(item.line): quarantined: \(item.fault.description(in: "file"))\n"
        + item.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  | \($0)\n" }.joined()
    }
  }

  /// Where it stands in its file; nil for a warning.
  var range: Range<Int>? {
    switch self {
    case .record(let record): record.offset..<record.offset + record.length
    case .quarantined(let item): item.offset..<item.offset + item.length
    case .warning: nil
    }
  }

  var record: ReadRecord? {
    switch self {
    case .record(let record): record
    case .quarantined, .warning: nil
    }
  }
}

extension ReferenceReader {
  /// The items of a file that is handed over in pieces of one size.
  static func items(of bytes: [UInt8], inPiecesOf size: Int) -> [ReadItem] {
    var reader = Self()
    var items: [ReadItem] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.read(bytes.span.extracting(start..<min(start + size, bytes.count))) {
        items.append($0)
      }
    }
    reader.finish { items.append($0) }
    return items
  }
}
