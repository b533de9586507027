import Foundation

/// Runs the commands of a transcript with the built program, in a folder made for it.
struct TranscriptRunner {
  private let folder: URL
  private let binaries: URL
  private var mask: Mask

  /// Makes the folder; what the repository offers its users is there too, under its own names.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "winnow-\(UUID().uuidString)")
    binaries = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    mask = Mask(folder: folder.path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["protocols", "imports"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Package.folder.appending(path: name))
    }
  }

  /// Does every step anew; the result holds what the program answered now.
  mutating func run(_ transcript: Transcript) throws -> Transcript {
    defer { try? FileManager.default.removeItem(at: folder) }
    var transcript = transcript
    transcript.parts = try transcript.parts.map { part in
      switch part {
      case .remark: part
      case .step(let command, _): .step(command: command, answer: try answer(to: command))
      }
    }
    return transcript
  }

  private mutating func answer(to command: [String]) throws -> Transcript.Answer {
    // Files, not pipes: nothing blocks, however much is printed.
    let streams = [".stdout", ".stderr"].map { folder.appending(path: $0) }
    for stream in streams { try Data().write(to: stream) }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command.joined(separator: "\n")]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()

    return Transcript.Answer(
      output: try lines(of: streams[0]), errors: try lines(of: streams[1]),
      status: process.terminationStatus)
  }

  private mutating func lines(of file: URL) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (text.hasSuffix("\n") || text.isEmpty ? lines.dropLast() : lines[...]).map {
      mask.masked(String($0))
    }
  }

  private var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var environment = [
      "PATH": "\(binaries.path):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
    ]
    environment["LLVM_PROFILE_FILE"] = own["LLVM_PROFILE_FILE"]
    return environment
  }
}

/// The package that these tests belong to.
enum Package {
  /// Its folder.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Its transcripts.
  static let transcripts = folder.appending(path: "Tests/EndToEndTests/Transcripts")
}
