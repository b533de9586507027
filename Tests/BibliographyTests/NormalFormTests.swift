import Bibliography
import Testing

@Suite("Normal forms")
struct NormalFormTests {
  @Test("Titles that differ in print alone have one key")
  func titles() {
    let printed = [
      "Peer workers\u{2019} role in <i>health-care</i>: A review.",
      "PEER WORKERS' ROLE IN HEALTH CARE \u{2013} A REVIEW",
      "Peer workers&#39; role in health&nbsp;care; a review",
    ]
    #expect(Set(printed.map { TitleKey(printed: $0) }).count == 1)
  }

  @Test("A title run together is alike with and without hyphens")
  func joined() {
    let keys = ["e-health care", "ehealth-care", "E health\ncare"].map {
      TitleKey(printed: $0)?.joined
    }
    #expect(keys == ["ehealthcare", "ehealthcare", "ehealthcare"])
  }

  @Test("Parts of a work keep different keys")
  func parts() {
    #expect(TitleKey(printed: "A work, Part 1") != TitleKey(printed: "A work, Part 2"))
    #expect(TitleKey(printed: "…") == nil)
  }

  @Test(
    "A DOI is read whatever stands around it",
    arguments: [
      ("10.1176/appi.ps.201900627", "10.1176/appi.ps.201900627"),
      ("https://doi.org/https://dx.doi.org/10.1176/appi.ps.201900627", "10.1176/appi.ps.201900627"),
      ("http://dx.doi.org/10.1108/MHRJ-04-2014-0014", "10.1108/mhrj-04-2014-0014"),
      ("doi: 10.1000/ABC.", "10.1000/abc"), ("DOI:10.1000/abc,", "10.1000/abc"),
      ("10.1000/abc [doi]", "10.1000/abc"), ("(10.1000/abc)", "10.1000/abc"),
      ("<10.1000/abc>", "10.1000/abc"), ("[10.1000/abc].", "10.1000/abc"),
      ("10.1016/S0140-6736(05)67890-1", "10.1016/s0140-6736(05)67890-1"),
      ("10.1016%2FS0140-6736%2805%2967890-1", "10.1016/s0140-6736(05)67890-1"),
      (
        "10.1002/(SICI)1097(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.1002/(sici)1097(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
      ),
      ("10.1002/(SICI)1&lt;1::A&gt;3.0", "10.1002/(sici)1<1::a>3.0"),
      ("https://onlinelibrary.wiley.com/doi/10.1111/inm.12345/full", "10.1111/inm.12345"),
      ("https://www.tandfonline.com/doi/abs/10.1080/1?needAccess=true#top", "10.1080/1"),
      ("10.1000/one; 10.1000/two", "10.1000/one"), ("10.1000.10/123", "10.1000.10/123"),
      ("10.1000/abc\u{200B}", "10.1000/abc"), ("https://doi.org/10.1000/full", "10.1000/full"),
    ])
  func dois(printed: String, normal: String) {
    #expect(DOI(printed: printed)?.text == normal)
  }

  @Test(
    "What is no DOI is none",
    arguments: ["", "n/a", "10.1000", "10.1000/", "110.1000/abc", "10.12/abc", "doi:", "10./x"])
  func noDOI(printed: String) {
    #expect(DOI(printed: printed) == nil)
  }

  @Test("A DOI read again is the same")
  func doiAgain() throws {
    for printed in ["doi:10.1002/(SICI)1<1::A>3.0.", "https://x.org/10.1000/AbC?x=1"] {
      let doi = try #require(DOI(printed: printed))
      #expect(DOI(printed: doi.text) == doi)
      #expect(DOI(printed: "https://doi.org/\(doi)") == doi)
    }
  }

  @Test(
    "Pages have one spelling",
    arguments: [
      ("123-129", "123-129"), ("123-9", "123-129"), ("123–129", "123-129"),
      ("pp. 123--29", "123-129"),
      ("p. 5", "5"), ("5-5", "5"), ("S12-S15", "s12-s15"), ("S12-5", "s12-s15"),
      ("S9-12", "s9-s12"),
      ("e1000097", "e1000097"), ("ix-xii", "ix-xii"), ("Article 1089484", "1089484"),
      ("Art. No. CD001234", "cd001234"), ("123-", "123"), ("0123-0129", "123-129"),
      ("123-129, 140", "123-129"), ("1-14", "1-14"), ("1999-2003", "1999-2003"),
      ("626 - 632", "626-632"),
      ("123-129.e3", "123-129"), ("632-626", "632-626"),
    ])
  func pages(printed: String, normal: String) {
    #expect(PageRange(printed: printed)?.description == normal)
  }

  @Test(
    "What is no page is none",
    arguments: [
      "", "-", "No-Specified", "No Pagination Specified", "n/a", "N.PAG", "250 p.",
      "xii, 250 pages",
    ])
  func noPages(printed: String) {
    #expect(PageRange(printed: printed) == nil)
  }

  @Test("The number of a first page leaves out letters and zeros")
  func firstNumber() {
    #expect(PageRange(printed: "e0012-e0013")?.firstNumber == 12)
    #expect(PageRange(printed: "ix")?.firstNumber == nil)
  }

  @Test(
    "Journals have one key",
    arguments: [
      ("Psychiatric services (Washington, D.C.)", "psychiatric services"),
      ("PSYCHIATRIC SERVICES", "psychiatric services"),
      ("Australasian psychiatry : bulletin of the Royal College", "australasian psychiatry"),
      ("Health & Social Care", "health and social care"),
      ("Health and social care", "health and social care"),
      ("The Lancet. Psychiatry", "lancet psychiatry"), ("Lancet Psychiatry", "lancet psychiatry"),
      ("Santé mentale = Mental health", "sante mentale"), ("(Untitled)", "untitled"),
      ("The Journal of Care / La Revue de soins", "journal of care"), ("AIDS/HIV", "aids hiv"),
      ("Health &amp; Place [online]", "health and place"),
    ])
  func journals(printed: String, key: String) {
    #expect(JournalKey(printed: printed)?.words == key)
  }

  @Test("ISSNs are found, checked and spelt alike")
  func issns() {
    #expect(ISSN.all(printed: "1234-5679").map(\.text) == ["1234-5679"])
    #expect(
      ISSN.all(printed: "2434561x (Print); 2434-561X; 1234-5679").map(\.text) == [
        "2434-561X", "1234-5679",
      ])
    #expect(ISSN.all(printed: "1234-5678 978-3-16-148410-0").isEmpty)
  }

  @Test("Every single wrong digit of an ISSN is noticed")
  func issnDigits() {
    let right = Array("12345679")
    for index in right.indices {
      for digit in "0123456789" where digit != right[index] {
        var wrong = right
        wrong[index] = digit
        #expect(ISSN.all(printed: String(wrong)).isEmpty)
      }
    }
  }

  @Test("A reference takes its DOI from an address where it has no other")
  func doiOfReference() {
    var reference = Reference()
    reference.urls = ["https://example.org", "https://doi.org/10.1000/ABC"]
    #expect(reference.normalDOI?.text == "10.1000/abc")
    reference.doi = "10.1000/own"
    #expect(reference.normalDOI?.text == "10.1000/own")
  }
}
