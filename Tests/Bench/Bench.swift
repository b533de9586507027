import Glibc
import LabelledSets

/// What `make bench` runs: figures of this machine, each with the bar that it is held to.
///
/// Figures of memory are the peak of a process of their own (VmHWM), so the program starts itself
/// anew for each.
enum Bench {
  static func run(_ words: [String]) -> Int32 {
    do {
      switch words.first {
      case nil: try runAll()
      case "read" where words.count == 1: try readAll()
      case "import" where words.count == 1: try importAll()
      case "import" where Int(words[1]) != nil: try importAll(records: Int(words[1]) ?? 0)
      case "import": try Importing.run(in: words[1])
      case "write" where words.count == 4:
        try write(words[1], records: Int(words[2]) ?? 0, to: words[3])
      case "read":
        try Reading.read(
          words[1], beside: Array(words.dropFirst(3)), records: Int(words[2]) ?? 0)
      case "make": try Scale.make(in: words[1], reports: Int(words[2]) ?? 0)
      case "open": try Scale.open(in: words[1], withCheckpoint: words[2] == "checkpoint")
      case "beside": try Scale.writeBesideReader(in: words[1])
      case "decide" where words.count == 2: try Deciding.measureAll(in: words[1])
      case "decide": try Deciding.measure(in: words[1], threads: Int(words[2]) ?? 1)
      case "serve": try Forms.serve(in: words[1])
      case "ask":
        var cookies: [String] = []
        while let line = readLine() { cookies.append(line) }
        Forms.ask(cookies, port: UInt16(words[1]) ?? 0, seconds: Double(words[2]) ?? 30)
      case "ask-peer": Forms.askPeer(port: UInt16(words[1]) ?? 0, seconds: Double(words[2]) ?? 30)
      case "alike": Alike.measure(words[1], Int(words[2]) ?? 0)
      case "finding" where words.count > 2: try Finding.run(words[2], in: words[1])
      case "finding": try findAll(count: words.count > 1 ? Int(words[1]) ?? 0 : 100_000)
      case "duplicates" where words.count > 1: Duplicates.measureSpeed(count: Int(words[1]) ?? 0)
      case "duplicates": try measureDuplicates()
      default:
        print(
          "Usage: Bench [duplicates|finding|read|import|write], or Tests/Bench/forms for the pages")
        return 64
      }
      return 0
    } catch {
      print("bench failed: \(error)")
      return 1
    }
  }

  /// Reading alone: `Bench read`.
  private static func readAll() throws {
    print(Machine.name)
    let folder = try Machine.scratchFolder()
    defer { Machine.remove(folder) }
    try Reading.measureAll(in: folder) { words in try again(words) }
  }

  private static func runAll() throws {
    let reports = getenv("WINNOW_BENCH_REPORTS").flatMap { Int(String(cString: $0)) } ?? 1_000_000
    print(Machine.name)
    let folder = try Machine.scratchFolder()
    defer { Machine.remove(folder) }

    print("\nA review of \(reports) reports and \(2 * reports) decisions")
    try again("make", folder, String(reports))
    try again("open", folder, "ledger")
    try again("open", folder, "checkpoint")
    try again("beside", folder)

    print("\nAcknowledged decisions a second, synchronous=FULL, at the workbench")
    print("(bar: of 64 at once at least 8 times as many as of one)")
    try again("decide", folder)

    try Reading.measureAll(in: folder) { words in try again(words) }
    try Importing.measureAll(in: folder) { words in try again(words) }
    try measureDuplicates()
    try Finding.measureAll(count: 100_000, in: folder) { words in try again(words) }
  }

  /// A whole import alone: `Bench import`, or `Bench import RECORDS`.
  private static func importAll(records: Int = Importing.records) throws {
    print(Machine.name)
    let folder = try Machine.scratchFolder()
    defer { Machine.remove(folder) }
    try Importing.measureAll(records, in: folder) { words in try again(words) }
  }

  /// A made-up file to try the program on: `Bench write ris|pubmed-xml|reprinted RECORDS PATH`.
  private static func write(_ format: String, records: Int, to path: String) throws {
    var generated = GeneratedRecords()
    if format == "reprinted" { return try Finding.write(records, of: &generated, to: path) }
    try MadeUp.write(format, records: records, to: path)
  }

  /// Finding duplicates in a review alone: `Bench finding`.
  private static func findAll(count: Int) throws {
    print(Machine.name)
    let folder = try Machine.scratchFolder()
    defer { Machine.remove(folder) }
    try Finding.measureAll(count: count, in: folder) { words in try again(words) }
  }

  private static func measureDuplicates() throws {
    print("\nDuplicates on labelled sets: works lost, duplicates left, pairs asked and missed")
    try Duplicates.measure()
    print("\nDuplicates among made-up records, with abstracts")
    for count in [100_000, 500_000] { try again("duplicates", String(count)) }
    print("\nDuplicates among records of one title")
    for kind in Alike.kinds {
      for count in [6_000, 60_000] { try again("alike", kind, String(count)) }
    }
  }

  private static func again(_ words: String...) throws { try again(words) }

  /// Starts this program once more, with its own memory to measure.
  private static func again(_ words: [String]) throws {
    let arguments = [Machine.program] + words
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    fflush(nil)
    var child = pid_t()
    guard posix_spawn(&child, Machine.program, nil, nil, &pointers, environ) == 0 else {
      throw BenchFault(what: "cannot start \(Machine.program)")
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    if status != 0 { throw BenchFault(what: "\(words.joined(separator: " ")) failed") }
  }
}

/// Why a figure could not be taken.
struct BenchFault: Error {
  let what: String
}
