import Foundation
import Testing

/// A file of Tests/Goldens: what a document looked like when somebody last read it.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens")

  /// Compares a text with its golden file; `make goldens` writes it anew instead.
  static func expect(_ text: String, is name: String) throws {
    let file = folder.appending(path: name)
    guard ProcessInfo.processInfo.environment["WINNOW_GOLDENS"] == nil else {
      return try Data(text.utf8).write(to: file)
    }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "\(name) differs: read both, then \"make goldens\"")
  }
}
