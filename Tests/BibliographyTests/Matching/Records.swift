import Bibliography

/// A made-up record, as much of it as a test says.
func record(
  _ title: String?, by authors: [String] = ["Example, Anna", "Sample, Ben"], year: String? = "2020",
  in journal: String? = "Journal of Made-up Care", volume: String? = "12", issue: String? = nil,
  pages: String? = "10-19", doi: String? = nil, pmid: String? = nil, type: String? = nil,
  urls: [String] = [], abstract: String? = nil
) -> Reference {
  var reference = Reference()
  reference.title = title
  reference.authors = authors.map { name in
    let parts = name.split(separator: ",", maxSplits: 1).map(String.init)
    return parts.count == 2
      ? .person(family: parts[0], given: String(parts[1].drop { $0 == " " })) : .named(name)
  }
  reference.year = year
  reference.journal = journal
  reference.volume = volume
  reference.issue = issue
  reference.pages = pages
  reference.doi = doi
  reference.pmid = pmid
  reference.type = type
  reference.urls = urls
  reference.abstract = abstract
  return reference
}

/// Two records compared.
func pair(_ one: Reference, _ other: Reference) -> MatchPair {
  MatchPair(MatchKey(one, number: 1), MatchKey(other, number: 2))
}

/// The groups and questions of some records, numbered from 1.
func groups(_ records: [Reference]) -> MatchGroups {
  MatchGroups(among: keys(records))
}

/// The keys of some records, numbered from 1.
func keys(_ records: [Reference]) -> [MatchKey] {
  records.enumerated().map { MatchKey($1, number: UInt32($0 + 1)) }
}

/// A text of so many made-up words, another for each seed.
func prose(_ seed: UInt64, words: Int = 60) -> String {
  var random = SeededNumbers(seed)
  return (0..<words).map { _ in vocabulary[random.below(vocabulary.count)] }
    .joined(separator: " ")
}

/// Numbers that look random and are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }

  mutating func below(_ limit: Int) -> Int { Int((next() >> 20) % UInt64(limit)) }
}

private let vocabulary = """
  support peer ward recovery trial nurse outcome people service community health worker group
  evidence method sample interview survey change training practice policy family carer crisis
  hospital discharge medication young adult older rural urban digital online model theory value
  """.split(whereSeparator: \.isWhitespace).map(String.init)
