/// What one fact did to one report, in sixteen bytes.
///
/// A report's state is its list of steps and nothing else: where it stands is worked out by
/// replaying them (`Track`), so a merge, a split or a reopening never has anything to move or copy.
struct Step: Hashable, Sendable {
  /// What happened.
  enum Kind: UInt8, Sendable {
    case decided
    case askedToReopen
    case shown
    case opened
    case proposed
    case confirmed
    case settled
    case resolved
    case reopened
    case handedOver
    case requota
    case appointed
    case drawn
    case seatLeft
    case removedByPerson
    case removedByLimit
    case putBack
    case returned
    case left
    case attempted
    case obtained
    case notRetrieved
    case withdrawn
    case labelled
    case labelsSettled
    case charted
    case noted
    case selected
    case deselected
  }

  /// Marks an absent person, reason or limit.
  static let none: UInt16 = .max

  /// The entry that did it.
  var position: UInt32
  /// A list (other reasons, people asked, themes), a value, or a number, as the kind says.
  var detail: UInt32 = 0
  /// Who, or about whom.
  var person: UInt16 = Step.none
  /// A criterion, limit or field.
  var reason: UInt16 = Step.none
  /// What happened.
  var kind: Kind
  /// The stage it belongs to.
  var stage: Stage = .titleAbstract
  /// The round it names.
  var round: UInt8 = 0
  /// A verdict, an outcome, an access or a flag.
  var code: UInt8 = 0
}
