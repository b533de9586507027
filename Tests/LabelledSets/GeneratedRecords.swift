package import Bibliography

/// Made-up records for measuring speed: works drawn at random, each in one to three records that
/// print it in different ways, as databases do.
package struct GeneratedRecords {
  private var state: UInt64
  private let words: [String]
  private let names: [String]

  /// Other records for another seed.
  package init(seed: UInt64 = 42) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let heads = [
      "car", "neu", "hep", "psy", "imm", "gen", "der", "pul", "ren", "ost", "onc", "vir",
    ]
    let middles = [
      "dio", "ro", "ato", "cho", "uno", "eti", "mato", "mon", "al", "eo", "olo", "ali",
    ]
    let tails = ["pathy", "graphy", "logical", "tion", "therapy", "metric", "sis", "ine", "ous"]
    words = heads.flatMap { head in
      middles.flatMap { middle in tails.map { head + middle + $0 } }
    }
    names = heads.flatMap { head in
      middles.flatMap { middle in ["sen", "er", "ova", "ski", "ton"].map { head + middle + $0 } }
    }
  }

  /// So many records, in an order that keeps those of one work apart.
  package mutating func make(_ count: Int) -> [Reference] {
    var records: [Reference] = []
    records.reserveCapacity(count + 2)
    while records.count < count {
      let work = work()
      records.append(work)
      for _ in 0..<[0, 0, 0, 1, 1, 2][below(6)] { records.append(reprinted(work)) }
    }
    records.removeLast(records.count - count)
    for place in records.indices.reversed() { records.swapAt(place, below(place + 1)) }
    return records
  }

  private mutating func work() -> Reference {
    var work = Reference()
    work.title = sentence(8 + below(8))
    work.authors = (0...below(6)).map { _ in
      .person(family: names[below(names.count)], given: ["A. B.", "Chris", "D.", "Emma"][below(4)])
    }
    work.year = String(1990 + below(34))
    work.journal = "Journal of \(words[below(300)]) and \(words[below(300)])"
    work.volume = String(1 + below(90))
    work.issue = String(1 + below(12))
    let first = 1 + below(1500)
    work.pages = "\(first)-\(first + 2 + below(12))"
    if below(3) > 0 { work.doi = "10.5555/\(next() >> 24)" }
    if below(5) > 0 { work.abstract = sentence(180) }
    return work
  }

  private mutating func reprinted(_ work: Reference) -> Reference {
    var record = work
    if below(3) == 0 { record.doi = nil }
    if below(3) == 0 { record.abstract = nil }
    if below(4) == 0 { record.title = work.title?.uppercased() }
    if below(6) == 0 { record.pages = nil }
    if below(6) == 0 { record.authors = Array(work.authors.prefix(1)) }
    if below(8) == 0 { record.title = work.title.map { String($0.dropLast(1 + below(3))) } }
    return record
  }

  private mutating func sentence(_ length: Int) -> String {
    (0..<length).map { _ in words[below(words.count)] }.joined(separator: " ")
  }

  private mutating func below(_ limit: Int) -> Int { Int((next() >> 20) % UInt64(limit)) }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
