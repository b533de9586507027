import Glibc

/// A file of this repository, by its path from the top.
enum Repository {
  /// The bytes of a file; none if it cannot be read.
  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(top + path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The text of a file.
  static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  /// Writes a file anew; only `make goldens` asks for it.
  static func write(_ text: String, to path: String) {
    guard let file = fopen(top + path, "w") else { return }
    defer { fclose(file) }
    fputs(text, file)
  }

  private static let top = String(#filePath.dropLast("Tests/ProtocolFileTests/Sample.swift".count))
}

/// The worked protocols of this repository.
let samples = [
  "protocols/peer-support.yaml", "protocols/exercise-for-depression.yaml",
  "protocols/smallest.yaml",
]
