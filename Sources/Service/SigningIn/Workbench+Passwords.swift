import Ledger
public import Screening

extension Workbench {
  /// Whether a person has chosen a password.
  public func hasPassword(_ person: PersonID) throws(Fault) -> Bool {
    try reading { (store) throws(StoreFault) in
      try store.setting(Workbench.passwordSetting(person)) != nil
    }
  }

  /// Ends every session of a person, and their signing in by password.
  func forgetSecrets(of person: PersonID) throws(Fault) {
    try write { (commit) throws(StoreFault) in
      try Workbench.closeInvites(of: person, in: commit)
      try commit.store.keep(setting: Workbench.passwordSetting(person), value: nil)
      try commit.store.keep(setting: Session.setting(person), value: nil)
    }
  }

  static func passwordSetting(_ person: PersonID) -> String { "password/\(person)" }
}
