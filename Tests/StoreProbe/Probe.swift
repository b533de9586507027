import Glibc
import Ledger
import SQLite

/// A process that works on a store, for tests that kill it, starve it or run two of it at once.
///
/// `append PATH AUTHOR COMMITS ENTRIES BYTES` appends in so many transactions and prints the
/// position after each, once it is committed; `verify PATH` prints the position of the head of the
/// whole chain. A fault is printed after the word `fault`.
enum Probe {
  /// The ledger it works on.
  static let ledger = Identifier(high: 0x5052_4F42_4500_0000, low: 1)

  static func run(_ arguments: [String]) -> Int32 {
    do throws(StoreFault) {
      switch arguments.first {
      case "append":
        let numbers = arguments.dropFirst(2).compactMap { Int($0) }
        guard numbers.count == 4 else { return EX_USAGE }
        try append(
          to: arguments[1], by: numbers[0], commits: numbers[1], entries: numbers[2],
          bytes: numbers[3])
      case "verify":
        guard arguments.count == 2 else { return EX_USAGE }
        let store = try SQLiteStore.open(path: arguments[1], create: false)
        say("\(try store.verifyChain(of: ledger).position)")
      default:
        return EX_USAGE
      }
      return EX_OK
    } catch {
      say("fault \(error)")
      return EX_IOERR
    }
  }

  private static func append(
    to path: String, by author: Int, commits: Int, entries: Int, bytes: Int
  ) throws(StoreFault) {
    let store = try SQLiteStore.open(path: path, create: true)
    let payload = [UInt8](repeating: UInt8(truncatingIfNeeded: author), count: bytes)
    for _ in 0..<commits {
      let position = try store.write { (transaction) throws(StoreFault) in
        var head = try transaction.head(of: ledger)
        for _ in 0..<entries {
          let entry = Entry(
            ledger: ledger, after: head, moment: now,
            author: .person(Identifier(high: 0, low: UInt64(author))), protocolVersion: 1, kind: 1,
            payload: payload)
          try transaction.append(entry)
          head = entry.head
        }
        try transaction.keep(
          Receipt(
            request: Identifier(high: UInt64(author), low: UInt64(head.position)), ledger: ledger,
            position: head.position, answer: []))
        return head.position
      }
      say("\(position)")
    }
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// Without a buffer: what was said was said, whatever becomes of the process.
  private static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    write(STDOUT_FILENO, bytes, bytes.count)
  }
}
