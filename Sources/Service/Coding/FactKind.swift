/// The number of each kind of fact in the ledger, for ever: docs/ledger-format.md gives the shapes.
///
/// A kind's number and payload never change once released. A fact that has to say more gets a new
/// number, and the old one keeps its decoder.
enum FactKind: UInt16, CaseIterable, Sendable {
  case protocolAdopted = 1
  case rolesGiven = 2
  case blindLifted = 3
  case outcomesDisclosed = 4

  case fileImported = 10
  case quarantineAccepted = 11
  case quarantineDismissed = 12
  case recordsWithdrawn = 13

  case recordsLinked = 20
  case linksRemoved = 21
  case recordsParted = 22

  case limitsApplied = 30
  case reportRemoved = 31
  case reportPutBack = 32

  case decisionGiven = 40
  case decisionsShown = 41
  case conflictsOpened = 42
  case resolutionProposed = 43
  case resolutionConfirmed = 44
  case conflictResolved = 45
  case roundsReopened = 46
  case arbiterAppointed = 47
  case workHandedOver = 48
  case pilotDrawn = 49
  case pilotPassed = 50
  case screeningStopped = 51
  case screeningResumed = 52

  case textAttempted = 60
  case textObtained = 61
  case textNotRetrieved = 62
  case textWithdrawn = 63

  case labelsGiven = 70
  case labelsSettled = 71
  case fieldCharted = 72
  case noteTaken = 73
  case reportSelected = 74
  case studiesJoined = 75
  case studySplit = 76
}
