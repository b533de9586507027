import Screening
import TestSupport
import Testing

@Suite("Refusals")
struct RefusalTests {
  /// One of every kind, about R7 and R8, stage full-text, import I3.
  private static let all: [Refusal] = [
    .needsRole([.lead, .librarian]), .notInTeam, .lastLead, .groundsMissing,
    .noSuchRecord(7, highest: 3), .noSuchRecord(7, highest: 0), .reportIsGone(7),
    .reportIsPrevious(7), .reportWasRemoved(7), .reportIsNotAtStage(7, .fullText),
    .reportIsNotIncluded(7), .notFounded, .sameProtocol, .amendmentNotAllowed([.removed(.team)]),
    .noSuchVersion(7, latest: 2), .requotaOutOfReach(7, .fullText),
    .unknown(.theme, "pai", nearest: "pay"), .unknown(.theme, "pai", nearest: nil),
    .undeclaredSource("scopsu", nearest: "scopus", declared: ["medline", "scopus"]),
    .retired(.reason, "C9"), .noImportNumberLeft, .importIsWithdrawn(3), .noSuchImport(3),
    .decisionsRestOnAll(3), .noSuchQuarantined(3, item: 2), .nothingWaits(3, line: 12),
    .sameReport(7, 8), .notOneReport(7, 8), .saidApart(7, 8),
    .bothDecided(7, 8), .nothingToSplit(7), .alreadyDecided(7), .wasNotRemoved(7),
    .noLongerNeeded(7, .fullText), .sawAnother(7, .fullText), .liftedBlind(7), .unsureAtFullText,
    .reasonMissing, .reasonNotWanted(.exclude), .reasonNotWanted(.include), .screeningIsStopped,
    .pilotIsMissing(.fullText), .pilotIsOpen(.fullText), .notYoursToSettle(7, .fullText),
    .notShownYet(7, .fullText), .decidedItself(7, .fullText), .decisionsChanged(7, .fullText),
    .notOpened(7, .fullText), .proposalChanged(7), .alreadyConfirmed(7),
    .nothingToReopen(7, .fullText), .cannotReopenUnseen(7, .fullText), .restsOnUnseen,
    .tooFewAsked(needed: 2, asked: 1), .nobodyLeftToAsk(7, .fullText), .nothingToHandOver,
    .pilotIsDrawn(.fullText), .pilotIsPassed(.fullText), .nothingToDraw(.fullText), .noReviewers,
    .pilotNotFinished(.fullText, open: 4),
    .pilotNotFinished(.fullText, open: nil), .gateNeedsGrounds(lowest: 60, gate: 75),
    .alreadyStopped, .notStopped, .nothingToStop, .alreadyLifted, .attemptMissing(7),
    .decisionsRestOnText(7), .textAlreadyObtained(7), .noText(7), .abstractNeedsGrounds(7),
    .tooManyLabels(given: 3, max: 2), .notALabel("care"), .enoughLabellers(7), .labelledItself(7),
    .labelsNotInConflict(7), .wrongValue("year", wanted: "a year"), .sameStudy(7, 8),
    .notJoined(7),
  ]

  @Test("Every refusal is a sentence that names what it is about", arguments: all)
  func sentence(refusal: Refusal) {
    let sentence = refusal.sentence
    #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
    #expect(
      sentence.first?.isUppercase == true || sentence.hasPrefix("“")
        || sentence.first?.isNumber == true)
    #expect(!sentence.lowercased().contains("invalid"))
    #expect(!sentence.contains("  ") && !sentence.contains("Optional"))
    let told = String(describing: refusal)
    for name in ["R7", "R8", "I3"] where told.contains(name) { #expect(sentence.contains(name)) }
  }

  @Test("What a blind person is refused with says nothing of where others stand")
  func silence() {
    for refusal in [
      Refusal.noLongerNeeded(7, .titleAbstract), .notYoursToSettle(7, .titleAbstract),
      .notOpened(7, .titleAbstract), .cannotReopenUnseen(7, .titleAbstract),
      .reportIsNotIncluded(7),
    ] {
      for word in ["excluded", "agreed", "settled by", "in conflict,", "disagree"] {
        #expect(!refusal.sentence.contains(word))
      }
    }
  }

  @Test("A wrong word is answered with the nearest right one")
  func nearest() {
    #expect(
      Refusal.unknown(.source, "medlin", nearest: "medline").sentence
        == "The protocol has no source “medlin”. Did you mean “medline”?")
    #expect(DidYouMean.nearest(to: "Nurisng", among: ["housing", "nursing"]) == "nursing")
    #expect(DidYouMean.nearest(to: "xyz", among: ["housing", "nursing"]) == nil)
    #expect(DidYouMean.nearest(to: "", among: []) == nil)
  }
}

@Suite("Words and numbers")
struct WordsTests {
  @Test("Stages, verdicts and outcomes are found by the names that they print")
  func names() {
    for stage in Stage.allCases { #expect(Stage(name: stage.name) == stage) }
    for verdict in Verdict.allCases { #expect(Verdict(name: verdict.name) == verdict) }
    #expect(Stage(name: "abstract") == nil)
    #expect(Verdict(name: "maybe") == nil)
    #expect(Outcome.allCases.map(\.name) == ["include", "exclude"])
    #expect(Arm.allCases.map(\.name) == ["previous", "databases", "other"])
    #expect(Rule.allCases.map(\.name) == ["rule:duplicates", "rule:limits"])
    #expect(TextObtained.Access.allCases.map(\.name) == ["free", "log-in"])
    #expect(Set(Leaf.allCases.map(\.name)).count == Leaf.allCases.count)
    #expect(Whereabouts.leaf(.included).name == "included")
    #expect(Whereabouts.inProgress(isAtFullText: false).name == "in-progress")
    #expect(Roles([.observer, .lead]).names == ["lead", "observer"])
  }

  @Test("Ids print as people read them, and are read back")
  func ids() {
    #expect(RecordNumber(412).description == "R412")
    for text in ["R412", "r412", "412"] { #expect(RecordNumber(text: text) == 412) }
    for text in ["R0", "R", "x", "-1", "99999999999", ""] {
      #expect(RecordNumber(text: text) == nil)
    }
    #expect(ImportNumber(3).description == "I3")
    #expect(Position(17).description == "#17")
    #expect(Position.start < 1)
    #expect(ImportNumber(2) < 3)
    #expect(PersonID(high: 1, low: 255).description == "000000000000000100000000000000ff")
    #expect(BatchID(high: 0, low: 1).description.count == 32)
    #expect(CriterionID("P1").description == "P1")
    #expect(Moment(microseconds: 1) < Moment(microseconds: 2))
    #expect(Fingerprint(quarters: (1, 2, 3, 4)) != Fingerprint(quarters: (1, 2, 3, 5)))
    #expect(
      Set([Fingerprint(quarters: (1, 2, 3, 4)), Fingerprint(quarters: (1, 2, 3, 4))]).count == 1)
  }

  @Test("Numbers pack into as few ranges as they allow, and unpack to themselves")
  func ranges() {
    #expect(
      RecordRange.packing([9, 2, 3, 1, 3, 10] as [RecordNumber])
        == [RecordRange(1, 3), RecordRange(9, 10)])
    var dice = SplitMix(seed: 4)
    for _ in 0..<200 {
      let numbers = Set((0..<dice.next() % 30).map { _ in RecordNumber(UInt32(dice.next() % 60)) })
      let ranges = RecordRange.packing(numbers)
      #expect(ranges.flatMap { Array($0.numbers) } == numbers.sorted())
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        #expect(one.last.value + 1 < next.first.value)
      }
    }
  }

  @Test("A set of numbers does what a set does")
  func numberSets() {
    var dice = SplitMix(seed: 5)
    for _ in 0..<60 {
      var (mine, model) = (NumberSet(), Set<RecordNumber>())
      var (other, otherModel) = (NumberSet(), Set<RecordNumber>())
      for _ in 0..<80 {
        // Close together, pages apart, and in pages never touched between them.
        let number = RecordNumber(
          UInt32(dice.next() % 50) * [1, 4096, 20_000][Int(dice.next() % 3)])
        switch dice.next() % 4 {
        case 0:
          mine.remove(number)
          model.remove(number)
        case 1:
          other.insert(number)
          otherModel.insert(number)
        default:
          mine.insert(number)
          model.insert(number)
        }
      }
      #expect(mine.count == model.count)
      #expect(Array(mine.numbers) == model.sorted())
      #expect(mine.count(sharedWith: other) == model.intersection(otherModel).count)
      #expect(NumberSet(joining: [mine, other]) == NumberSet(model.union(otherModel)))
      #expect(
        mine.next(after: 40, excluding: [other])
          == model.subtracting(otherModel).filter { $0 > 40 }.min())
      #expect(mine.numbers.allSatisfy(mine.contains))
      #expect((mine == other) == (model == otherModel))
      #expect(mine == NumberSet(model), "what was put in and taken out again leaves no trace")
      for number in model { mine.remove(number) }
      #expect(mine == NumberSet())
    }
    #expect(NumberSet([1, 2]).hashValue == NumberSet([2, 1]).hashValue)
  }
}
