import Glibc
import LabelledSets

/// What bib-dedupe, a published tool in Python, makes of a labelled set.
struct BibDedupe {
  let seconds: Double
  let megabytes: Int
  private let sets: [[String]]

  /// Runs it, if the interpreter (`WINNOW_BENCH_PYTHON`, else `python3`) can import it.
  static func run(on folder: String) throws -> BibDedupe? {
    let python = getenv("WINNOW_BENCH_PYTHON").map { String(cString: $0) } ?? "python3"
    guard let lines = output(of: [python, "-c", script, folder]), let first = lines.first else {
      print("  bib-dedupe: \(python) cannot import it, so it is not beside (WINNOW_BENCH_PYTHON)")
      return nil
    }
    let figures = first.split(separator: " ")
    guard figures.count == 2, let seconds = Double(figures[0]), let megabytes = Int(figures[1])
    else { throw BenchFault(what: "bib-dedupe printed no figures") }
    return BibDedupe(
      seconds: seconds, megabytes: megabytes,
      sets: lines.dropFirst().map { $0.split(separator: ";").map(String.init) })
  }

  /// The groups as a number for each record.
  func groups(of set: LabelledSet) -> [Int] {
    var numbers: [String: Int] = [:]
    for (number, ids) in sets.enumerated() {
      for id in ids { numbers[id] = number }
    }
    return set.ids.enumerated().map { numbers[$1] ?? sets.count + $0 }
  }

  private static func output(of words: [String]) -> [Substring]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    defer { posix_spawn_file_actions_destroy(&actions) }
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    let started = posix_spawnp(&child, words[0], &actions, nil, &pointers, environ) == 0
    close(ends[1])
    defer { close(ends[0]) }
    guard started else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(ends[0], &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard status == 0 else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .drop { !$0.hasPrefix("figures ") }.enumerated()
      .map { $0 == 0 ? $1.dropFirst("figures ".count) : $1 }
  }

  private static let script = """
    import resource, sys, time
    import pandas
    from bib_dedupe.bib_dedupe import prep, block, match, cluster

    records = pandas.read_csv(sys.argv[1] + "/records.csv", dtype=str, keep_default_na=False)
    for name in ["author", "title", "year", "journal", "volume", "number", "pages", "abstract", "doi"]:
        if name not in records:
            records[name] = ""
    start = time.time()
    sets = cluster(match(block(prep(records, cpu=1), cpu=1), cpu=1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print("figures", round(time.time() - start, 2), peak)
    for ids in sets:
        print(";".join(ids))
    """
}
