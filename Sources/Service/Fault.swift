public import Ledger
public import ProtocolFile
public import Reporting
public import Screening

/// Why a use case was not carried out: the one closed list that all three doors translate.
public enum Fault: Error, Sendable {
  /// The rules say no.
  case refused(Refusal)
  /// The machine failed.
  case store(StoreFault)
  /// A protocol file is wrong.
  case protocolFile(ProtocolFaults)
  /// A file could not be read at all.
  case file(FileFault)
  /// Somebody could not sign in.
  case signIn(SignInFault)
  /// An exported ledger is wrong.
  case ledgerFile(LedgerFileFault)
  /// A name that means nothing here.
  case unknownName(NameKind, String, nearest: String?, known: [String])
  /// A name that is taken.
  case takenName(NameKind, String)
  /// A name that cannot be one.
  case badName(NameKind, String)
  /// Nobody was named, and it is not clear who acts.
  case whoActs(candidates: [String])
  /// The numbers do not close.
  case numbersDoNotClose([FlowBreach])
  /// A ledger holds facts of a newer program: it can be read and not written.
  case readOnlyReview(from: Position)

  /// What a name may stand for.
  public enum NameKind: String, Hashable, Sendable {
    case review, person, role, stage, verdict, source, format
  }
}

/// Why a file given by a person could not be used.
public enum FileFault: Error, Hashable, Sendable {
  case absent(path: String)
  case folder(path: String)
  case forbidden(path: String)
  case failed(path: String, detail: String)
  case exists(path: String)
  case empty(path: String)
  case notAnExport(path: String, known: [String])
  case notEmptyWorkspace(place: String)
}
