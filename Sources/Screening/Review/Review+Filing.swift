/// What a reader made of a file, as far as the rules need it.
public struct Filing: Hashable, Sendable {
  /// Where the file came from.
  public var source: SourceID
  /// How many records were accepted.
  public var accepted: UInt32
  /// How many entries wait in quarantine.
  public var quarantined: UInt32
  /// The batch of the archive.
  public var batch: BatchID
  /// The SHA-256 of the file's bytes.
  public var fileDigest: Fingerprint
  /// The SHA-256 over the parsed records.
  public var recordsDigest: Fingerprint
  /// The reader and its version.
  public var reader: String
  /// The day of the search, if it was said.
  public var searched: PartialDate?
  /// The file's name.
  public var name: Words

  /// Joins the parts.
  public init(
    source: SourceID, accepted: UInt32, quarantined: UInt32, batch: BatchID,
    fileDigest: Fingerprint, recordsDigest: Fingerprint, reader: String,
    searched: PartialDate? = nil, name: Words
  ) {
    self.source = source
    self.accepted = accepted
    self.quarantined = quarantined
    self.batch = batch
    self.fileDigest = fileDigest
    self.recordsDigest = recordsDigest
    self.reader = reader
    self.searched = searched
    self.name = name
  }
}

/// An import as lists show it.
public struct ImportSummary: Hashable, Sendable {
  /// What was filed.
  public let fact: FileImported
  /// The entry that filed it.
  public let position: Position
  /// How many quarantined entries became records.
  public let corrected: Int
  /// How many were dismissed.
  public let dismissed: Int
  /// Whether it was withdrawn.
  public let isWithdrawn: Bool

  /// How many quarantined entries wait for an answer.
  public var waiting: Int { Int(fact.quarantined) - corrected - dismissed }
}

extension Review {
  /// The import that holds these bytes from this source, unless it was withdrawn.
  public func importHolding(_ digest: Fingerprint, from source: SourceID) -> ImportNumber? {
    files.first {
      !$0.isWithdrawn && $0.fact.fileDigest == digest && $0.fact.source == source
    }?.fact.file
  }

  /// Checks that a file may be taken in from a source: before any byte is staged.
  public func checkSource(_ id: SourceID, by person: PersonID) throws(Refusal) {
    _ = try who(person, with: [.lead, .librarian])
    guard let content else { throw .notFounded }
    guard files.count < UInt16.max else { throw .noImportNumberLeft }
    guard let source = content.sources.first(where: { $0.id == id }) else {
      let declared = content.sources.filter { !$0.isRetired }.map(\.id.text)
      throw .undeclaredSource(
        id.text, nearest: DidYouMean.nearest(to: id.text, among: declared), declared: declared)
    }
    if source.isRetired { throw .retired(.source, id.text) }
  }

  /// Files an import: gives its records their numbers.
  public func filing(_ filing: Filing, by person: PersonID) throws(Refusal) -> Fact {
    try checkSource(filing.source, by: person)
    let source = currentVersion.content.sources.first { $0.id == filing.source }
    return .fileImported(
      FileImported(
        file: ImportNumber(UInt16(truncatingIfNeeded: files.count + 1)), source: filing.source,
        arm: source?.arm ?? .databases, enters: source?.enters ?? .titleAbstract,
        first: RecordNumber(UInt32(rows.count) + 1), accepted: filing.accepted,
        quarantined: filing.quarantined, batch: filing.batch, fileDigest: filing.fileDigest,
        recordsDigest: filing.recordsDigest, reader: filing.reader, searched: filing.searched,
        name: filing.name))
  }

  /// Withdraws an import: all of its records on which no decision rests.
  public func withdrawing(
    _ number: ImportNumber, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.lead, .librarian])
    guard let file = file(number) else { throw .noSuchImport(number) }
    try checkMayLearnOfDecisions(who)
    let live = recordNumbers(of: file).filter { isLive($0) }
    guard !live.isEmpty || !file.isWithdrawn else { throw .importIsWithdrawn(number) }
    let free = live.filter { !self[$0].isRested }
    guard !free.isEmpty || live.isEmpty else { throw .decisionsRestOnAll(number) }
    return .recordsWithdrawn(
      file: number, records: RecordRange.packing(free), grounds: try grounds.asGrounds())
  }

  /// Every import, in order.
  public var imports: [ImportSummary] {
    files.map { file in
      ImportSummary(
        fact: file.fact, position: Position(file.position),
        corrected: file.answered.values.count { $0 != nil },
        dismissed: file.answered.values.count { $0 == nil }, isWithdrawn: file.isWithdrawn)
    }
  }

  /// The import that a record came with.
  public func importOf(_ record: RecordNumber) -> FileImported { file(of: record).fact }

  /// Where the archive holds a record: its batch, and its ordinal there from 0.
  public func place(of record: RecordNumber) -> (batch: BatchID, ordinal: Int)? {
    guard exists(record) else { return nil }
    let file = file(of: record)
    if let corrected = file.corrected.first(where: { $0.record == record }) {
      return (corrected.batch, 0)
    }
    return (file.fact.batch, Int(record.value - file.fact.first.value))
  }

  /// An import by its number.
  func file(_ number: ImportNumber) -> File? {
    let place = Int(number.value) - 1
    return files.indices.contains(place) ? files[place] : nil
  }

  private func recordNumbers(of file: File) -> [RecordNumber] {
    let first = file.fact.first.value
    return (first..<first + file.fact.accepted).map { RecordNumber($0) }
      + file.corrected.map(\.record)
  }
}
