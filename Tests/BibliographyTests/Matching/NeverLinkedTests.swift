import Bibliography
import Testing

@Suite("What no rule ever links, however alike it is")
struct NeverLinkedTests {
  private let title = "Evening walks for people on long-stay wards: a randomised trial"

  /// Two records that would surely be linked, but for what a test adds.
  private func asked(
    _ change: (inout Reference, inout Reference) -> Void
  ) -> (band: Band, rule: MatchRule) {
    var one = record(title)
    var other = record(title)
    #expect(pair(one, other).band == .sure)
    change(&one, &other)
    let found = pair(one, other)
    return (found.band, found.rule)
  }

  @Test("Two DOIs")
  func twoDOIs() {
    #expect(
      asked {
        $0.doi = "10.1000/a"
        $1.doi = "10.1000/b"
      } == (.ask, .twoDOIs))
  }

  @Test("Two versions of one DOI, as of a review that was brought up to date")
  func versions() {
    #expect(
      asked {
        $0.doi = "10.1002/14651858.CD0"
        $1.doi = "10.1002/14651858.CD0.pub2"
      } == (.ask, .twoDOIs))
  }

  @Test("Two numbers in PubMed")
  func twoPMIDs() {
    #expect(
      asked {
        $0.pmid = "11111111"
        $1.pmid = "22222222"
      } == (.ask, .twoPMIDs))
  }

  @Test(
    "Numbered parts of a work",
    arguments: [
      ("Part 1", "Part 2"), ("Part I", "Part II"), ("part one", "part two"), ("Study A", "Study B"),
      ("Phase 2", "Phase 3"), ("after 6 months", "after 12 months"), ("2003", "2004"),
    ])
  func parts(one: String, other: String) {
    let found = pair(record("\(title): \(one)"), record("\(title): \(other)"))
    #expect(found.band == .ask && found.rule == .parts)
  }

  @Test("A work and a part of it")
  func workAndPart() {
    let found = pair(record(title), record("\(title). Part 2"))
    #expect(found.band == .ask && found.rule == .parts)
  }

  @Test(
    "An erratum, a comment, a reply, a protocol, and the work",
    arguments: [
      "Erratum: {}", "Correction to: {}", "Corrigendum to \"{}\"", "Retraction: {}", "Re: {}",
      "Comment on: {}", "Reply to: {}", "In reply: {}", "{}: authors' reply", "{} - erratum",
      "{} [Comment]", "{}: study protocol", "Response to \"{}\"", "Letter to the editor: {}",
    ])
  func notices(wording: String) {
    let words = wording.split(separator: "{}", omittingEmptySubsequences: false)
    let found = pair(record(title), record(words.joined(separator: title)))
    #expect(found.band == .ask && found.rule == .notice)
  }

  @Test("An erratum is told by its type as well")
  func erratumByType() {
    #expect(
      asked {
        $1.type = "Published Erratum"; _ = $0
      } == (.ask, .notice))
  }

  @Test("A note that an erratum appeared elsewhere does not make an erratum of the work")
  func erratumNote() {
    let found = pair(
      record(title), record("\(title).[Erratum appears in J Made-up Care. 2021;13(2):99]"))
    #expect(found.band == .sure)
  }

  @Test("An abstract at a conference and the full paper")
  func conferenceAbstract() {
    #expect(
      asked {
        $0.title = "\(title) [Abstract]"
        $0.pages = "S44"
        $1.pages = "501-510"
      } == (.ask, .conference))
  }

  @Test("A conference abstract is told by its type as well")
  func conferenceAbstractByType() {
    #expect(
      asked {
        ($0.type, $0.pages) = ("Conference Abstract", "S44")
        ($1.type, $1.pages) = ("Journal Article", "501-510")
      } == (.ask, .conference))
  }

  @Test("What journals print may have two names", arguments: ["Letter", "Review", "Editorial"])
  func typesOfJournals(type: String) {
    let found = pair(record(title, type: type), record(title, type: "Case Report"))
    #expect(found.band == .sure)
  }

  @Test("An abstract that one database marks and another does not is one abstract")
  func abstractMarkedOnce() {
    let one = record("\(title) [Abstract]", pages: "S44")
    #expect(pair(one, record(title, pages: "S44")).band == .sure)
    #expect(pair(one, record(title, pages: nil)).band == .sure)
  }

  @Test("One abstract under two titles, even by the same authors")
  func twoTitles() {
    let one = record(
      "Evening walks for people on wards", volume: nil, pages: nil, abstract: prose(1))
    let other = record(
      "Evening walks and sleep on night wards", volume: nil, pages: nil, abstract: prose(1))
    let found = pair(one, other)
    #expect(found.band == .ask && found.rule == .twoTitles)
  }

  @Test("A thesis and the article made of it")
  func twoTypes() {
    #expect(
      asked {
        $0.type = "Thesis"
        $1.type = "Journal Article"
      } == (.ask, .twoTypes))
  }

  @Test(
    "Titles that say the opposite in one word",
    arguments: [
      ("Sleep in men on wards at night", "Sleep in women on wards at night"),
      ("Treating hypotension on made-up wards", "Treating hypertension on made-up wards"),
      ("Walks before discharge from a ward", "Walks after discharge from a ward"),
      ("Effects of walks on sleep in men", "Effects of walks on sleep in mothers"),
    ])
  func opposites(one: String, other: String) {
    let found = pair(record(one, pages: "S12"), record(other, pages: "S12"))
    #expect(found.band != .sure)
  }

  @Test("Abstracts of one supplement that share its DOI")
  func supplementDOI() {
    let abstracts = ["Gait and ageing", "Sleep and noise", "Food on wards", "Gait and sleep"]
      .enumerated().map { number, title in
        record(title, pages: "S\(number + 1)", doi: "10.1000/supplement")
      }
    #expect(groups(abstracts).groups.isEmpty)
  }

  @Test("Abstracts of one page and team under one DOI are not even asked, if their texts differ")
  func supplementPage() {
    let found = pair(
      record(
        "Walking slows the decline of gait", pages: "S4", doi: "10.1000/supplement",
        abstract: prose(1)),
      record(
        "Noise at night and delirium", pages: "S4", doi: "10.1000/supplement", abstract: prose(2)))
    #expect(found.band == .different)
  }

  @Test("One title under a supplement's DOI, by two teams on two pages")
  func oneTitleTwoTeams() {
    let found = pair(
      record(title, by: ["Garcia, M.", "Lopez, R."], pages: "S295", doi: "10.1000/supplement"),
      record(title, by: ["Smith, J.", "Brown, K."], pages: "S187", doi: "10.1000/supplement"))
    #expect(found.band == .ask)
  }

  @Test("A DOI of a whole journal links no two editorials")
  func journalDOI() {
    let editorials = [2001, 2009].map {
      record(
        "Editorial", by: [], year: "\($0)", volume: "\($0 - 1990)", pages: nil,
        doi: "10.1000/(ISSN)1111-2222")
    }
    #expect(groups(editorials).groups.isEmpty)
  }

  @Test("Editorials of one title and year")
  func editorials() {
    let editorials = (1...12).map {
      record("Editorial", by: ["Writer, W."], issue: "\($0)", pages: "\($0 * 10)")
    }
    #expect(groups(editorials).groups.isEmpty)
    #expect(groups(editorials + editorials).groups.count == 12, "each is found in two databases")
  }

  @Test("One page with two letters of one title by two people")
  func twoLetters() {
    let found = pair(
      record("A trial of evening walks", by: ["Rosen, U."], pages: "2243-5; author reply 2243-5"),
      record("A trial of evening walks", by: ["Bauer, D."], pages: "2243-5; author reply 2243-5"))
    #expect(found.band != .sure)
  }
}
