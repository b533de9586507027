import Testing

@testable import Bibliography

@Suite("The distance of two texts in letters")
struct EditDistanceTests {
  /// The distance worked out in full.
  private func plain(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...one.count)
    for (line, letter) in other.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in one.indices {
        let cost = min(
          diagonal + (one[column] == letter ? 0 : 1), row[column] + 1, row[column + 1] + 1)
        diagonal = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[one.count]
  }

  @Test("Within its limit it is the distance, beyond it is none", arguments: UInt64(1)...60)
  func equalsPlain(seed: UInt64) {
    var random = SeededNumbers(seed)
    let letters = Array("abcd".utf8)
    let one = (0..<random.below(30)).map { _ in letters[random.below(4)] }
    var other = one
    for _ in 0..<random.below(8) {
      let place = random.below(other.count + 1)
      switch random.below(3) {
      case 0: other.insert(letters[random.below(4)], at: place)
      case 1 where place < other.count: other.remove(at: place)
      case 2 where place < other.count: other[place] = letters[random.below(4)]
      default: continue
      }
    }
    let distance = plain(one, other)
    for limit in 0...10 {
      let found = EditDistance.between(one.span, other.span, atMost: limit)
      #expect(found == (distance <= limit ? distance : nil), "seed \(seed), limit \(limit)")
    }
  }
}
