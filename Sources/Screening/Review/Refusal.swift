/// The rules say no: why an act was refused.
public enum Refusal: Error, Hashable, Sendable {
  // Who
  case needsRole(Roles)
  case notInTeam
  case lastLead
  case groundsMissing

  // What it is about
  case noSuchRecord(RecordNumber, highest: UInt32)
  case reportIsGone(RecordNumber)
  case reportIsPrevious(RecordNumber)
  case reportWasRemoved(RecordNumber)
  case reportIsNotAtStage(RecordNumber, Stage)
  case reportIsNotIncluded(RecordNumber)

  // Protocol
  case notFounded
  case sameProtocol
  case amendmentNotAllowed([AmendmentFault])
  case noSuchVersion(UInt32, latest: UInt32)
  case requotaOutOfReach(RecordNumber, Stage)
  case unknown(Thing, String, nearest: String?)
  case undeclaredSource(String, nearest: String?, declared: [String])
  case retired(Thing, String)

  // Filing
  case noImportNumberLeft
  case importIsWithdrawn(ImportNumber)
  case noSuchImport(ImportNumber)
  case decisionsRestOnAll(ImportNumber)
  case noSuchQuarantined(ImportNumber, item: UInt32)
  case nothingWaits(ImportNumber, line: Int)

  // Duplicates
  case sameReport(RecordNumber, RecordNumber)
  case notOneReport(RecordNumber, RecordNumber)
  case saidApart(RecordNumber, RecordNumber)
  case bothDecided(RecordNumber, RecordNumber)
  case nothingToSplit(RecordNumber)

  // Before screening
  case alreadyDecided(RecordNumber)
  case wasNotRemoved(RecordNumber)

  // Deciding
  case noLongerNeeded(RecordNumber, Stage)
  case sawAnother(RecordNumber, Stage)
  case liftedBlind(RecordNumber)
  case unsureAtFullText
  case reasonMissing
  case reasonNotWanted(Verdict)
  case screeningIsStopped
  case pilotIsMissing(Stage)
  case pilotIsOpen(Stage)

  // Settling
  case notYoursToSettle(RecordNumber, Stage)
  case notShownYet(RecordNumber, Stage)
  case decidedItself(RecordNumber, Stage)
  case decisionsChanged(RecordNumber, Stage)
  case notOpened(RecordNumber, Stage)
  case proposalChanged(RecordNumber)
  case alreadyConfirmed(RecordNumber)
  case nothingToReopen(RecordNumber, Stage)
  case cannotReopenUnseen(RecordNumber, Stage)
  case restsOnUnseen
  case tooFewAsked(needed: Int, asked: Int)
  case nobodyLeftToAsk(RecordNumber, Stage)
  case nothingToHandOver

  // Pilot, stop, disclosure
  case pilotIsDrawn(Stage)
  case pilotIsPassed(Stage)
  case nothingToDraw(Stage)
  case noReviewers
  case pilotNotFinished(Stage, open: Int?)
  case gateNeedsGrounds(lowest: Int, gate: Int)
  case alreadyStopped
  case notStopped
  case nothingToStop
  case alreadyLifted

  // Texts, labels, charts
  case attemptMissing(RecordNumber)
  case decisionsRestOnText(RecordNumber)
  case textAlreadyObtained(RecordNumber)
  case noText(RecordNumber)
  case abstractNeedsGrounds(RecordNumber)
  case tooManyLabels(given: Int, max: Int)
  case notALabel(ThemeID)
  case enoughLabellers(RecordNumber)
  case labelledItself(RecordNumber)
  case labelsNotInConflict(RecordNumber)
  case wrongValue(FieldID, wanted: String)
  case sameStudy(RecordNumber, RecordNumber)
  case notJoined(RecordNumber)

  /// A kind of thing that a protocol names by an id.
  public enum Thing: String, Hashable, Sendable {
    case source, criterion, reason, limit, theme, field
  }
}
