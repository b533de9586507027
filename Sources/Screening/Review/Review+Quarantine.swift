// What a person does with an entry that could not be read. The ledger calls a correction
// `quarantineAccepted`, which is its name for ever.

extension Review {
  /// Makes a record of a quarantined entry that a person has corrected.
  public func correcting(
    _ item: UInt32, of number: ImportNumber, batch: BatchID, by person: PersonID
  ) throws(Refusal) -> Fact {
    try checkQuarantined(item, of: number, by: person)
    return .quarantineAccepted(
      QuarantineAccepted(
        file: number, item: item, record: RecordNumber(UInt32(rows.count) + 1), batch: batch))
  }

  /// Dismisses an entry from quarantine.
  public func dismissing(
    _ item: UInt32, of number: ImportNumber, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    try checkQuarantined(item, of: number, by: person)
    return .quarantineDismissed(file: number, item: item, grounds: try grounds.asGrounds())
  }

  /// Whether a quarantined entry of an import waits for a person's answer.
  public func isWaiting(_ item: UInt32, of number: ImportNumber) -> Bool {
    guard let file = file(number), !file.isWithdrawn else { return false }
    return item < file.fact.quarantined && file.answered[item] == nil
  }

  private func checkQuarantined(
    _ item: UInt32, of number: ImportNumber, by person: PersonID
  ) throws(Refusal) {
    _ = try who(person, with: [.lead, .librarian])
    guard let file = file(number) else { throw .noSuchImport(number) }
    guard !file.isWithdrawn else { throw .importIsWithdrawn(number) }
    guard item < file.fact.quarantined, file.answered[item] == nil else {
      throw .noSuchQuarantined(number, item: item)
    }
  }
}
