/// A review: what its ledger says, folded into a value.
///
/// Changed by `apply` and by nothing else. Acts are questions to it: each checks the rules and gives
/// the fact to record, or a refusal, and changes nothing.
public struct Review: Sendable {
  /// The last entry that was applied.
  public internal(set) var position = Position.start
  /// The moment of that entry.
  public internal(set) var moment = Moment(microseconds: 0)

  // Protocol and people
  var versions: [Version] = []
  var reasons = Register<CriterionID>()
  var limits = Register<LimitID>()
  var themes = Register<ThemeID>()
  var fields = Register<FieldID>()
  var people = Register<PersonID>()
  var members: [Member] = []
  var lists = ListRegister()

  // Records and reports
  var files: [File] = []
  var rows = Paged<RecordRow>()
  var longer = Paged<[Step]>()
  var groups = Paged<Group>()
  var freeGroups: [UInt32] = []
  var apart: Set<RecordPair> = []
  var values = Paged<Charted>()
  var studyJoins: Set<RecordPair> = []

  // What a queue or a box asks for: sets kept in step with the rows
  var leaves = [NumberSet](repeating: NumberSet(), count: Leaf.allCases.count)
  var decided: [[NumberSet]] = [[], []]
  var pilots = PerStage<Pilot?>(nil)
  var disclosedAt = PerStage<UInt32>(0)
  var stoppedAt: UInt32?

  /// The review before its first entry.
  public init() {}

  /// A version of the protocol with the entry that put it in force.
  struct Version: Sendable {
    var number: UInt32
    var adoptedAt: UInt32
    var content: ReviewProtocol
    var file: Fingerprint
    var titleAbstract: StageRule
    var fullText: StageRule
    /// Where each reason stands in protocol order.
    var reasonOrder: [UInt16: Int]

    func rule(of stage: Stage) -> StageRule {
      stage == .titleAbstract ? titleAbstract : fullText
    }
  }

  /// A person with a part in the review.
  struct Member: Sendable {
    var roles: Roles = []
    var liftedAt: UInt32?
  }

  /// An import.
  struct File: Sendable {
    var fact: FileImported
    var position: UInt32
    /// Quarantined entries that were answered: the record each became, or nil if it was dismissed.
    var answered: [UInt32: RecordNumber?] = [:]
    /// Records that came out of quarantine, with the batch that holds each.
    var corrected: [(record: RecordNumber, batch: BatchID)] = []
    var isWithdrawn = false
  }

  /// A charted value with the entry that charted it.
  struct Charted: Sendable {
    var fact: FieldCharted
    var position: UInt32
  }

  /// A trial by the whole team.
  struct Pilot: Sendable {
    var drawnAt: UInt32
    var sample: [RecordNumber]
    var roster: [UInt16]
    var seed: UInt64
    var passedAt: UInt32?
  }
}

/// One value for each stage.
struct PerStage<Value: Sendable>: Sendable {
  private var titleAbstract: Value
  private var fullText: Value

  init(_ value: Value) {
    titleAbstract = value
    fullText = value
  }

  subscript(stage: Stage) -> Value {
    get { stage == .titleAbstract ? titleAbstract : fullText }
    set { if stage == .titleAbstract { titleAbstract = newValue } else { fullText = newValue } }
  }
}

/// Gives short numbers to lists (other reasons, people asked, themes), of which there are few.
struct ListRegister: Sendable {
  private var register = Register<[UInt16]>()

  /// The list of a number; 0 is the empty list.
  subscript(number: UInt32) -> [UInt16] {
    number == 0 ? [] : register.id(at: UInt16(truncatingIfNeeded: number - 1)) ?? []
  }

  /// Every list, in the order of their numbers.
  var all: [[UInt16]] { register.ids }

  /// The number of a list.
  mutating func enter(_ list: [UInt16]) -> UInt32 {
    list.isEmpty ? 0 : UInt32(register.enter(list)) + 1
  }
}
