import Ledger
import ProtocolFile
import Reporting
import Screening
import Unpacking

extension Fault {
  /// What happened, where, and what to do.
  public var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .store(let fault): fault.description
    case .protocolFile(let faults): .protocolFile(faults.faults)
    case .file(let fault): fault.sentence
    case .signIn(let fault): fault.sentence
    case .ledgerFile(let path, let fault): fault.sentence(in: path)
    case .unknownName(let kind, let name, let nearest, let known):
      .unknownName(kind.rawValue, name, nearest, known)
    case .takenName(let kind, let name): .takenName(kind.rawValue, name)
    case .badName(let kind, let name): .badName(kind.rawValue, name)
    case .whoActs(let candidates): .whoActs(candidates)
    case .numbersDoNotClose(let breaches): .contradiction(breaches.map(\.sentence))
    case .tallyDoesNotAddUp(let breaches): .contradiction(breaches)
    case .entryIsHidden: .entryIsHidden
    case .readOnlyReview(let position): .readOnlyReview(position)
    case .spentRequest: .spentRequest
    }
  }
}

extension FileFault {
  /// What happened, where, and what to do.
  public var sentence: String {
    switch self {
    case .absent(let path): .absent(path)
    case .folder(let path): .folder(path)
    case .forbidden(let path): .forbidden(path)
    case .unread(let path, let detail): .unread(path, detail)
    case .unwritten(let path, let detail): .unwritten(path, detail)
    case .exists(let path): .exists(path)
    case .empty(let path): .empty(path)
    case .notAnExport(let path, let known): .notAnExport(path, known)
    case .holdsNone(let path, let format): .holdsNone(path, format)
    case .isOther(let path, let format, let found): .isOther(path, format, found)
    case .packed(let path, let fault): "\(path): \(fault.sentence)"
    case .nothingInside(let path): .nothingInside(path)
    case .notClean(let path, let quarantined, let warnings): .notClean(path, quarantined, warnings)
    case .notABackup(let path): .notABackup(path)
    case .inUse(let path): .inUse(path)
    case .notEmptyWorkspace(let place): .notEmptyWorkspace(place)
    }
  }
}

extension LedgerFileFault {
  /// What happened, where in the file, and what to do.
  func sentence(in path: String) -> String {
    switch self {
    case .notALedger(let line): .notALedger(path, line)
    case .unreadable(let line): .unreadable(path, line)
    case .endsEarly(let expected, let found): .endsEarly(path, expected, found)
    case .otherDigest(let expected, let found): .otherDigest(path, expected, found)
    case .reviewExists(let name): .reviewExists(path, name)
    case .nameTaken(let name): .nameTaken(path, name)
    case .personTaken(let name): .personTaken(path, name)
    case .wordsDoNotFit(let line): .wordsDoNotFit(path, line)
    }
  }
}

// Names
extension String {
  fileprivate static func unknownName(
    _ kind: String, _ name: String, _ nearest: String?, _ known: [String]
  ) -> String {
    let next =
      if let nearest {
        "Did you mean \"\(nearest)\"?"
      } else if known.isEmpty {
        "There is none yet."
      } else {
        "There are: \(list(known))."
      }
    return "There is no \(kind) \"\(name)\" here. \(next)"
  }

  fileprivate static func takenName(_ kind: String, _ name: String) -> String {
    "There is a \(kind) \"\(name)\" already. Choose another name."
  }

  fileprivate static func badName(_ kind: String, _ name: String) -> String {
    """
    "\(name)" cannot name a \(kind). Use up to 60 letters from a to z, digits, hyphens, dots and \
    underscores, and begin with a letter or a digit.
    """
  }

  fileprivate static func whoActs(_ candidates: [String]) -> String {
    candidates.isEmpty
      ? "It is not clear who acts, and there is nobody to choose from. Add a person first."
      : "It is not clear who acts. Name the person with --as: \(list(candidates))."
  }

  private static func list(_ names: [String]) -> String {
    let shown = 12
    let rest = names.count > shown ? " and \(names.count - shown) more" : ""
    return names.prefix(shown).joined(separator: ", ") + rest
  }
}

// The review
extension String {
  fileprivate static func contradiction(_ breaches: [String]) -> String {
    (breaches + ["This is a fault of Winnow: please report it with the command that you gave."])
      .joined(separator: " ")
  }

  fileprivate static let entryIsHidden = """
    Numbers as of an entry are for those who see live numbers: entries would count others' work. \
    Ask as of a moment, such as 2024-01-31T12:00Z.
    """

  fileprivate static let spentRequest = """
    This form was sent before with another answer, which was taken and stands. Nothing was changed \
    now. Open the page anew to see it, and to change it.
    """

  fileprivate static func readOnlyReview(_ position: Position) -> String {
    """
    Entry \(position) of this review was written by a newer Winnow, so the review can be read and \
    not changed. Use the newer program.
    """
  }

  fileprivate static func protocolFile(_ faults: [ProtocolFault]) -> String {
    guard let first = faults.first else { return "The protocol file is wrong." }
    return """
      The protocol file has \(faults.count == 1 ? "a fault" : "\(faults.count) faults"), at line \
      \(first.line), column \(first.column): \(first.sentence)
      """
  }
}

// Files
extension String {
  fileprivate static func absent(_ path: String) -> String {
    "\(path): there is no such file or folder. Look at the spelling, and at where you are."
  }

  fileprivate static func folder(_ path: String) -> String {
    "\(path): this is a folder. Name a file in it."
  }

  fileprivate static func forbidden(_ path: String) -> String {
    "\(path): you may not open this file. Ask its owner, or see to its permissions."
  }

  fileprivate static func unread(_ path: String, _ detail: String) -> String {
    "\(path): reading failed (\(detail)). Look at the disk, then try again."
  }

  fileprivate static func unwritten(_ path: String, _ detail: String) -> String {
    "\(path): writing failed (\(detail)). What stood there before is untouched; look at the disk."
  }

  fileprivate static func exists(_ path: String) -> String {
    "\(path): there is a file of that name already, and it was left as it is. Choose another name."
  }

  fileprivate static func empty(_ path: String) -> String {
    "\(path): there is nothing in this file. Export it again."
  }

  fileprivate static func notAnExport(_ path: String, _ known: [String]) -> String {
    """
    \(path): this looks like no file of references. Known formats: \
    \(known.joined(separator: ", ")). Name its format on the command line if it is one of them.
    """
  }

  fileprivate static func holdsNone(_ path: String, _ format: String) -> String {
    "\(path): nothing in it reads as \(format). Leave the format out, to have it found out."
  }

  fileprivate static func isOther(_ path: String, _ format: String, _ found: String) -> String {
    "\(path): this is \(found), and not \(format). Leave the format out, to have it found out."
  }

  fileprivate static func nothingInside(_ path: String) -> String {
    "\(path): there is no file of references in it. Name the file or folder that holds the exports."
  }

  fileprivate static func notClean(_ path: String, _ quarantined: Int, _ warnings: Int) -> String {
    """
    \(path): nothing of this file was taken in, because --strict asks for a file without any doubt. \
    Entries that cannot be read: \(quarantined); warnings: \(warnings). Correct the file, or leave \
    out --strict.
    """
  }

  fileprivate static func notABackup(_ path: String) -> String {
    "\(path): this is no database of Winnow. Name a file that \"winnow backup\" made."
  }

  fileprivate static func inUse(_ path: String) -> String {
    """
    \(path): this database is in use or was not closed, so it is no backup. Make one with \
    "winnow backup", and restore that.
    """
  }

  fileprivate static func notEmptyWorkspace(_ place: String) -> String {
    "\(place): there is a workspace already, and it was left as it is. Name another folder."
  }
}

// Exported ledgers
extension String {
  fileprivate static func notALedger(_ path: String, _ line: Int) -> String {
    "\(path):\(line): this is no ledger that Winnow exported. Name a file of \"winnow ledger export\"."
  }

  fileprivate static func unreadable(_ path: String, _ line: Int) -> String {
    "\(path):\(line): this line of the ledger cannot be read. Nothing was imported; export it again."
  }

  fileprivate static func endsEarly(_ path: String, _ expected: UInt32, _ found: UInt32) -> String {
    """
    \(path): the ledger should have \(expected) entries and has \(found). Nothing was imported; \
    copy or export it again.
    """
  }

  fileprivate static func otherDigest(
    _ path: String, _ expected: String, _ found: String
  ) -> String {
    """
    \(path): the ledger ends in the digest \(found), and its first line says \(expected). Nothing \
    was imported; export it again.
    """
  }

  fileprivate static func reviewExists(_ path: String, _ name: String) -> String {
    "\(path): its review \"\(name)\" is in this workspace already. Import it into an empty one."
  }

  fileprivate static func nameTaken(_ path: String, _ name: String) -> String {
    """
    \(path): another review of this workspace is called "\(name)". Import the ledger into an empty \
    workspace.
    """
  }

  fileprivate static func personTaken(_ path: String, _ name: String) -> String {
    """
    \(path): someone else in this workspace goes by the name "\(name)". Import the ledger into an \
    empty workspace.
    """
  }

  fileprivate static func wordsDoNotFit(_ path: String, _ line: Int) -> String {
    """
    \(path):\(line): these words are not the ones that were written: they do not give their \
    digest. Nothing was imported; export the ledger again.
    """
  }
}
