import Testing

@testable import Bibliography

@Suite("Languages and source types")
struct KindTests {
  @Test(
    "A language has one code",
    arguments: [
      ("English", "en"), ("eng", "en"), ("EN", "en"), ("en-GB", "en"), ("English (UK)", "en"),
      ("Français", "fr"), ("fre", "fr"), ("fra", "fr"), ("Deutsch", "de"), ("ger", "de"),
      ("Português (Brasil)", "pt"), ("zh-Hans", "zh"), ("Русский", "ru"), ("中文", "zh"),
      ("Norwegian Bokmål", "nb"), ("Greek, Modern", "el"),
    ])
  func language(printed: String, code: String) {
    #expect(LanguageCode.all(printed: printed).map { $0?.text } == [code])
  }

  @Test("A list of languages is read one by one, what is not known as nil")
  func languages() {
    #expect(
      LanguageCode.all(printed: "English; Klingon, fre").map { $0?.text } == ["en", nil, "fr"])
    #expect(LanguageCode.all(printed: "Spanish and English").map { $0?.text } == ["es", "en"])
    #expect(LanguageCode.all(printed: " ").isEmpty)
  }

  @Test(
    "What names no language is not taken for one",
    arguments: ["und", "mul", "xyz", "No language given", "No data", "n/a", "in english only"])
  func noLanguage(printed: String) {
    #expect(LanguageCode.all(printed: printed).allSatisfy { $0 == nil })
  }

  @Test(
    "A source type is known by every name that databases give it",
    arguments: [
      ("JOUR", SourceType.journalArticle), ("Journal Article", .journalArticle),
      ("article-journal", .journalArticle), ("Review", .review),
      ("Meta-Analysis", .systematicReview),
      ("CHAP", .chapter), ("incollection", .chapter), ("EBOOK", .book), ("THES", .thesis),
      ("phdthesis", .thesis), ("RPRT", .report), ("Practice Guideline", .guideline),
      ("Meeting Abstract", .conferenceAbstract), ("inproceedings", .conferencePaper),
      ("Study Protocol", .protocolArticle), ("Letter", .letter), ("Editorial Material", .editorial),
      ("Book Review", .bookReview), ("Published Erratum", .erratum), ("GEN", .unknown),
      ("", .unknown),
    ])
  func type(printed: String, type: SourceType) {
    #expect(SourceType(printed: printed) == type)
  }

  @Test("Every source type is known by its own name")
  func names() {
    for type in SourceType.allCases { #expect(SourceType(printed: type.rawValue) == type) }
  }

  @Test("A list of types keeps those that are known")
  func types() {
    #expect(
      SourceType.all(printed: "Journal Article; Research Support, N.I.H.; Review; Review")
        == [.journalArticle, .review])
    #expect(SourceType.all(printed: "Case Reports") == [.caseReport])
  }

  @Test("A kind may always be itself, and the unknown may be anything")
  func mayBe() {
    for type in SourceType.allCases {
      #expect(type.mayBe(type))
      #expect(SourceType.unknown.mayBe(type))
    }
    #expect(SourceType.journalArticle.mayBe(.letter))
    #expect(!SourceType.letter.mayBe(.review))
    #expect(!SourceType.journalArticle.mayBe(.thesis))
  }

  @Test("Each kind has the bit of its place in the list")
  func bits() {
    #expect(SourceType.allCases.map(\.bit) == SourceType.allCases.indices.map { 1 << UInt32($0) })
  }
}
