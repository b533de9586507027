import Formats
import Ledger
public import Screening
import Secrets

extension Workbench {
  /// Takes a file in: all of it or nothing.
  ///
  /// Parsed and archived outside the writer's thread; one short transaction appends the fact that
  /// makes it real, and removes what a limit of the protocol removes. `progress` is told how far
  /// the reading has come.
  public func importFile(
    _ file: ImportSource, from source: SourceID, searched: PartialDate? = nil,
    format: String? = nil, _ acting: Acting, progress: (ReadProgress) -> Void = { _ in }
  ) throws(Fault) -> ImportReport {
    let review = try mayImport(from: source, acting)
    if let known = try holding(file, from: source, in: review) {
      return try report(of: known, in: acting, wasFiled: true)
    }
    while true {
      let review = try state(of: acting.review).review
      let batch = surroundings.newIdentifier()
      let (staged, reading) = try stage(
        file, as: batch, format: format, limits: review.limitsInForce, acting, progress)
      guard staged.accepted > 0 || !staged.quarantined.isEmpty else {
        throw file.holdsNone(as: format)
      }
      let report = try fileStaged(
        staged, batch, under: review.protocolVersion, from: source, searched: searched, reading,
        file.name, acting)
      // None if the protocol was amended meanwhile: its limits may judge the records otherwise.
      if let report { return report }
    }
  }

  /// Reads a file as an import would, and keeps nothing of it.
  public func surveyFile(
    _ file: ImportSource, from source: SourceID, format: String? = nil, _ acting: Acting,
    progress: (ReadProgress) -> Void = { _ in }
  ) throws(Fault) -> FileSurvey {
    let review = try mayImport(from: source, acting)
    let found = try file.survey(as: format, progress: progress)
    return FileSurvey(
      reading: found.reading, survey: found.survey, quarantined: found.quarantined,
      known: try holding(file, from: source, in: review))
  }

  /// The review, if this person may import into it from a source.
  private func mayImport(from source: SourceID, _ acting: Acting) throws(Fault) -> Review {
    let review = try state(of: acting.review).review
    do throws(Refusal) {
      try review.checkSource(source, by: acting.person)
    } catch {
      throw .refused(error)
    }
    return review
  }

  /// The import that holds the file's bytes from the same source already.
  ///
  /// A digest of the whole file is only taken where an import begins as the file does, so a new file
  /// is read once.
  private func holding(
    _ file: ImportSource, from source: SourceID, in review: Review
  ) throws(Fault) -> ImportNumber? {
    var beginning: [UInt8] = []
    var pieces = try Pieces(of: file)
    while beginning.count < Staging.blockSize, let piece = try pieces.next() {
      beginning += piece.prefix(Staging.blockSize - beginning.count)
    }
    let batches = review.imports.filter { $0.fact.source == source && !$0.isWithdrawn }
      .map { Identifier($0.fact.batch) }
    let isLike = try reading { (store) throws(StoreFault) in
      for batch in batches {
        if let block = try store.block(0, of: batch), try block.unpacked() == beginning {
          return true
        }
      }
      return false
    }
    return isLike ? review.importHolding(try file.fingerprint(), from: source) : nil
  }

  private func stage(
    _ file: ImportSource, as batch: Identifier, format: String?, limits: [Limit],
    _ acting: Acting, _ progress: (ReadProgress) -> Void
  ) throws(Fault) -> (Staging.Summary, FileReading) {
    let store = try opened()
    defer { store.close() }
    func storing<Value>(_ act: () throws(StoreFault) -> Value) throws(Fault) -> Value {
      do throws(StoreFault) { return try act() } catch { throw .store(error) }
    }
    let abandoned = surroundings.clock() - Workbench.abandoned
    let staging = try storing { () throws(StoreFault) in
      try store.write { (writing) throws(StoreFault) in
        try writing.sweep(untouchedSince: abandoned)
      }
      return try Staging(
        batch, of: acting.review, limits: limits, in: store, clock: surroundings.clock)
    }
    let reading = try file.read(
      as: format, progress: progress,
      piece: { (piece) throws(Fault) in
        try storing { () throws(StoreFault) in try staging.add(piece) }
      },
      { (item) throws(Fault) in try storing { () throws(StoreFault) in try staging.add(item) } })
    return (try storing { () throws(StoreFault) in try staging.finish() }, reading)
  }

  private func opened() throws(Fault) -> any Store {
    do throws(StoreFault) { return try surroundings.openStore() } catch { throw .store(error) }
  }

  /// A batch that nobody has worked on for so long was left by a process that died.
  private static let abandoned: Int64 = 15 * 60 * 1_000_000

  private func fileStaged(
    _ staged: Staging.Summary, _ batch: Identifier, under version: UInt32,
    from source: SourceID, searched: PartialDate?, _ reading: FileReading, _ name: String,
    _ acting: Acting
  ) throws(Fault) -> ImportReport? {
    var speech = speech
    let filing = Filing(
      source: source, accepted: staged.accepted, quarantined: UInt32(staged.quarantined.count),
      batch: BatchID(batch), fileDigest: Fingerprint(staged.fileDigest),
      recordsDigest: Fingerprint(staged.recordsDigest), reader: "\(reading.format.name)/1",
      searched: searched, name: speech.words(String(name.split(separator: "/").last ?? "")))
    let failing = staged.failing
    let done = try act(
      acting, saying: speech,
      steps: [
        ActStep(.person(acting.person)) { (review) throws(Refusal) in
          // Someone may have filed the same bytes while these were read.
          guard review.protocolVersion == version,
            review.importHolding(filing.fileDigest, from: source) == nil
          else { return nil }
          return try review.filing(filing, by: acting.person)
        },
        ActStep(.rule(.limits)) { (review) throws(Refusal) in
          guard let filed = review.imports.last?.fact, filed.batch == filing.batch else {
            return nil
          }
          return review.applyingLimits(
            failing.map {
              (report: RecordNumber(filed.first.value + $0.ordinal), failing: $0.limit)
            })
        },
      ],
      before: { (commit) throws(StoreFault) in try commit.store.file(batch) })
    let review = try state(of: acting.review).review
    let number =
      done.isIdle
      ? review.importHolding(filing.fileDigest, from: source)
      : review.imports.last { $0.position <= done.position }?.fact.file
    guard let number else {
      if done.isIdle { return nil }
      throw .refused(.noSuchImport(ImportNumber(0)))  // the request was spent on something else
    }
    return try report(
      of: number, in: acting, quarantined: staged.quarantined, warnings: staged.warnings, reading,
      wasFiled: done.isIdle || done.isRepeat)
  }

  private func report(
    of number: ImportNumber, in acting: Acting, quarantined: [Quarantined] = [],
    warnings: WarningTally = WarningTally(), _ reading: FileReading? = nil, wasFiled: Bool
  ) throws(Fault) -> ImportReport {
    let review = try state(of: acting.review).review
    guard let summary = review.imports.first(where: { $0.fact.file == number }) else {
      throw .refused(.noSuchImport(number))
    }
    return ImportReport(
      file: number, accepted: Int(summary.fact.accepted), first: summary.fact.first,
      quarantined: wasFiled ? [] : quarantined,
      warnings: wasFiled ? WarningTally() : warnings, reading: wasFiled ? nil : reading,
      missing: review.missingItems(of: summary.fact), wasFiled: wasFiled)
  }
}

extension ImportSource {
  /// The digest of its bytes, by which an import knows a file.
  fileprivate func fingerprint() throws(Fault) -> Fingerprint {
    var digester = Digester()
    var pieces = try Pieces(of: self)
    while let piece = try pieces.next() { digester.feed(piece) }
    return Fingerprint(digester.digest())
  }
}

extension Review {
  /// What PRISMA-S asks for and neither the protocol nor the import says of a search.
  public func missingItems(of fact: FileImported) -> [SearchItem] {
    content?.sources.first { $0.id == fact.source }?.missingItems(searched: fact.searched) ?? []
  }

  /// The limits of the protocol in force.
  fileprivate var limitsInForce: [Limit] { content?.limits ?? [] }
}
