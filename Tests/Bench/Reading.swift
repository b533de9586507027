import Formats
import Glibc

/// Reading of exports, beside the programs that others use, in one run.
enum Reading {
  /// The formats that are measured, with what others read the same file with.
  private static let formats = [
    (name: "ris", records: 200_000, others: ["rispy", "ris2xml"]),
    (name: "pubmed-xml", records: 60_000, others: ["pubmed_parser", "med2xml"]),
  ]

  static func measureAll(in folder: String, again: ([String]) throws -> Void) throws {
    for format in formats {
      let path = "\(folder)/\(format.name)"
      // Some take longer for a record the more there are: they are seen at both lengths.
      try MadeUp.write(format.name, records: format.records, to: path)
      try MadeUp.write(format.name, records: format.records / 20, to: path + ".short")
      print("\n\(format.records) records of \(format.name)")
      try again(["read", path, "\(format.records / 20)"] + format.others)
    }
  }

  /// Reads one file in pieces and prints what that took, and what others take for it and its beginning.
  static func read(_ path: String, beside others: [String], records short: Int) throws {
    guard let file = fopen(path, "r") else { throw BenchFault(what: "cannot open \(path)") }
    defer { fclose(file) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var reader: (any ReferenceReader)?
    var (records, bytes) = (0, 0)
    func count(_ item: ReadItem) { if case .record = item { records += 1 } }
    // Once without reading anything out of it, so that what a virtual machine takes to bring a file's
    // pages back is nobody's: it has been seen to be more than half of the time.
    while fread(&piece, 1, piece.count, file) > 0 {}
    rewind(file)
    let start = Machine.cpuSeconds()
    while case let length = fread(&piece, 1, piece.count, file), length > 0 {
      let part = piece.span.extracting(first: length)
      if reader == nil { reader = Format.reader(recognising: part)?.init() }
      reader?.read(part, count)
      bytes += length
    }
    reader?.finish(count)
    let speed = say(
      "winnow", records: records, bytes: bytes, seconds: Machine.cpuSeconds() - start,
      remark: "\(Machine.peakMegabytes) MB of memory at most")
    for other in others {
      beside(other, path + ".short", short, speed)
      beside(other, path, records, speed)
    }
  }

  /// Runs another program on the file, and says what it took by its own processor time.
  private static func beside(_ other: String, _ path: String, _ records: Int, _ ours: Double) {
    let python = getenv("WINNOW_BENCH_PYTHON").map { String(cString: $0) } ?? "python3"
    let command =
      switch other {
      case "rispy": "\(python) -c 'import rispy; rispy.load(open(\"\(path)\", encoding=\"utf-8\"))'"
      case "pubmed_parser":
        "\(python) -c 'import pubmed_parser as p; list(p.parse_medline_xml(\"\(path).gz\"))'"
      case _: "\(other) \(path)"
      }
    // pubmed_parser reads packed files only; who packs them is not timed.
    _ = system(other == "pubmed_parser" ? "gzip -1kf \(path)" : "cat \(path) >/dev/null")
    let before = childSeconds()
    guard system("\(command) >/dev/null 2>&1") == 0 else {
      return print("  \(padded(other)) is not installed here")
    }
    let seconds = childSeconds() - before
    var status = stat()
    stat(path, &status)
    let theirs = Double(status.st_size) / seconds
    say(
      other, records: records, bytes: Int(status.st_size), seconds: seconds,
      remark: "for \(records); "
        + "winnow \(Int(10 * ours / theirs) / 10).\(Int(10 * ours / theirs) % 10) times as fast"
    )
  }

  /// Prints a line; how many bytes a second it speaks of.
  @discardableResult
  private static func say(
    _ name: String, records: Int, bytes: Int, seconds: Double, remark: String
  ) -> Double {
    let (perSecond, speed) = (Int(Double(records) / seconds), Double(bytes) / seconds)
    print("  \(padded(name)) \(perSecond) records, \(Int(speed / 1e6)) MB a CPU second; \(remark)")
    return speed
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 14 - name.utf8.count))
  }

  private static func childSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
