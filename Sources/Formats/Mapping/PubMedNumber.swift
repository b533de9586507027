import Bibliography

// PubMed's number where it is printed with something else, or under another name.
extension Span<UInt8> {
  /// The digits of `33445566 [http://www.ncbi.nlm.nih.gov/pubmed/?term=33445566]`, Ovid's and
  /// Embase's way to print the number with its address.
  var numberWithPubMedAddress: Range<Int>? {
    guard let digits = pubMedDigits(from: 0), digits.upperBound < count else { return nil }
    var place = digits.upperBound
    while place < count, self[place] <= 0x20 { place += 1 }
    guard has("[http", at: place) || has("(http", at: place) else { return nil }
    return holds("ncbi.nlm.nih.gov/pubmed") || holds("pubmed.ncbi.nlm.nih.gov") ? digits : nil
  }

  /// The number in the address of a record in PubMed.
  var numberInPubMedAddress: Range<Int>? {
    guard has("http", at: 0) || has("www.", at: 0), let host = place(of: "ncbi.nlm.nih.gov/") else {
      return nil
    }
    let behind = host + "ncbi.nlm.nih.gov/".utf8.count
    let isOwnHost = has("//pubmed.", at: host - "//pubmed.".utf8.count)
    guard isOwnHost || has("pubmed/", at: behind),
      let digits = pubMedDigits(from: isOwnHost ? behind : behind + "pubmed/".utf8.count)
    else { return nil }
    let end = digits.upperBound
    return end == count || self[end] == UInt8(ascii: "/") && end + 1 == count ? digits : nil
  }

  /// The number that an accession number is in MEDLINE: bare beside that database, and
  /// `MEDLINE:33445566` in Web of Science.
  func numberAsAccession(inMEDLINE isMEDLINE: Bool) -> Range<Int>? {
    let start = has("MEDLINE:", at: 0) ? 8 : 0
    guard start > 0 || isMEDLINE, let digits = pubMedDigits(from: start) else { return nil }
    return digits.upperBound == count ? digits : nil
  }

  /// Whether it names MEDLINE, of which PubMed's numbers are the accession numbers, and nothing else.
  var isNameOfMEDLINE: Bool {
    (holds("MEDLINE") || holds("Medline") || holds("PubMed")) && !holds("mbase")
      && !holds("EMBASE")
  }

  private func pubMedDigits(from start: Int) -> Range<Int>? {
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return (1...8).contains(end - start) ? start..<end : nil
  }
}

extension Reference {
  /// PubMed's number where another field holds it.
  var pubMedNumberElsewhere: String? {
    let isMEDLINE = database?.utf8.span.isNameOfMEDLINE ?? false
    if let accession, let digits = accession.utf8.span.numberAsAccession(inMEDLINE: isMEDLINE) {
      return accession.utf8.span.text(digits)
    }
    for url in urls.prefix(100) {
      if let digits = url.utf8.span.numberInPubMedAddress { return url.utf8.span.text(digits) }
    }
    return nil
  }
}
