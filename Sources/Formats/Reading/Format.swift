/// A format of reference files, as commands name it.
public struct Format: Hashable, Sendable {
  /// The word that stands for it on the command line.
  public let name: String
  /// What people call it.
  public let title: String
  /// How names of its files end, without the dot.
  public let endings: [String]

  /// Joins the parts.
  public init(name: String, title: String, endings: [String]) {
    self.name = name
    self.title = title
    self.endings = endings
  }

  /// All readers; a format is added to the program by its line here.
  public static let readers: [any ReferenceReader.Type] = [
    JSONLinesReader.self,
    RISReader.self,
    PubMedXMLReader.self,
    XMLReader<EndNoteGatherer>.self,
    XMLReader<OvidXMLGatherer>.self,
    XMLReader<ICTRPGatherer>.self,
    TaggedReader<NbibDialect>.self,
    TaggedReader<OvidDialect>.self,
    TaggedReader<WebOfScienceDialect>.self,
    TaggedReader<RefWorksDialect>.self,
    TaggedReader<ReferDialect>.self,
    TaggedReader<CochraneDialect>.self,
    TaggedReader<ProQuestDialect>.self,
    BibTeXReader.self,
    CSLReader.self,
    CSVReader.self,
  ]

  /// The reader of a format by its name; nil if there is none.
  public static func reader(named name: String) -> (any ReferenceReader.Type)? {
    readers.first { $0.format.name == name }
  }

  /// The reader that is surest of a file that begins so; nil if none knows it.
  public static func reader(recognising beginning: Span<UInt8>) -> (any ReferenceReader.Type)? {
    var decoder = TextDecoder()
    let decoded = decoder.decode(beginning)
    if let decoded, decoder.isWide { return reader(recognisingText: decoded.span) }
    return reader(recognisingText: beginning)
  }

  private static func reader(
    recognisingText beginning: Span<UInt8>
  ) -> (any ReferenceReader.Type)? {
    var best: (reader: any ReferenceReader.Type, certainty: Certainty)?
    for reader in readers {
      let certainty = reader.recognises(beginning)
      if case .sure = certainty { return reader }
      if certainty > best?.certainty ?? .no { best = (reader, certainty) }
    }
    return best?.reader
  }
}
