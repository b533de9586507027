import LabelledSets
import Synchronization
import Testing

@testable import Bibliography

@Suite("Keys that memory shall not hold are put elsewhere, and nothing else changes")
struct ScratchTests {
  /// Room in memory after all, which counts what is asked of it.
  private final class Room: Scratch {
    let threshold: Int
    private let size: Int
    private let bytes = Mutex<[UInt8]>([])
    let isLost = Mutex(false)

    init(beyond threshold: Int = 0, size: Int = .max) {
      (self.threshold, self.size) = (threshold, size)
    }

    var used: Int { bytes.withLock { $0.count } }

    func add(_ more: [UInt8]) -> Int? {
      bytes.withLock { bytes in
        guard bytes.count + more.count <= size else { return nil }
        defer { bytes += more }
        return bytes.count
      }
    }

    func read(from place: Int, count: Int) -> [UInt8]? {
      if isLost.withLock({ $0 }) { return nil }
      return bytes.withLock { Array($0[place..<place + count]) }
    }
  }

  private static let keys = BibliographyTests.keys(
    {
      var generated = GeneratedRecords(seed: 7)
      return generated.make(1_100)
    }())

  private func matcher(
    _ keys: [MatchKey] = Self.keys, beyondMemory room: (any Scratch)? = nil
  ) -> Matcher {
    var matcher = Matcher(beyondMemory: room)
    matcher.add(keys)
    return matcher
  }

  private func pieces(of matcher: Matcher) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    matcher.checkpoint { pieces.append($0) }
    return pieces
  }

  private func expectSame(
    _ one: Matcher, _ other: Matcher, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(one.pairs == other.pairs, sourceLocation: sourceLocation)
    #expect(one.groups().links == other.groups().links, sourceLocation: sourceLocation)
    #expect(one.groups().asked == other.groups().asked, sourceLocation: sourceLocation)
    #expect(pieces(of: one) == pieces(of: other), sourceLocation: sourceLocation)
  }

  @Test("Pairs, groups, questions and what is kept are the same", arguments: [0, 150_000])
  func same(threshold: Int) {
    let room = Room(beyond: threshold)
    expectSame(matcher(beyondMemory: room), matcher())
    #expect(room.used > 100_000, "the room was not used")
  }

  @Test("Import by import they are the same too")
  func incremental() {
    var parts = Matcher(beyondMemory: Room())
    for start in stride(from: 0, to: Self.keys.count, by: 300) {
      parts.add(Array(Self.keys[start..<min(start + 300, Self.keys.count)]))
    }
    expectSame(parts, matcher())
  }

  @Test("What was kept is taken up into the room, and goes on as if it had never stopped")
  func takenUp() throws {
    let room = Room()
    var rest = pieces(of: matcher(Array(Self.keys.prefix(900))))[...]
    var taken = try #require(Matcher(beyondMemory: room) { rest.popFirst() })
    #expect(room.used > 100_000)
    taken.add(Array(Self.keys.dropFirst(900)))
    expectSame(taken, matcher())
  }

  @Test("Without records that left they are the same too")
  func withoutSome() {
    var left = matcher(beyondMemory: Room()).keeping { $0 % 3 != 0 }
    left.match()
    expectSame(left, matcher(Self.keys.filter { $0.number % 3 != 0 }))
  }

  @Test("Where the room is full, the others stay in memory", arguments: [0, 200_000])
  func full(size: Int) {
    let room = Room(size: size)
    expectSame(matcher(beyondMemory: room), matcher())
    #expect(room.used <= size)
  }

  @Test("What cannot be read again is like no other, until somebody asks for the fault")
  func lost() {
    let room = Room()
    room.isLost.withLock { $0 = true }
    let found = matcher(beyondMemory: room)
    #expect(found.count == Self.keys.count && found.pairs.count < matcher().pairs.count / 4)
    #expect(found.groups().links.count <= found.pairs.count)
  }

  @Test("The pairs alone are read from what was kept, unless something is missing")
  func pairsAlone() {
    let whole = matcher()
    let pieces = pieces(of: whole)
    var rest = pieces[...]
    #expect(Matcher.pairs { rest.popFirst() } == whole.pairs && rest.isEmpty)
    for missing in pieces.indices {
      var rest = pieces.enumerated().filter { $0.offset != missing }.map(\.element)[...]
      #expect(Matcher.pairs { rest.popFirst() } == nil, "without piece \(missing)")
    }
  }
}
