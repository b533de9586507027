extension Refusal {
  /// What was refused, why, and what to do: one sentence or two, for the person who asked.
  ///
  /// One long list on purpose: it reads as prose, and the compiler sees that no case lacks words.
  public var sentence: String {
    switch self {
    // Who
    case .needsRole(let roles):
      "Only a \(roles.names.joined(separator: " or ")) of this review may do that. "
        + "A lead can give the role."
    case .notInTeam:
      "You have no part in this review. A lead can add you."
    case .lastLead:
      "A review needs a lead, and this is its only one. Make someone else lead first."
    case .groundsMissing:
      "Grounds are missing. Say in a sentence why."

    // What it is about
    case .noSuchRecord(let record, let highest):
      highest == 0
        ? "\(record) does not exist: nothing has been imported into this review yet."
        : "\(record) does not exist: this review has the records R1 to R\(highest)."
    case .reportIsGone(let report):
      "\(report) has no record left, because its import was withdrawn. It no longer counts."
    case .reportIsPrevious(let report):
      "\(report) belongs to the earlier version of this review and is not screened again."
    case .reportWasRemoved(let report):
      "\(report) was removed before screening. A lead can put it back."
    case .reportIsNotAtStage(let report, let stage):
      "\(report) is not waiting at \(stage.name). It can be worked on there once it has come so far."
    case .reportIsNotIncluded(let report):
      "\(report) is not among the included reports that you may see. Labels and charts are for "
        + "those; what is included shows once a lead discloses it."

    // Protocol
    case .notFounded:
      "This review has no protocol yet. Create it with one."
    case .sameProtocol:
      "The protocol says exactly what the one in force says, so there is nothing to adopt."
    case .amendmentNotAllowed(let faults):
      faults.map(\.description).joined(separator: " ")
    case .noSuchVersion(let version, let latest):
      "There is no version \(version) of the protocol; the latest is \(latest)."
    case .requotaOutOfReach(let report, let stage):
      "\(report) has no begun round at \(stage.name) that asks for another number of decisions. "
        + "Leave it out."
    case .unknown(let thing, let id, let nearest):
      "The protocol has no \(thing.rawValue) “\(id)”."
        + (nearest.map { " Did you mean “\($0)”?" } ?? " Look it up in the protocol.")
    case .undeclaredSource(let id, let nearest, let declared):
      "The protocol declares no source “\(id)”."
        + (nearest.map { " Did you mean “\($0)”?" } ?? "")
        + " It declares: \(declared.joined(separator: ", ")). To import from another, write it under "
        + "sources in the protocol file and adopt that as a new version."
    case .retired(let thing, let id):
      "The \(thing.rawValue) “\(id)” was retired by an amendment. Choose one that is in use."

    // Filing
    case .noImportNumberLeft:
      "This review has \(UInt16.max) imports, the most that can be numbered. Put what is still to come "
        + "into a review of its own."
    case .importIsWithdrawn(let file): "\(file) was withdrawn before. There is nothing left to do."
    case .noSuchImport(let file): "There is no import \(file). List the imports to see them."
    case .decisionsRestOnAll(let file):
      "Decisions rest on every record of \(file), so none can be withdrawn. "
        + "Exclude the reports instead."
    case .noSuchQuarantined(let file, let item):
      "\(file) has no unanswered quarantined entry \(item). List the quarantine to see them."
    case .nothingWaits(let file, let line):
      "Nothing of \(file) on line \(line) waits in quarantine. List the quarantine to see what does."

    // Duplicates
    case .sameReport(let one, let other):
      "\(one) and \(other) belong to one report already."
    case .notOneReport(let one, let other):
      "\(one) and \(other) are not linked to each other, so there is no link to remove."
    case .saidApart(let one, let other):
      "Someone said that \(one) and \(other) are not duplicates, and this would join them. "
        + "Merge those two by name if that was wrong."
    case .bothDecided(let one, let other):
      "\(one) and \(other) both carry decisions. A person has to say that they are one."
    case .nothingToSplit(let record):
      "\(record) is a report of its own already; it has no duplicate to be split from."

    // Before screening
    case .alreadyDecided(let report):
      "\(report) has decisions, or its full text was sought, and only before that can a report be "
        + "removed. Exclude it instead."
    case .wasNotRemoved(let report):
      "\(report) was not removed, so there is nothing to put back."

    // Deciding
    case .noLongerNeeded(let report, let stage):
      "\(report) no longer needs a decision at \(stage.name). Nothing was recorded; "
        + "your words are yours to copy."
    case .sawAnother(let report, let stage):
      "You have seen another person's decision on \(report) at \(stage.name), "
        + "so you cannot decide it independently."
    case .liftedBlind(let report):
      "You lifted the blind and could see the decisions on \(report), so you cannot decide it."
    case .unsureAtFullText:
      "At full-text there is no unsure. Include or exclude; a conflict goes to a third member."
    case .reasonMissing:
      "An exclusion here needs its main reason. Give the id of an exclusion criterion."
    case .reasonNotWanted(let verdict):
      verdict == .exclude
        ? "This stage is screened without reasons. Leave the reason out."
        : "Only an exclusion has a reason. Leave the reason out, or exclude."
    case .screeningIsStopped:
      "Screening of titles and abstracts was stopped, and this report was left unscreened. "
        + "A lead can go on."
    case .pilotIsMissing(let stage):
      "The protocol asks for a pilot at \(stage.name). A lead draws it first."
    case .pilotIsOpen(let stage):
      "The pilot at \(stage.name) is not passed yet. The ordinary queue opens when it is."

    // Settling
    case .notYoursToSettle(let report, let stage):
      "\(report) at \(stage.name) is not yours to settle. Your conflicts are listed under conflicts."
    case .notShownYet(let report, let stage):
      "You have not been shown the conflict on \(report) at \(stage.name) as it stands now. "
        + "Look at it first."
    case .decidedItself(let report, let stage):
      "You decided \(report) at \(stage.name) yourself. A third member has to settle it."
    case .decisionsChanged(let report, let stage):
      "A decision on \(report) at \(stage.name) was changed since you looked. Look at it again."
    case .notOpened(let report, let stage):
      "\(report) at \(stage.name) is no conflict that was opened to you as one of its parties."
    case .proposalChanged(let report):
      "The proposal on \(report) is not the one that you read. Read it again, then confirm."
    case .alreadyConfirmed(let report):
      "You have confirmed the proposal on \(report) already; it waits for the others."

    // Reopening
    case .nothingToReopen(let report, let stage):
      "\(report) has no finished round at \(stage.name), so there is nothing to reopen."
    case .cannotReopenUnseen(let report, let stage):
      "You screen at \(stage.name) yourself, so you can reopen \(report) only after its outcome "
        + "was disclosed. Disclose first, or ask another lead."
    case .restsOnUnseen:
      "Whether this can be done would tell what others have decided, which you may not know while you "
        + "screen. Ask a lead or librarian who does not screen, or lift the blind first."
    case .tooFewAsked(let needed, let asked):
      "A round here asks for \(needed) different reviewers, and \(asked) were named. Name more."
    case .nobodyLeftToAsk(let report, let stage):
      "Too few reviewers can be asked who have not seen another's decision on \(report) at "
        + "\(stage.name). Name other people."
    case .nothingToHandOver:
      "There is no unfinished work that this person was asked for by name. "
        + "Ordinary reports are offered to others by themselves."

    // Pilot, stop, disclosure
    case .pilotIsDrawn(let stage):
      "The pilot at \(stage.name) is drawn already. Its sample stays what it is."
    case .pilotIsPassed(let stage):
      "The pilot at \(stage.name) is passed already, and the ordinary queue is open."
    case .nothingToDraw(let stage): "No report is waiting undecided at \(stage.name)."
    case .noReviewers: "This review has no reviewer yet. Give someone the role first."
    case .pilotNotFinished(let stage, let open):
      "\(open.map { "\($0) reports" } ?? "Reports") of the pilot at \(stage.name) still need "
        + "decisions or are in conflict. Finish them first."
    case .gateNeedsGrounds(let lowest, let gate):
      "The lowest agreement of a pair is \(lowest) %, and the gate is \(gate) %. "
        + "Passing below it needs grounds."
    case .alreadyStopped: "Screening is stopped already."
    case .notStopped: "Screening is not stopped, so there is nothing to go on with."
    case .nothingToStop: "Every report has a decision already, so a stop would leave nothing out."
    case .alreadyLifted: "You have lifted the blind already."

    // Texts, labels, charts
    case .attemptMissing(let report):
      "No attempt to get \(report) is on record. Note at least one, then give up."
    case .decisionsRestOnText(let report):
      "The full text of \(report) has decisions. Reopen that round first."
    case .textAlreadyObtained(let report):
      "The full text of \(report) is there already. Withdraw it first."
    case .noText(let report): "\(report) has no full text to withdraw."
    case .abstractNeedsGrounds(let report):
      "Only an abstract of \(report) can be read. That is enough where the report itself is an "
        + "abstract; otherwise a lead says why it is."
    case .tooManyLabels(let given, let max):
      "\(given) labels were given, and at most \(max) are allowed. Choose fewer."
    case .notALabel(let theme): "“\(theme)” is a branch of the theme tree. Choose a theme below it."
    case .enoughLabellers(let report): "\(report) has been labelled by enough people already."
    case .labelledItself(let report):
      "You labelled \(report) yourself. Another lead or arbiter has to settle its labels."
    case .labelsNotInConflict(let report): "The labels of \(report) need no settling."
    case .wrongValue(let field, let wanted): "The field “\(field)” asks for \(wanted)."
    case .sameStudy(let one, let other): "\(one) and \(other) belong to one study already."
    case .notJoined(let report): "\(report) is a study of its own already."
    }
  }
}
