import Bibliography
import Formats
import Service

/// What became of the files that a command line offers.
struct OfferTally {
  /// How many were read.
  var done = 0
  /// Whether one of them, or an entry in one, is wrong.
  var hasFaults = false

  /// Ends the command with the status of a file that is wrong, if one was.
  func check() throws(Failure) {
    if hasFaults { throw .reported(.file) }
  }
}

extension Invocation {
  /// Does something with every file that some paths stand for. A file that is wrong is told and the
  /// others are done all the same; what was only found in a folder or zip, and is no export, is
  /// passed over.
  func each(
    _ paths: [String], _ body: (ImportSource, inout OfferTally) throws(Failure) -> Void
  ) throws(Failure) -> OfferTally {
    var tally = OfferTally()
    for path in paths {
      var offers: [Offer] = []
      try survivingFaults(&tally) { _ throws(Failure) in offers = try self.offers(at: path) }
      for offer in offers {
        try survivingFaults(&tally, whereFound: offer) { (tally) throws(Failure) in
          try body(offer.source, &tally)
          tally.done += 1
        }
      }
    }
    guard tally.done > 0 || tally.hasFaults else {
      throw .fault(.file(.nothingInside(path: paths.joined(separator: ", "))))
    }
    return tally
  }

  /// Does something, and tells it if a file turns out to be wrong; any other failure goes on.
  private func survivingFaults(
    _ tally: inout OfferTally, whereFound offer: Offer? = nil,
    _ body: (inout OfferTally) throws(Failure) -> Void
  ) throws(Failure) {
    do throws(Failure) {
      try body(&tally)
    } catch {
      guard case .fault(.file(let fault)) = error, fault.family == .file else { throw error }
      if let offer, offer.isFound, fault.isNoExport {
        return remark(.passedOver(offer.source.name))
      }
      complain(fault.sentence)
      tally.hasFaults = true
    }
  }

  /// Says every entry that could not be read, with its file and line.
  func complain(of quarantined: [Quarantined], in file: String) {
    for entry in quarantined { complain(entry.fault.description(in: file)) }
  }

  /// Says what is worth a look: the first few of each kind, and how many more there are.
  func complain(of warnings: WarningTally, in file: String) {
    for share in warnings.shares {
      for warning in share.examples { complain(warning.description(in: file)) }
      let rest = share.count - share.examples.count
      if rest > 0 { complain(.moreWarnings(rest, of: share.name, in: file)) }
    }
  }
}

extension FileFault {
  /// Whether the file is whole and simply nothing to import.
  fileprivate var isNoExport: Bool {
    switch self {
    case .empty, .notAnExport, .holdsNone, .isOther: true
    case .absent, .folder, .forbidden, .unread, .unwritten, .exists, .packed, .nothingInside,
      .notClean, .notABackup, .inUse, .notEmptyWorkspace:
      false
    }
  }
}

extension String {
  fileprivate static func passedOver(_ path: String) -> String {
    "\(path): no file of references; passed over."
  }

  fileprivate static func moreWarnings(_ rest: Int, of kind: String, in path: String) -> String {
    "\(path): \(rest) more of this kind (\(kind))."
  }
}
