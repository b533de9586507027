/// A version of the protocol came into force; the first one founds the review.
public struct ProtocolAdopted: Hashable, Sendable {
  /// The version's number, from 1.
  public var version: UInt32
  /// What it says.
  public var content: ReviewProtocol
  /// The digest of the file's bytes, which the archive keeps.
  public var file: Fingerprint
  /// Why it was amended; none for the first version.
  public var grounds: Words?
  /// The begun rounds that the amendment names to ask for another number of decisions.
  public var requotas: [Requota]

  /// Begun rounds of a stage that from now on ask for another number of decisions.
  public struct Requota: Hashable, Sendable {
    /// The stage.
    public var stage: Stage
    /// How many decisions each round now asks for.
    public var reviewers: UInt8
    /// The reports whose rounds are named.
    public var reports: [RecordNumber]

    /// Joins the parts.
    public init(stage: Stage, reviewers: UInt8, reports: [RecordNumber]) {
      self.stage = stage
      self.reviewers = reviewers
      self.reports = reports
    }
  }

  /// Joins the parts.
  public init(
    version: UInt32, content: ReviewProtocol, file: Fingerprint, grounds: Words? = nil,
    requotas: [Requota] = []
  ) {
    self.version = version
    self.content = content
    self.file = file
    self.grounds = grounds
    self.requotas = requotas
  }
}

/// A file from a source was taken in.
public struct FileImported: Hashable, Sendable {
  /// The import's number: the next.
  public var file: ImportNumber
  /// Where it came from.
  public var source: SourceID
  /// The arm that its records count in, as the protocol in force said.
  public var arm: Arm
  /// The stage that its records enter at, as the protocol in force said.
  public var enters: Stage
  /// The number of its first record: the next.
  public var first: RecordNumber
  /// How many records were accepted.
  public var accepted: UInt32
  /// How many entries of the file wait in quarantine.
  public var quarantined: UInt32
  /// The batch of the archive that holds the file and its records.
  public var batch: BatchID
  /// The SHA-256 of the file's bytes.
  public var fileDigest: Fingerprint
  /// The SHA-256 over the parsed records as archived.
  public var recordsDigest: Fingerprint
  /// The reader that parsed it and its version, such as `jsonl/1`.
  public var reader: String
  /// The day of the search, if it was said.
  public var searched: PartialDate?
  /// The file's name as offered.
  public var name: Words

  /// Joins the parts.
  public init(
    file: ImportNumber, source: SourceID, arm: Arm, enters: Stage, first: RecordNumber,
    accepted: UInt32, quarantined: UInt32, batch: BatchID, fileDigest: Fingerprint,
    recordsDigest: Fingerprint, reader: String, searched: PartialDate?, name: Words
  ) {
    self.file = file
    self.source = source
    self.arm = arm
    self.enters = enters
    self.first = first
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

/// A quarantined entry of an import was corrected and became a record.
public struct QuarantineAccepted: Hashable, Sendable {
  /// The import.
  public var file: ImportNumber
  /// Which of its quarantined entries, from 0.
  public var item: UInt32
  /// The number it gets as a record: the next.
  public var record: RecordNumber
  /// The archive's batch that holds the corrected record.
  public var batch: BatchID

  /// Joins the parts.
  public init(file: ImportNumber, item: UInt32, record: RecordNumber, batch: BatchID) {
    self.file = file
    self.item = item
    self.record = record
    self.batch = batch
  }
}

/// Reports that a failing limit removed before screening.
public struct LimitRemoval: Hashable, Sendable {
  /// The first failing limit in protocol order.
  public var limit: LimitID
  /// The reports.
  public var reports: [RecordRange]

  /// Joins the parts.
  public init(limit: LimitID, reports: [RecordRange]) {
    self.limit = limit
    self.reports = reports
  }
}
