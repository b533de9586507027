import Glibc

/// The samples of a format, which stand beside the tests.
enum Samples {
  static func of(_ format: String) -> [[UInt8]] {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let folder = "/\(tests)/FormatsTests/Samples/\(format)"
    let names = names(in: folder).filter { !$0.hasSuffix(".expected") }.sorted()
    // Of JSON Lines there is no file: a line is enough.
    guard !names.isEmpty else {
      return [Array("{\"title\":\"A\",\"authors\":[{\"family\":\"B\"}],\"year\":2019}\n".utf8)]
    }
    return names.map { bytes(of: "\(folder)/\($0)") }
  }

  private static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 {
      bytes += part[..<count]
    }
    return bytes
  }
}
