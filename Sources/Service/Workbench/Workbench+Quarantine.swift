public import Bibliography
public import Ledger
public import Screening

/// An entry of an import that could not be read.
public struct QuarantinedEntry: Hashable, Sendable {
  /// Which of its import's quarantined entries, from 0.
  public let item: UInt32
  /// The line of the file that it begins on.
  public let line: Int
  /// Why it could not be read.
  public let sentence: String
  /// Its bytes as printed.
  public let printed: [UInt8]
  /// Whether it waits for a person to correct or dismiss it.
  public let isWaiting: Bool
}

extension Workbench {
  /// Everything that an import put into quarantine, answered or not, in the order of the file.
  public func quarantine(
    of number: ImportNumber, in review: Identifier
  ) throws(Fault) -> [QuarantinedEntry] {
    let review = try state(of: review).review
    guard let fact = review.imports.first(where: { $0.fact.file == number })?.fact else {
      throw .refused(.noSuchImport(number))
    }
    let batch = Identifier(fact.batch)
    return try readingArchive { (store, archive) throws(StoreFault) in
      var entries: [QuarantinedEntry] = []
      try store.records(of: batch, from: Int(fact.accepted)) { (ordinal, kept) throws(StoreFault) in
        let item = UInt32(ordinal) - fact.accepted
        let note = try QuarantineNote(kept, in: archive)
        entries.append(
          QuarantinedEntry(
            item: item, line: note.line, sentence: note.sentence,
            printed: try store.printed(from: kept.offset, length: Int(kept.length), of: batch),
            isWaiting: review.isWaiting(item, of: number)))
        return true
      }
      return entries
    }
  }

  /// Makes a record of a quarantined entry, as a person has corrected it.
  public func correct(
    _ item: UInt32, of number: ImportNumber, as reference: Reference, _ acting: Acting
  ) throws(Fault) -> Done {
    let corrected = CorrectedRecord(
      reference.encoded(), of: try quarantined(item, of: number, in: acting.review))
    let batch = corrected.batch(in: acting.review)
    return try act(
      acting,
      steps: [
        ActStep(.person(acting.person)) { (review) throws(Refusal) in
          try review.correcting(item, of: number, batch: BatchID(batch), by: acting.person)
        },
        ActStep(.rule(.limits)) { (review) throws(Refusal) in
          let limit = LimitPanel(review.content?.limits ?? []).removal(of: [reference])
          let record = RecordNumber(UInt32(review.recordCount))
          return limit.flatMap { review.applyingLimits([(report: record, failing: $0)]) }
        },
      ],
      before: { (commit) throws(StoreFault) in
        try commit.archive(corrected, as: batch, in: acting.review)
      })
  }

  /// Dismisses a quarantined entry: it is no record.
  public func dismiss(
    _ item: UInt32, of number: ImportNumber, because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.dismissing(item, of: number, grounds: words, by: acting.person)
    }
  }
}

extension Workbench {
  /// Where a quarantined entry is printed; nil if there is none, which the rules will say.
  private func quarantined(
    _ item: UInt32, of number: ImportNumber, in review: Identifier
  ) throws(Fault) -> ArchivedRecord? {
    let imports = try state(of: review).review.imports
    guard let fact = imports.first(where: { $0.fact.file == number })?.fact else { return nil }
    return try reading { (store) throws(StoreFault) in
      try store.record(Int(fact.accepted) + Int(item), of: Identifier(fact.batch))
    }
  }
}
