import Bibliography
import Testing

@Suite("Pairs that a rule is sure of")
struct SurePairsTests {
  private func key(
    _ number: UInt32, _ title: String, doi: String? = nil, author: String = "Example",
    year: String = "2020", pages: String? = "10-19"
  ) -> MatchKey {
    var reference = Reference()
    reference.title = title
    reference.doi = doi
    reference.authors = [.person(family: author, given: "A.")]
    reference.year = year
    reference.pages = pages
    return MatchKey(reference, number: number)
  }

  private func numbers(_ keys: [MatchKey]) -> [[UInt32]] {
    SurePairs.find(among: keys).map { [$0.low, $0.high] }
  }

  private let title = "Working alongside peer support workers on acute wards"

  @Test("One DOI and one title are one document, however the DOI is printed")
  func doi() {
    #expect(
      numbers([
        key(1, title, doi: "10.1000/ABC"),
        key(2, title.uppercased(), doi: "https://doi.org/https://dx.doi.org/10.1000/abc"),
      ]) == [[1, 2]])
  }

  @Test("One DOI under two titles is left to people: the record may print another work's DOI")
  func otherTitle() {
    #expect(
      numbers([key(1, title, doi: "10.1000/abc"), key(2, "Something else", doi: "10.1000/abc")])
        .isEmpty)
  }

  @Test("A subtitle that one database leaves out does not part two records of one DOI")
  func subtitle() {
    #expect(
      numbers([
        key(1, title, doi: "10.1000/abc"), key(2, title + ": a survey", doi: "10.1000/abc"),
      ]) == [[1, 2]])
  }

  @Test(
    "Words that make another document part two records of one DOI",
    arguments: [": part 2", " - erratum", ": a reply", " (protocol)"])
  func parting(mark: String) {
    #expect(
      numbers([key(1, title, doi: "10.1000/abc"), key(2, title + mark, doi: "10.1000/abc")])
        .isEmpty)
  }

  @Test("One title, first author, year and first page are one document without a DOI")
  func description() {
    #expect(numbers([key(1, title), key(2, title, pages: "10-9")]) == [[1, 2]])
  }

  @Test("Two DOIs are two documents, however alike the rest")
  func twoDOIs() {
    #expect(numbers([key(1, title, doi: "10.1000/a"), key(2, title, doi: "10.1000/b")]).isEmpty)
  }

  @Test("Another year, author or page, or none, is left to people")
  func differences() {
    #expect(numbers([key(1, title), key(2, title, year: "2021")]).isEmpty)
    #expect(numbers([key(1, title), key(2, title, author: "Sample")]).isEmpty)
    #expect(numbers([key(1, title), key(2, title, pages: "11-19")]).isEmpty)
    #expect(numbers([key(1, title), key(2, title, pages: nil)]).isEmpty)
  }

  @Test("A title that stands on many documents proves nothing")
  func shortTitle() {
    #expect(numbers([key(1, "Peer support"), key(2, "Peer support")]).isEmpty)
  }

  @Test("The order of the records does not matter", arguments: 0..<20)
  func order(seed: UInt64) {
    var random = Sequence(seed: seed)
    var keys = (1...40).map { number in
      key(
        UInt32(number), "\(title) in town \(number % 7)",
        doi: number % 3 == 0 ? "10.1000/\(number % 5)" : nil)
    }
    let expected = numbers(keys)
    keys.shuffle(using: &random)
    #expect(numbers(keys) == expected)
  }

  @Test("With some records known, only pairs with a new one are given")
  func incremental() {
    let keys = [key(1, title), key(2, title), key(3, title)]
    #expect(SurePairs.find(among: keys) { $0 == 3 }.map { [$0.low, $0.high] } == [[1, 3]])
  }

  private struct Sequence: RandomNumberGenerator {
    var seed: UInt64
    mutating func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed
    }
  }
}
