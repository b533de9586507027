import Bibliography

/// Reads PubMed's XML: articles and parts of books.
typealias PubMedXMLReader = XMLReader<PubMedGatherer>

/// Gathers the records of PubMed's XML from its elements.
///
/// MEDLINE's own XML, which others print too, has the same elements without those around them.
final class PubMedGatherer: XMLGatherer {
  static let format = Format(name: "pubmed-xml", title: "PubMed XML", endings: ["xml"])

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    let isPubMed =
      beginning.holds("<PubmedArticle") || beginning.holds("<PubmedBookArticle")
      || beginning.holds("<!DOCTYPE PubmedArticle") || beginning.holds("<MedlineCitation")
    return isPubMed ? .sure : .no
  }

  /// The elements that hold a record: MEDLINE's citation is one only where nothing is around it.
  var recordNames: [StaticString] {
    isMedline ? ["MedlineCitation"] : ["PubmedArticle", "PubmedBookArticle"]
  }

  var root: String { isMedline ? "<MedlineCitationSet>" : "<PubmedArticleSet>" }

  private var isMedline: Bool { assembler.isMedline }
  /// What happens with records as wholes.
  var onBegin: () -> Void = {}
  var onEnd: () -> Void = {}

  // Only the parser's calls change it, one after the other: checking each for that takes longer than
  // the calls.
  @exclusivity(unchecked) private var assembler = PubMedAssembler()

  /// Forgets the record it is in the middle of, and the names of the parser that has broken.
  func forget() { assembler.forget() }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if assembler.begin(name, attributes) { onBegin() }
  }

  func text(_ part: UnsafeBufferPointer<UInt8>) { assembler.text(part) }

  func end(_ name: XMLName) {
    if assembler.end() { onEnd() }
  }

  func reference(line: Int, _ warnings: inout [ReadWarning]) -> Reference {
    let reference = assembler.reference()
    if reference.title == nil { warnings.append(ReadWarning(.noTitle, line: line)) }
    return reference
  }
}
