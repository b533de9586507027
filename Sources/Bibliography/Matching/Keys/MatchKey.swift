/// What a record is compared by: its number, and the normal forms of its fields, kept small.
///
/// A key is a value of its record alone, so that two records compare alike in whatever company.
public struct MatchKey: Hashable, Sendable {
  /// The record's number, as the caller counts.
  public let number: UInt32
  /// The DOI, hashed; 0 if there is none.
  let doi: UInt64
  /// The number in PubMed; 0 if there is none.
  let pmid: UInt32
  /// The year of publication; 0 if it is not known.
  let year: Int16
  /// The volume and the issue as numbers; 0 if there is none.
  let volume: UInt32
  let issue: UInt32
  /// The number of the supplement, as volume or issue print it; 0 if there is none.
  let supplement: UInt32
  /// The kinds of document that it is said to be, a bit each.
  let types: UInt32
  let title: TitleForm
  let names: NameForm
  let journal: JournalForm
  let pages: [PageSpan]
  let abstract: AbstractSketch

  /// Makes the key of a reference.
  public init(_ reference: Reference, number: UInt32) {
    self.number = number
    doi = Self.doi(of: reference).map { hash64($0.text.utf8) } ?? 0
    pmid = Self.pmid(of: reference)
    year = Int16(clamping: reference.publicationYear ?? 0)
    let supplement = Self.supplement(of: reference)
    self.supplement = supplement.number
    volume = supplement.isAllOfVolume ? 0 : Self.firstNumber(of: reference.volume)
    issue = Self.firstNumber(of: reference.issue)
    types = reference.sourceTypes.reduce(0) { $0 | $1.bit }
    title = TitleForm(reference.title)
    names = NameForm(reference.authors)
    journal = JournalForm(reference)
    pages = PageSpan.all(reference.pages)
    abstract = AbstractSketch(reference.abstract)
  }

  /// The DOI from its own field or from an address that resolves it; other addresses hold DOIs with
  /// names of pages behind them, and DOIs of other works.
  private static func doi(of reference: Reference) -> DOI? {
    if let doi = reference.doi.flatMap({ DOI(printed: $0) }) { return doi }
    return reference.urls.first {
      $0.utf8.count < 200 && $0.utf8.firstRun(of: "doi.org/".utf8) != nil
    }
    .flatMap { DOI(printed: $0) }
  }

  /// The number in PubMed, from its own field or from an address there.
  private static func pmid(of reference: Reference) -> UInt32 {
    if let printed = reference.pmid { return firstNumber(of: printed) }
    for url in reference.urls where url.utf8.count < 200 {
      for site in ["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"] {
        if let place = url.utf8.firstRun(of: site.utf8) {
          return firstNumber(of: String(url[place.upperBound...]))
        }
      }
    }
    return 0
  }

  /// "147 Suppl 1", "SUPPL. 1", or "1)", which is what a careless import leaves of "61 (Suppl. 1)";
  /// the last two say nothing of the volume.
  private static func supplement(
    of reference: Reference
  ) -> (number: UInt32, isAllOfVolume: Bool) {
    let volume = FoldedText(reference.volume ?? "").text
    if reference.volume?.contains(")") == true, reference.volume?.contains("(") == false {
      return (firstNumber(of: volume), true)
    }
    for text in [volume, FoldedText(reference.issue ?? "").text] {
      if let place = text.utf8.firstRun(of: "suppl".utf8) {
        let isFirst = place.lowerBound == text.startIndex
        return (firstNumber(of: String(text[place.upperBound...])), isFirst && text == volume)
      }
    }
    return (0, false)
  }

  /// The first digits as a number: 147 for "147 Suppl 1".
  private static func firstNumber(of printed: String?) -> UInt32 {
    guard let printed else { return 0 }
    let digits = printed.utf8.drop { !$0.isDigit }.prefix(while: \.isDigit)
    return UInt32(String(digits) ?? "") ?? 0
  }
}

extension SourceType {
  /// A bit for each kind.
  var bit: UInt32 { UInt32(1) << UInt32(Self.places[self] ?? 31) }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

extension Collection<UInt8> {
  /// Where another run of bytes stands first.
  func firstRun(of other: some Collection<UInt8>) -> Range<Index>? {
    guard let first = other.first else { return nil }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      if self[place...].starts(with: other) {
        return place..<index(place, offsetBy: other.count)
      }
      rest = self[index(after: place)...]
    }
    return nil
  }
}
