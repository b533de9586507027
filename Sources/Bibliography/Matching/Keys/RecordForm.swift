/// What a record says, in the normal forms that are compared: what a key is made of.
struct RecordForm {
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

  /// Reads a reference, each field once.
  init(_ reference: Reference) {
    let urls = reference.urls
    doi = Self.doi(reference.doi, in: urls).map { hash64($0.text.utf8) } ?? 0
    pmid = Self.pmid(reference.pmid, in: urls)
    year = Int16(clamping: reference.publicationYear ?? 0)
    let (volume, issue) = (reference.volume, reference.issue)
    let supplement = Self.supplement(volume: volume, issue: issue)
    self.supplement = supplement.number
    self.volume = supplement.isAllOfVolume ? 0 : Self.firstNumber(of: volume)
    self.issue = Self.firstNumber(of: issue)
    types = reference.sourceTypes.reduce(0) { $0 | $1.bit }
    title = TitleForm(reference.title)
    names = NameForm(reference.authors)
    journal = JournalForm(reference)
    pages = PageSpan.all(reference.pages)
    abstract = reference.withBytes(of: .abstract) { AbstractSketch($0) } ?? .none
  }

  /// The DOI from its own field or from an address that resolves it; other addresses hold DOIs with
  /// names of pages behind them, and DOIs of other works.
  private static func doi(_ printed: String?, in urls: [String]) -> DOI? {
    if let doi = printed.flatMap({ DOI(printed: $0) }) { return doi }
    return urls.first {
      $0.utf8.count < 200 && ByteRun.first("doi.org/".utf8, in: $0.utf8) != nil
    }
    .flatMap { DOI(printed: $0) }
  }

  /// The number in PubMed, from its own field or from an address there.
  private static func pmid(_ printed: String?, in urls: [String]) -> UInt32 {
    if let printed { return firstNumber(of: printed) }
    for url in urls where url.utf8.count < 200 {
      for site in ["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"] {
        if let place = ByteRun.first(site.utf8, in: url.utf8) {
          return firstNumber(of: String(url[place.upperBound...]))
        }
      }
    }
    return 0
  }

  /// "147 Suppl 1", "SUPPL. 1", or "1)", which is what a careless import leaves of "61 (Suppl. 1)";
  /// the last two say nothing of the volume.
  private static func supplement(
    volume printed: String?, issue: String?
  ) -> (number: UInt32, isAllOfVolume: Bool) {
    let volume = FoldedText(printed ?? "").text
    if let printed, printed.contains(")"), !printed.contains("(") {
      return (firstNumber(of: volume), true)
    }
    for text in [volume, FoldedText(issue ?? "").text] {
      if let place = ByteRun.first("suppl".utf8, in: text.utf8) {
        let isFirst = place.lowerBound == text.startIndex
        return (firstNumber(of: String(text[place.upperBound...])), isFirst && text == volume)
      }
    }
    return (0, false)
  }

  /// The first digits as a number: 147 for "147 Suppl 1".
  private static func firstNumber(of printed: String?) -> UInt32 {
    guard let printed else { return 0 }
    let digits = printed.utf8.drop { !ASCII.isDigit($0) }.prefix(while: ASCII.isDigit)
    return UInt32(String(digits) ?? "") ?? 0
  }
}

extension SourceType {
  /// A bit for each kind: that of its place in the list, which Swift numbers cases by. Asking a table
  /// would hash the kind's name for each pair that is compared.
  var bit: UInt32 { UInt32(1) << UInt32(unsafeBitCast(self, to: UInt8.self)) }
}

/// Runs of bytes in others.
enum ByteRun {
  /// Where a run stands first.
  static func first<Bytes: Collection<UInt8>>(
    _ run: some Collection<UInt8>, in bytes: Bytes
  ) -> Range<Bytes.Index>? {
    guard let first = run.first else { return nil }
    var rest = bytes[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: run) {
        return place..<bytes.index(place, offsetBy: run.count)
      }
      rest = rest[bytes.index(after: place)...]
    }
    return nil
  }
}
