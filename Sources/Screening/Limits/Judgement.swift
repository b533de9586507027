/// What a machine can say of a record under a limit.
///
/// Only `fails` may ever act; `cannotTell` always goes to people.
public enum Judgement: Hashable, CaseIterable, Sendable {
  case passes
  case fails
  /// The field is missing or unreadable, or what it says leaves both open.
  case cannotTell

  /// The judgement over the live records of one report: one that passes is enough to pass, and all
  /// must fail to fail.
  public init(over records: some Sequence<Judgement>) {
    var hasRecords = false
    var allFail = true
    for record in records {
      hasRecords = true
      if record == .passes {
        self = .passes
        return
      }
      allFail = allFail && record == .fails
    }
    self = hasRecords && allFail ? .fails : .cannotTell
  }
}
