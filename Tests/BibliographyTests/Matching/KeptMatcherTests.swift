import LabelledSets
import Testing

@testable import Bibliography

@Suite("What a matcher knows is kept, and taken up only where it is whole")
struct KeptMatcherTests {
  private func matcher(_ records: [Reference], from number: Int = 1) -> Matcher {
    var matcher = Matcher()
    for (place, reference) in records.enumerated() {
      matcher.append(MatchKey(reference, number: UInt32(number + place)))
    }
    matcher.match()
    return matcher
  }

  private func pieces(of matcher: Matcher) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    matcher.checkpoint { pieces.append($0) }
    return pieces
  }

  private func restored(_ pieces: [[UInt8]]) -> Matcher? {
    var rest = pieces[...]
    return Matcher { rest.popFirst() }
  }

  @Test("Kept half-way, it goes on as if it had never stopped", arguments: UInt64(1)...5)
  func goesOn(seed: UInt64) throws {
    var generated = GeneratedRecords(seed: seed)
    let records = generated.make(200)
    let whole = matcher(records)
    var matcher = try #require(restored(pieces(of: matcher(Array(records[..<120])))))
    #expect(matcher.count == 120 && matcher.match().isEmpty)
    for (place, reference) in records.enumerated().dropFirst(120) {
      matcher.append(MatchKey(reference, number: UInt32(place + 1)))
    }
    matcher.match()
    #expect(matcher.pairs == whole.pairs && matcher.numbers == whole.numbers)
    #expect(matcher.groups().groups == whole.groups().groups)
    #expect(pieces(of: matcher) == pieces(of: whole))
  }

  @Test("Of no records, and of more than one piece holds, it is the same")
  func sizes() throws {
    #expect(try #require(restored(pieces(of: Matcher()))).count == 0)
    let many = matcher((0..<2_100).map { record("Walks, report \($0)", pages: "\($0)") }, from: 9)
    let kept = try #require(restored(pieces(of: many)))
    #expect(kept.numbers == many.numbers && pieces(of: kept) == pieces(of: many))
  }

  @Test("A piece that is missing, cut, longer or of other rules is told")
  func damaged() {
    let whole = pieces(of: matcher((0..<30).map { record("Evening walks", pages: "\($0 % 10)") }))
    #expect(whole.count == 3 && restored(whole) != nil)
    for place in whole.indices {
      var (missing, cut, longer) = (whole, whole, whole)
      missing.remove(at: place)
      cut[place].removeLast()
      longer[place].append(0)
      for pieces in [missing, cut, longer] { #expect(restored(pieces) == nil, "piece \(place)") }
    }
    for byte in 0..<32 {
      var other = whole
      other[0][byte] ^= 1
      #expect(restored(other) == nil, "byte \(byte) of the rules")
    }
    #expect(restored(whole + [[]]) == nil)
  }

  @Test("Numbers, ends and verdicts that cannot be are told")
  func senseless() {
    let whole = pieces(of: matcher([record("Evening walks"), record("Evening walks")]))
    for (piece, byte) in [(1, 4), (1, 8), (1, 12), (2, 8), (2, 15)] {
      var other = whole
      other[piece][byte] = 0xFF
      if piece == 1, byte == 4 { other[piece][byte] = 0 }
      #expect(restored(other) == nil, "byte \(byte) of piece \(piece)")
    }
  }

  @Test(
    "Without records that left, it says what it would have said of the others alone",
    arguments: UInt64(1)...5)
  func withoutSome(seed: UInt64) {
    var generated = GeneratedRecords(seed: seed)
    let records = generated.make(150)
    let all = matcher(records)
    var left = all.keeping { $0 % 3 != 0 }
    left.match()
    var alone = Matcher()
    for (place, reference) in records.enumerated() where (place + 1) % 3 != 0 {
      alone.append(MatchKey(reference, number: UInt32(place + 1)))
    }
    alone.match()
    #expect(left.pairs == alone.pairs && left.numbers == alone.numbers)
    #expect(left.groups().groups == alone.groups().groups)
  }
}
