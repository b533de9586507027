import Foundation
import Testing

@Suite("The built program does what its transcripts tell")
struct TranscriptTests {
  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: Package.transcripts.path))?
    .filter { $0.hasSuffix(".txt") }.sorted() ?? []

  private static let rewrites = ProcessInfo.processInfo.environment["WINNOW_GOLDENS"] != nil

  @Test("There are transcripts") func exist() { #expect(!Self.names.isEmpty) }

  @Test("Each step is answered as written down", arguments: names)
  func answers(_ name: String) throws {
    let file = Package.transcripts.appending(path: name)
    let told = Transcript(reading: try String(contentsOf: file, encoding: .utf8))
    var runner = try TranscriptRunner()
    let seen = try runner.run(told)

    if Self.rewrites {
      try seen.text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      for (told, seen) in zip(told.parts, seen.parts) { #expect(told == seen) }
    }
  }
}

@Suite("A transcript is read, written and masked faithfully")
struct TranscriptFormatTests {
  @Test("Writing what was read gives the same text")
  func roundTrip() {
    let text = """
      # A remark.

      $ winnow x
      > --more
      out
      \\# not a remark

      out, after an empty line
      \\
      ! err
      !
      [64]

      $ true

      """
    #expect(Transcript(reading: text).text == text)
  }

  @Test(
    "Every line of output survives, whatever it looks like",
    arguments: [
      "", "#", "$ x", "> x", "! x", "!", "[64]", "[", "\\", "\\\\", "plain",
    ])
  func anyOutput(_ line: String) {
    var transcript = Transcript(reading: "$ x\n")
    transcript.parts = [
      .step(command: ["x"], answer: Transcript.Answer(output: [line], errors: [line], status: 1))
    ]
    #expect(Transcript(reading: transcript.text) == transcript)
  }

  @Test("Equal digests, ids and moments stay equal, different ones different")
  func masks() {
    var mask = Mask(folder: "/tmp/f")
    let (one, two) = (String(repeating: "0a", count: 32), String(repeating: "1b", count: 32))
    #expect(mask.masked("\(one) \(two) \(one)") == "<digest-1> <digest-2> <digest-1>")
    #expect(mask.masked("\(two) \(one.prefix(32))") == "<digest-2> <id-1>")
    #expect(mask.masked("/tmp/f/a 2026-11-21T09:00:00.125Z") == "<folder>/a <time-1>")
    #expect(mask.masked("2026-11-21") == "2026-11-21")
  }
}
