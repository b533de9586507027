public import Ledger
public import ProtocolFile
public import Reporting
public import Screening
public import Unpacking

/// Why a use case was not carried out: the one closed list that all three doors translate.
///
/// It is rare and may hold much, so it is kept behind a pointer: the many functions that can throw one
/// carry one word more, and whoever passes it on need not be compiled again when a refusal changes.
public indirect enum Fault: Error, Sendable {
  /// The rules say no.
  case refused(Refusal)
  /// The machine failed.
  case store(StoreFault)
  /// A protocol file is wrong.
  case protocolFile(ProtocolFaults)
  /// A file as a whole is wrong.
  case file(FileFault)
  /// Somebody could not sign in.
  case signIn(SignInFault)
  /// An exported ledger is wrong.
  case ledgerFile(path: String, LedgerFileFault)
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
  /// The tally of themes does not add up.
  case tallyDoesNotAddUp([String])
  /// Numbers as of an entry were asked for by someone who may not count entries.
  case entryIsHidden
  /// A ledger holds facts of a newer program: it can be read and not written.
  case readOnlyReview(from: Position)
  /// The id of a request came back with another request.
  case spentRequest

  /// What a name may stand for.
  public enum NameKind: String, Hashable, Sendable {
    case review, person, role, stage, verdict, source, format
  }
}

extension Fault {
  /// Who can mend it: each door has one answer for each family (docs/errors.md).
  public enum Family: Hashable, CaseIterable, Sendable {
    /// The rules of the review say no.
    case refused
    /// A name or a word that was given is wrong.
    case words
    /// A file that was given is wrong.
    case file
    /// The program contradicts itself.
    case program
    /// The machine failed.
    case machine
  }

  /// The family it belongs to.
  public var family: Family {
    switch self {
    case .refused, .signIn, .entryIsHidden, .spentRequest: .refused
    case .unknownName, .takenName, .badName, .whoActs: .words
    case .protocolFile, .ledgerFile: .file
    case .file(let fault): fault.family
    case .numbersDoNotClose, .tallyDoesNotAddUp: .program
    case .store(let fault): fault.family
    case .readOnlyReview: .machine
    }
  }
}

extension FileFault {
  /// The family it belongs to.
  public var family: Fault.Family {
    switch self {
    case .absent, .folder, .forbidden, .exists, .empty, .notAnExport, .holdsNone, .isOther, .packed,
      .nothingInside, .notClean, .notABackup, .inUse, .notEmptyWorkspace:
      .file
    case .unread, .unwritten: .machine
    }
  }
}

extension StoreFault {
  /// The family it belongs to: bytes that fit their digest and say nothing were written wrong.
  fileprivate var family: Fault.Family {
    switch self {
    case .unreadable, .outOfOrder: .program
    case .absent, .foreign, .newer, .full, .readOnly, .busy, .damaged, .broken, .gap, .unknownKind,
      .commitUnknown, .failed:
      .machine
    }
  }
}

/// What can be wrong with a file as a whole; what is wrong inside it is told by its reader.
public enum FileFault: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case absent(path: String)
  /// The path is a folder.
  case folder(path: String)
  /// The file may not be read or written by this user.
  case forbidden(path: String)
  /// Reading failed, as the system puts it.
  case unread(path: String, detail: String)
  /// Writing failed, as the system puts it.
  case unwritten(path: String, detail: String)
  /// A new file was to be made, and the path is taken.
  case exists(path: String)
  /// There is nothing in it.
  case empty(path: String)
  /// No reader knows it.
  case notAnExport(path: String, known: [String])
  /// There is nothing in it that reads as the format that was named.
  case holdsNone(path: String, format: String)
  /// It is surely of another format than the one that was named.
  case isOther(path: String, format: String, found: String)
  /// It is packed and cannot be unpacked.
  case packed(path: String, UnpackFault)
  /// A folder or a packed file with no export in it.
  case nothingInside(path: String)
  /// Only a file without any doubt was to be taken in.
  case notClean(path: String, quarantined: Int, warnings: Int)
  /// A backup was asked for, and this is none.
  case notABackup(path: String)
  /// A backup was asked for, and this is a database in use.
  case inUse(path: String)
  /// A workspace was to be made where one is already.
  case notEmptyWorkspace(place: String)
}
