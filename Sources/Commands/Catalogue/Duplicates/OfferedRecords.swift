import Bibliography
import Formats
import Service

/// The records of some files in their order, as matching needs them; the files are read again where
/// more is asked for, so that only a key of each record stays in memory.
struct OfferedRecords {
  /// A record with its place among all of them, from 0.
  typealias Numbered = (place: Int, reference: Reference)

  /// What each record calls itself; its ordinal where it says nothing.
  private(set) var ids: [String] = []
  /// What compares them; the number of each is its place.
  private var matcher = Matcher()
  private var files: [(source: ImportSource, count: Int)] = []
  private let format: String?

  /// No records yet, of files in some format.
  init(as format: String?) { self.format = format }

  /// How many records there are.
  var count: Int { ids.count }

  /// Adds what a file holds; of one that breaks off, what stands before that.
  mutating func add(
    _ file: ImportSource, _ tally: inout OfferTally, for call: Invocation
  ) throws(Failure) {
    let first = count
    defer { files.append((file, count - first)) }
    try call.records(of: file, as: format, &tally) { (reference) in
      let place = ids.count
      ids.append(reference.id ?? "\(place + 1)")
      matcher.append(MatchKey(reference, number: UInt32(place)))
    }
  }

  /// Compares them all, and forgets what was only needed for that.
  mutating func matched() -> Deduplication {
    matcher.match()
    defer { matcher = Matcher() }
    return Deduplication(matcher.groups(), of: count)
  }

  /// The file that each record came from, by its name, in order.
  var names: [String] { files.flatMap { Array(repeating: $0.source.name, count: $0.count) } }

  /// Reads every record once more.
  func read(_ body: (Numbered) throws(Fault) -> Void) throws(Fault) {
    var first = 0
    for file in files {
      var place = first
      let end = first + file.count
      do throws(Fault) {
        _ = try file.source.read(as: format) { (item) throws(Fault) in
          guard case .record(let record) = item, place < end else { return }
          try body((place, record.reference))
          place += 1
        }
      } catch {
        // A file that breaks off was told when it was first read.
        if place < end || !error.isOfFile { throw error }
      }
      first = end
    }
  }
}

extension Fault {
  /// Whether a file of records is wrong, as opposed to one that is written.
  fileprivate var isOfFile: Bool {
    guard case .file(let fault) = self else { return false }
    return fault.family == .file
  }
}
