import Bibliography
import Testing

@Suite("Fields that agree, however databases print them")
struct AgreementTests {
  private let title = "Evening walks for people on long-stay wards: a randomised trial"

  private func titles(_ one: String, _ other: String) -> Agreement {
    pair(record(one), record(other)).evidence.title
  }

  @Test(
    "One title",
    arguments: [
      ("Evening walks on wards", "EVENING WALKS ON WARDS."),
      ("Health care on evening wards", "Healthcare on evening wards"),
      ("Evening &amp; night walks on wards", "Evening and night walks on wards"),
      ("H<sub>2</sub>O on wards at night", "H2O on wards at night"),
      ("TNF-α on wards at night", "TNF-alpha on wards at night"),
      ("β2-agonists on evening wards", "Beta 2-agonists on evening wards"),
      ("Caf\u{E9}s on evening wards", "Cafe\u{301}s on evening wards"),
      ("Caf\u{C3}\u{A9}s on evening wards", "Caf\u{E9}s on evening wards"),
      ("The evening walks on wards", "Evening walks on wards"),
      ("[Evening walks on wards]", "Evening walks on wards"),
      ("Evening walks on wards. [German]", "Evening walks on wards"),
      ("Evening walks on wards [see comment]", "Evening walks on wards"),
      ("RETRACTED: Evening walks on wards", "Evening walks on wards"),
    ])
  func sameTitle(one: String, other: String) {
    #expect(titles(one, other) == .same)
  }

  @Test(
    "One title with slips",
    arguments: [
      ("Oesophageal tumours on evening wards", "Esophageal tumors on evening wards"),
      (
        "R\u{E9}animation des malades \u{E2}g\u{E9}s la nuit",
        "R?animation des malades ?g?s la nuit"
      ),
      ("Competences on evening wards", "Competencies on evening wards"),
    ])
  func closeTitle(one: String, other: String) {
    #expect(titles(one, other) == .close)
  }

  @Test(
    "A title that goes on where the other ends",
    arguments: [
      ("Evening walks on long-stay wards", "Evening walks on long-stay wards: a survey of nurses"),
      (
        "Evening walks for people on long-stay war",
        "Evening walks for people on long-stay wards at night"
      ),
      ("Evening walks on long-stay wards", "Abendliche Gänge; Evening walks on long-stay wards"),
    ])
  func containedTitle(one: String, other: String) {
    #expect(titles(one, other) == .contained)
  }

  @Test("A mistyped word is not another word", arguments: [("rats", "mice"), ("walks", "meals")])
  func otherWord(one: String, other: String) {
    #expect(titles("Evening \(one) on wards", "Evening \(other) on wards") == .partly)
  }

  @Test(
    "One journal",
    arguments: [
      ("Curr Opin Lipidol", "Current Opinion in Lipidology"),
      ("N. Engl. J. Med.", "The New England Journal of Medicine"),
      ("BMJ", "British Medical Journal"),
      ("Eur J Cardiothorac Surg", "European Journal of Cardio-thoracic Surgery"),
      ("Revista espa?ola de anestesiolog?a", "Revista Espanola de Anestesiologia"),
      ("Langenbecks Arch Surg", "Langenbeck's Archives of Surgery"),
      ("Ai zheng = Aizheng = Chinese journal of cancer", "Chinese Journal of Cancer"),
      ("Dtsch-Med-Wochenschr", "Deutsche medizinische Wochenschrift (1946)"),
      ("Atherosclerosis Supplements", "Atherosclerosis"),
      ("Heart. Conference: A Made-up Society Annual Meeting. London.", "Heart"),
      (
        "Proc Natl Acad Sci U S A",
        "Proceedings of the National Academy of Sciences of the United States of America"
      ),
    ])
  func oneJournal(one: String, other: String) {
    let journal = pair(record(title, in: one), record(title, in: other)).evidence.journal
    #expect(journal == .same || journal == .close)
  }

  @Test(
    "Two journals",
    arguments: [
      ("Heart", "Heart Rhythm"), ("Science (New York, N.Y.)", "Neuron (New York, N.Y.)"),
      ("Diabetes", "Diabetes/Metabolism Research and Reviews"),
      ("Journal of Made-up Care", "Journal of Made-up Cardiology"),
    ])
  func twoJournals(one: String, other: String) {
    #expect(pair(record(title, in: one), record(title, in: other)).evidence.journal == .different)
  }

  @Test("An ISSN makes one journal of two names")
  func issn() {
    var (one, other) = (record(title, in: "Ai zheng"), record(title, in: "Cancer Journal"))
    (one.issn, other.issn) = ("0378-5955", "ISSN 0378-5955 (Print)")
    #expect(pair(one, other).evidence.journal == .same)
  }

  @Test(
    "One run of pages",
    arguments: [
      ("123-129", "123-9"), ("pp. 123–129", "123-129"), ("S12-S15", "S12-5"), ("E38", "e38"),
      ("1-10", "01-Oct"), ("5-13", "13-May"), ("10-13", "Oct-13"), ("1-10", "2013-10-01"),
      ("233-238+230-235", "230-5, 233-8"), ("742-8; discussion 748-9", "742-8"), ("e38", "e38-e45"),
    ])
  func onePages(one: String, other: String) {
    #expect(pair(record(title, pages: one), record(title, pages: other)).evidence.pages == .same)
  }

  @Test(
    "Letters before a page may be left out",
    arguments: [("P63 [tp 104]", "63"), ("viii108", "108")])
  func letteredPages(one: String, other: String) {
    #expect(pair(record(title, pages: one), record(title, pages: other)).evidence.pages == .close)
  }

  @Test("Pages counted from 1 before there is a volume say nothing")
  func provisionalPages() {
    let found = pair(record(title, volume: nil, pages: "1-8"), record(title, pages: "2422-2427"))
    #expect(found.evidence.pages == .unknown && found.band == .sure)
  }

  @Test(
    "One list of authors",
    arguments: [
      (["Zhou, Xiangdong", "Lan, Jian", "Zhang, Ting"], ["Zhou, X.", "Lan, J.", "Zhang, T."]),
      (["Adeli K.Lewis G. F."], ["Adeli, Khosrow", "Lewis, Gary F."]),
      (["ZHOU X", "LEWIS GF"], ["Lewis, Gary", "Zhou, Xi"]),
      (["von Pawel, J.", "Boyer, M."], ["Pawel, J.", "Boyer, M."]),
      (["Rüschi, A.", "Łoś, B."], ["Ruschi, A.", "Los, B."]),
      (["Imazio, M."], ["Imazio, Massimo"]),
    ])
  func sameAuthors(one: [String], other: [String]) {
    #expect(pair(record(title, by: one), record(title, by: other)).evidence.authors == .same)
  }

  @Test("Names that have lost letters are close, and another initial is another person")
  func closeAuthors() {
    let broken = pair(
      record(title, by: ["Mulić, Suada", "Krizić, Mario"]),
      record(title, by: ["Muli, S.", "Krizi, M."]))
    #expect(broken.evidence.authors == .close)
    let others = pair(record(title, by: ["Smith, J."]), record(title, by: ["Smith, K."]))
    #expect(others.evidence.authors == .different && others.band != .sure)
  }

  @Test("An abstract cut short, or with a copyright line, is the same abstract")
  func abstracts() {
    let text = prose(7, words: 240)
    func agreement(_ other: String) -> Agreement {
      pair(record(title, abstract: text), record(title, abstract: other)).evidence.abstract
    }
    #expect(agreement(text + " Copyright 2020 Made-up Press. All rights reserved.") == .same)
    #expect(agreement(text.split(separator: " ").prefix(120).joined(separator: " ")) == .contained)
    #expect(agreement(prose(8, words: 240)) == .different)
    #expect(agreement("No abstract available.") == .unknown)
  }

  @Test("A translated title on the same run of pages is the same article")
  func translation() {
    let authors = ["Paganelli, H.", "Urquiza, M."]
    let found = pair(
      record("Paseos nocturnos en las salas", by: authors, pages: "397-403"),
      record("[Walking on wards at night: a multicentre trial]", by: authors, pages: "397-403"))
    #expect(found.rule == .translation && found.band == .sure)
  }

  @Test(
    "One damaged field hides no pair", arguments: ["title", "authors", "year", "volume", "pages"])
  func damagedField(field: String) {
    let whole = record(title, abstract: prose(9))
    var damaged = whole
    switch field {
    case "title": damaged.title = "Evening walks for people on long"
    case "authors": damaged.authors = []
    case "year": damaged.year = "1920"
    case "volume": damaged.volume = "1)"
    default: damaged.pages = nil
    }
    #expect(groups([whole, damaged]).groups == [[1, 2]])
  }

  @Test(
    "The number of a supplement is no volume",
    arguments: [("1)", nil), ("SUPPL. 1", nil), ("1", "3 SUPPL. 1"), ("1", "Supplement 1")])
  func supplementAsVolume(volume: String, issue: String?) {
    let found = pair(
      record(title, volume: volume), record(title, volume: "61", issue: issue ?? "SUPPL. 1"))
    #expect(found.evidence.volume == .unknown && found.band == .sure)
  }

  @Test("First and last page outweigh two names of one journal")
  func sharedRun() {
    let one = record(title, in: "Zhonghua Yi Xue Za Zhi", volume: nil, pages: "2998-3000")
    let other = record(title, in: "National Medical Journal of China", pages: "2998-3000")
    #expect(pair(one, other).band == .sure)
    let single = record(title, in: "National Medical Journal of China", pages: "2998")
    #expect(pair(one, single).band == .ask)
  }

  @Test("Proceedings without authors are one document in one issue, and two in two")
  func proceedings() {
    let one = record("Abstracts of the made-up congress 2011", by: [], issue: "1", pages: nil)
    let other = record("Abstracts of the made-up congress 2011", by: [], issue: "2", pages: nil)
    #expect(pair(one, one).band == .sure)
    #expect(pair(one, other).band != .sure)
  }

  @Test("The evidence reads as a line")
  func description() {
    let found = pair(record(title), record(title, year: "2021", pages: nil))
    #expect(found.evidence.description == "same title, authors, journal, volume; close year")
    #expect(found.evidence.told.map(\.field) == [.title, .authors, .year, .journal, .volume])
  }
}
