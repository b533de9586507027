import Bibliography
import Testing

@Suite("Publication dates")
struct PublicationDateTests {
  @Test(
    "A printed date means the days that it leaves open",
    arguments: [
      ("1990", "1990-01-01 to 1990-12-31"), ("[2019]", "2019-01-01 to 2019-12-31"),
      ("c2005", "2005-01-01 to 2005-12-31"), ("2003a", "2003-01-01 to 2003-12-31"),
      ("Spring 2018", "2018-01-01 to 2018-12-31"), ("2018 (Winter)", "2018-01-01 to 2018-12-31"),
      ("2020/11//Nov/Dec2020", "2020-11-01 to 2020-12-31"), ("2020///", "2020-01-01 to 2020-12-31"),
      ("2020/11/03/", "2020-11-03 to 2020-11-03"), ("2020-11", "2020-11-01 to 2020-11-31"),
      ("20201103", "2020-11-03 to 2020-11-03"), ("202011", "2020-11-01 to 2020-11-31"),
      ("2020 Nov 3", "2020-11-03 to 2020-11-03"), ("3 November 2020", "2020-11-03 to 2020-11-03"),
      ("Sept. 2020", "2020-09-01 to 2020-09-31"), ("Mar-Apr 2019", "2019-03-01 to 2019-04-31"),
      ("2019 Dec 15-18", "2019-12-01 to 2019-12-31"), ("15/12/1998", "1998-12-15 to 1998-12-15"),
      ("12/15/1998", "1998-12-15 to 1998-12-15"), ("03/04/2020", "2020-03-01 to 2020-04-31"),
      ("2019-2020", "2019-01-01 to 2020-12-31"), ("1998-99", "1998-01-01 to 1999-12-31"),
      ("2020-13-45", "2020-01-01 to 2020-12-31"), ("2020-00-00", "2020-01-01 to 2020-12-31"),
      ("2020-11-03T10:20:30Z", "2020-11-03 to 2020-11-03"),
      ("05/05/2020", "2020-05-05 to 2020-05-05"),
    ])
  func reading(printed: String, days: String) {
    #expect(PublicationDate(printed: printed)?.description == days)
  }

  @Test(
    "What names no year is no date",
    arguments: [
      "", "n.d.", "in press", "98", "199-", "12345", "0000", "1019", "forthcoming", "Nov",
    ])
  func noYear(printed: String) {
    #expect(PublicationDate(printed: printed) == nil)
  }

  @Test("Year and date together say the most that both allow")
  func together() {
    var reference = Reference()
    reference.year = "2020"
    reference.date = "2020 Nov 3"
    #expect(reference.published?.description == "2020-11-03 to 2020-11-03")
    #expect(reference.publicationYear == 2020)
  }

  @Test("A year and a date that contradict each other leave the time between them open")
  func contradiction() {
    var reference = Reference()
    reference.year = "2020"
    reference.date = "2019-12-15"
    #expect(reference.published?.description == "2019-12-15 to 2020-12-31")
    #expect(reference.publicationYear == 2020)
  }

  @Test("A year in press leaves the date to tell")
  func inPress() {
    var reference = Reference()
    reference.year = "in press"
    #expect(reference.published == nil)
    reference.date = "2021"
    #expect(reference.publicationYear == 2021)
  }
}
