import Formats
import Ledger
public import Screening
import Secrets

extension Workbench {
  /// Takes a file in: all of it or nothing.
  ///
  /// Parsed and archived outside the writer's thread; one short transaction appends the fact that
  /// makes it real, and removes what a limit of the protocol removes.
  public func importFile(
    _ file: ImportSource, from source: SourceID, searched: PartialDate? = nil,
    format: String? = nil, _ acting: Acting
  ) throws(Fault) -> ImportReport {
    let review = try state(of: acting.review).review
    do throws(Refusal) {
      try review.checkSource(source, by: acting.person)
    } catch {
      throw .refused(error)
    }
    let (digest, reader) = try look(at: file, format: format)
    if let known = review.importHolding(Fingerprint(digest), from: source) {
      return try report(of: known, in: acting, wasFiled: true)
    }
    while true {
      let review = try state(of: acting.review).review
      let batch = surroundings.newIdentifier()
      let staged = try stage(file, as: batch, with: reader, limits: review.limitsInForce, acting)
      guard staged.accepted > 0 || !staged.quarantined.isEmpty else {
        throw .file(.notAnExport(path: file.name, known: Format.readers.map { $0.format.name }))
      }
      let report = try fileStaged(
        staged, batch, under: review.protocolVersion, from: source, searched: searched,
        reader: reader.format.name, file.name, acting)
      // None if the protocol was amended meanwhile: its limits may judge the records otherwise.
      if let report { return report }
    }
  }

  /// Reads the file once: its digest, and who can read it.
  private func look(
    at file: ImportSource, format: String?
  ) throws(Fault) -> (Digest, any ReferenceReader.Type) {
    var beginning: [UInt8] = []
    var digester = Digester()
    try read(file) { (piece) throws(Fault) in
      if beginning.count < 1 << 16 { beginning += piece.prefix(1 << 16) }
      digester.feed(piece)
    }
    guard !beginning.isEmpty else { throw .file(.empty(path: file.name)) }
    let readers = Format.readers.map { $0.format.name }
    if let format {
      guard let reader = Format.reader(named: format) else {
        throw .unknownName(
          .format, format, nearest: DidYouMean.nearest(to: format, among: readers), known: readers)
      }
      return (digester.digest(), reader)
    }
    guard let reader = Format.reader(recognising: beginning.span) else {
      throw .file(.notAnExport(path: file.name, known: readers))
    }
    return (digester.digest(), reader)
  }

  private func read(
    _ file: ImportSource, _ body: ([UInt8]) throws(Fault) -> Void
  ) throws(Fault) {
    let next: () throws(FileFault) -> [UInt8]?
    do throws(FileFault) { next = try file.open() } catch { throw .file(error) }
    while true {
      let piece: [UInt8]?
      do throws(FileFault) { piece = try next() } catch { throw .file(error) }
      guard let piece else { return }
      try body(piece)
    }
  }

  private func stage(
    _ file: ImportSource, as batch: Identifier, with reader: any ReferenceReader.Type,
    limits: [Limit], _ acting: Acting
  ) throws(Fault) -> Staging.Summary {
    let store: any Store
    do throws(StoreFault) { store = try surroundings.openStore() } catch { throw .store(error) }
    defer { store.close() }
    do throws(StoreFault) {
      let now = surroundings.clock()
      try store.write { (writing) throws(StoreFault) in
        try writing.sweep(untouchedSince: now - Workbench.abandoned)
      }
    } catch { throw .store(error) }
    return try stage(file, as: batch, using: reader, limits: limits, store, acting)
  }

  /// A batch that nobody has worked on for so long was left by a process that died.
  private static let abandoned: Int64 = 15 * 60 * 1_000_000

  private func stage<Reader: ReferenceReader>(
    _ file: ImportSource, as batch: Identifier, using: Reader.Type, limits: [Limit],
    _ store: any Store, _ acting: Acting
  ) throws(Fault) -> Staging.Summary {
    var reader = Reader()
    let staging: Staging
    do throws(StoreFault) {
      staging = try Staging(
        batch, of: acting.review, limits: limits, in: store, clock: surroundings.clock)
    } catch { throw .store(error) }
    try read(file) { (piece) throws(Fault) in
      do throws(StoreFault) {
        try staging.add(piece)
        try reader.read(piece.span) { (item) throws(StoreFault) in try staging.add(item) }
      } catch { throw .store(error) }
    }
    do throws(StoreFault) {
      try reader.finish { (item) throws(StoreFault) in try staging.add(item) }
      return try staging.finish()
    } catch { throw .store(error) }
  }

  private func fileStaged(
    _ staged: Staging.Summary, _ batch: Identifier, under version: UInt32,
    from source: SourceID, searched: PartialDate?, reader: String, _ name: String,
    _ acting: Acting
  ) throws(Fault) -> ImportReport? {
    var speech = speech
    let filing = Filing(
      source: source, accepted: staged.accepted, quarantined: UInt32(staged.quarantined.count),
      batch: BatchID(batch), fileDigest: Fingerprint(staged.fileDigest),
      recordsDigest: Fingerprint(staged.recordsDigest), reader: "\(reader)/1",
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
      of: number, in: acting, quarantined: staged.quarantined, warnings: staged.warnings,
      wasFiled: done.isIdle || done.isRepeat)
  }

  private func report(
    of number: ImportNumber, in acting: Acting, quarantined: [Quarantined] = [],
    warnings: WarningTally = WarningTally(), wasFiled: Bool
  ) throws(Fault) -> ImportReport {
    let imports = try state(of: acting.review).review.imports
    guard let summary = imports.first(where: { $0.fact.file == number }) else {
      throw .refused(.noSuchImport(number))
    }
    return ImportReport(
      file: number, accepted: Int(summary.fact.accepted), first: summary.fact.first,
      quarantined: wasFiled ? [] : quarantined,
      warnings: wasFiled ? WarningTally() : warnings, wasFiled: wasFiled)
  }
}

extension Review {
  /// The limits of the protocol in force.
  fileprivate var limitsInForce: [Limit] { content?.limits ?? [] }
}
