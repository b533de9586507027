import LabelledSets
import Testing

@testable import Bibliography

@Suite("The matcher as a whole")
struct MatcherTests {
  /// Records with many duplicates, drawn from a seed.
  private func records(_ seed: UInt64, count: Int = 120) -> [Reference] {
    var generated = GeneratedRecords(seed: seed)
    return generated.make(count)
  }

  private func found(_ keys: [MatchKey]) -> [MatchPair] {
    var matcher = Matcher()
    return matcher.add(keys)
  }

  @Test("Two records agree alike in either order", arguments: UInt64(1)...5)
  func symmetric(seed: UInt64) {
    let keys = keys(records(seed, count: 40))
    for one in keys {
      for other in keys where other.number > one.number {
        #expect(MatchPair(one, other) == MatchPair(other, one))
      }
    }
  }

  @Test(
    "What is told apart at a glance is told apart by a full comparison too",
    arguments: UInt64(1)...5)
  func glance(seed: UInt64) {
    let keys = keys(records(seed, count: 80))
    for one in keys {
      for other in keys where other.number > one.number && !PairVerdict.isOpen(one.view, other.view)
      {
        #expect(MatchPair(one, other).band == .different)
      }
    }
  }

  @Test("The order of the records does not matter", arguments: UInt64(1)...10)
  func orderIndependent(seed: UInt64) {
    var random = SeededNumbers(seed)
    let keys = keys(records(seed))
    let shuffled = keys.shuffled(using: &random)
    #expect(found(shuffled) == found(keys))
    #expect(MatchGroups(among: shuffled).groups == MatchGroups(among: keys).groups)
  }

  @Test("Other numbers for the same records make the same groups", arguments: UInt64(1)...10)
  func numberIndependent(seed: UInt64) {
    var random = SeededNumbers(seed)
    let records = records(seed)
    let order = records.indices.shuffled(using: &random)
    let groups = Set(groups(records).groups.map { Set($0.map { Int($0) - 1 }) })
    let renumbered = LabelledGroups.of(order.map { records[$0] }).map { Set($0.map { order[$0] }) }
    #expect(Set(renumbered) == groups)
  }

  @Test("Import by import gives the same pairs as all at once", arguments: UInt64(1)...10)
  func incremental(seed: UInt64) {
    var random = SeededNumbers(seed)
    let keys = keys(records(seed))
    var matcher = Matcher()
    var given: [MatchPair] = []
    var start = 0
    while start < keys.count {
      let end = min(keys.count, start + 1 + random.below(40))
      given += matcher.add(Array(keys[start..<end]))
      start = end
    }
    let atOnce = found(keys)
    #expect(matcher.pairs == atOnce)
    #expect(Set(given) == Set(atOnce) && given.count == atOnce.count, "each pair is given once")
    #expect(matcher.groups().groups == MatchGroups(among: keys).groups)
  }

  @Test(
    "Import by import gives the same as all at once where hundreds are alike too",
    arguments: UInt64(1)...4)
  func incrementalAlike(seed: UInt64) {
    var random = SeededNumbers(seed)
    let titles = ["Evening walks on wards", "Evening walks on wards: a trial", "Editorial"]
    let alike = (0..<300).map { _ in
      record(
        titles[random.below(3)], by: ["Writer \(random.below(3))"],
        pages: random.below(2) == 0 ? nil : "\(1 + random.below(3))",
        doi: random.below(4) == 0 ? "10.1000/\(random.below(3))" : nil)
    }
    let keys = keys(alike)
    var atOnce = Matcher()
    atOnce.add(keys)
    var matcher = Matcher()
    var start = 0
    while start < keys.count {
      let end = min(keys.count, start + 1 + random.below(90))
      matcher.add(Array(keys[start..<end]))
      start = end
    }
    #expect(matcher.pairs == atOnce.pairs && matcher.pairs.count > 64 * 100)
    #expect(matcher.groups().groups == atOnce.groups().groups)
    #expect(matcher.groups().asked == atOnce.groups().asked)
  }

  @Test(
    "What is found is what the blocks of all passes hold, each pair once",
    arguments: UInt64(1)...2)
  func blocks(seed: UInt64) {
    var random = SeededNumbers(seed)
    let titles = ["Evening walks on wards", "Evening walks on wards: a trial", "Walks and sleep"]
    let keys = keys(
      records(seed, count: 60)
        + (0..<160).map { _ in
          record(
            titles[random.below(3)], by: ["Writer \(random.below(3))"],
            pages: random.below(2) == 0 ? nil : "\(1 + random.below(3))",
            doi: random.below(2) == 0 ? "10.1000/\(random.below(60))" : nil)
        })
    var expected: Set<MatchPair> = []
    for pass in 0..<Passes.count {
      let blocks = Dictionary(grouping: keys) { Pass.block(of: Passes.key(pass, of: $0.view)) }
      for (block, members) in blocks where block != 0 {
        for (place, earlier) in members.prefix(64).enumerated() {
          for later in members.dropFirst(place + 1) {
            expected.insert(MatchPair(earlier, later))
          }
        }
      }
    }
    let pairs = found(keys)
    #expect(pairs.count == Set(pairs).count && pairs.count > 2_000)
    #expect(Set(pairs) == expected.filter { $0.band != .different })
  }

  @Test("Only pairs with a new record are given")
  func onlyNew() {
    let twins = keys([record("Evening walks on wards"), record("Evening walks on wards")])
    var matcher = Matcher()
    #expect(matcher.add(twins).count == 1)
    #expect(matcher.add([]).isEmpty)
    #expect(matcher.count == 2 && matcher.pairs.count == 1)
  }

  @Test("Matching what is matched already finds nothing more", arguments: UInt64(1)...5)
  func idempotent(seed: UInt64) {
    let records = records(seed)
    let first = groups(records)
    let duplicates = Set(first.groups.flatMap { $0.dropFirst() })
    let kept = keys(records).filter { !duplicates.contains($0.number) }
    #expect(MatchGroups(among: kept).groups.isEmpty)
  }

  @Test(
    "A supplement of abstracts that are much alike loses none of them", arguments: UInt64(1)...4)
  func supplement(seed: UInt64) {
    var random = SeededNumbers(seed)
    let forms = [
      "Effect of A on B in C", "A and B in C: results of a phase N study", "B during A: part N",
    ]
    let words = [
      "A": ["walks", "music", "light", "rest", "yoga"], "B": ["sleep", "pain", "mood", "gait"],
      "C": ["men", "women", "mothers", "inpatients", "outpatients"], "N": ["1", "2", "3"],
    ]
    var titles: Set<String> = []
    var (records, works): ([Reference], [Int]) = ([], [])
    for work in 0..<150 {
      let title = forms[random.below(3)].split(separator: " ").map { word in
        words[word.filter(\.isUppercase)]?[random.below(3)] ?? String(word)
      }.joined(separator: " ")
      guard titles.insert(title).inserted else { continue }
      let page = "S\(1 + random.below(40))"
      let doi = random.below(2) == 0 ? "10.1000/supplement" : nil
      let printed = record(title, volume: "20", issue: "SUPPL. 1", pages: page, doi: doi)
      records.append(printed)
      works.append(work)
      if random.below(2) == 0 {
        records.append(record(title.uppercased(), volume: "1)", pages: page))
        works.append(work)
      }
    }
    var groups = Array(records.indices)
    for group in BibliographyTests.groups(records).groups {
      for number in group { groups[Int(number) - 1] = Int(group[0]) - 1 }
    }
    let score = MatchScore(groups: groups, asked: [], works: works)
    #expect(score.worksLost == 0 && score.wrong == 0 && score.left == 0)
  }

  @Test("A block of any length costs no more than its length times a bound")
  func bounded() {
    let alike = (1...1_000).map { number in
      record("Editorial", by: ["Writer \(number)"], volume: "\(number)", pages: "\(number)")
    }
    #expect(groups(alike).groups.isEmpty)
  }

  @Test("Every record given with no field at all is left alone")
  func empty() {
    #expect(groups([Reference(), Reference()]).groups.isEmpty)
  }
}

/// The groups of some records as places in their list.
private enum LabelledGroups {
  static func of(_ records: [Reference]) -> [[Int]] {
    groups(records).groups.map { $0.map { Int($0) - 1 } }
  }
}
