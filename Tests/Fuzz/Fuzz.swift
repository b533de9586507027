import Formats
import Glibc
import Mutations

/// What `make fuzz` runs: damaged samples through every reader, for so many seconds.
///
/// Each batch runs in a process of its own, so that a crash or a hang is told by its seed:
/// `Fuzz one FORMAT SEED` does the same again, and `Fuzz show FORMAT SEED` prints the damaged file.
enum Fuzz {
  private static let batch = 200
  /// So long may a batch take before it counts as hanging.
  private static let patience: UInt32 = 60

  static func run(_ words: [String]) -> Int32 {
    switch words.first {
    case "show": return show(words[1], UInt64(words[2]) ?? 0)
    case "one": return trials(words[1], from: UInt64(words[2]) ?? 0, count: 1)
    case "batch": return trials(words[1], from: UInt64(words[2]) ?? 0, count: batch)
    case _: return all(seconds: words.first.flatMap { Int($0) } ?? 60)
    }
  }

  private static func all(seconds: Int) -> Int32 {
    let names = Format.readers.map { $0.format.name }
    let start = time(nil)
    var seed = UInt64(start)
    var count = 0
    print("fuzz: \(names.count) readers for \(seconds) s from seed \(seed)")
    while time(nil) - start < seconds {
      for name in names where time(nil) - start < seconds {
        if child(["batch", name, "\(seed)"]) != 0 { return 1 + narrow(name, from: seed) }
        count += batch
      }
      seed += UInt64(batch)
    }
    print("fuzz: \(count) damaged files read, nothing found")
    return 0
  }

  /// Finds the seed in a batch that failed.
  private static func narrow(_ name: String, from start: UInt64) -> Int32 {
    for seed in start..<start + UInt64(batch) where child(["one", name, "\(seed)"]) != 0 {
      print("fuzz: \(name) fails with seed \(seed). Run: Fuzz one \(name) \(seed)")
      return 0
    }
    print("fuzz: \(name) fails somewhere from seed \(start) on, but not alone")
    return 0
  }

  private static func show(_ name: String, _ seed: UInt64) -> Int32 {
    var mutation = Mutation(seed: seed)
    let bytes = file(Samples.of(name), &mutation)
    return write(STDOUT_FILENO, bytes, bytes.count) == bytes.count ? 0 : 1
  }

  private static func file(_ samples: [[UInt8]], _ mutation: inout Mutation) -> [UInt8] {
    let sample = samples[mutation.roll(samples.count)]
    let other = samples[mutation.roll(samples.count)]
    return mutation.damaged(sample, beside: other)
  }

  private static func trials(_ name: String, from start: UInt64, count: Int) -> Int32 {
    alarm(patience)
    guard let reader = Format.reader(named: name) else { return 64 }
    let samples = Samples.of(name)
    guard !samples.isEmpty else { return 0 }
    for seed in start..<start + UInt64(count) {
      var mutation = Mutation(seed: seed)
      let bytes = file(samples, &mutation)
      if let fault = Trial.fault(of: reader, on: bytes, inPiecesOf: 1 + mutation.roll(300)) {
        print("fuzz: \(name), seed \(seed): \(fault)")
        return 1
      }
    }
    return 0
  }

  /// Runs this program once more; what it gave back, or not zero where it crashed.
  private static func child(_ words: [String]) -> Int32 {
    var pointers = (["/proc/self/exe"] + words).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    fflush(nil)
    // A trace of a crash takes longer than the batch, and the seed says more.
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    var child = pid_t()
    guard posix_spawn(&child, "/proc/self/exe", nil, nil, &pointers, environ) == 0 else { return 1 }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status
  }
}
