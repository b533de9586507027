import ProtocolFile
import Screening
import Testing

/// One way in which a protocol can change, and what is said about it.
struct Edit: CustomTestStringConvertible, Sendable {
  let says: [String]
  let apply: @Sendable (inout ReviewProtocol) -> Void

  init(_ says: String..., apply: @escaping @Sendable (inout ReviewProtocol) -> Void) {
    (self.says, self.apply) = (says, apply)
  }

  var testDescription: String { says.first ?? "" }
}

@Suite("Two versions of a protocol")
struct ChangeTests {
  let version1: ReviewProtocol

  init() throws {
    version1 = try ProtocolFile.read(Repository.bytes("protocols/exercise-for-depression.yaml"))
  }

  @Test("A protocol does not differ from itself, and may follow itself", arguments: samples)
  func same(path: String) throws {
    let version = try ProtocolFile.read(Repository.bytes(path))
    #expect(version.changes(from: version).isEmpty)
    #expect(version.faults(asAmendmentOf: version).isEmpty)
    #expect(version.changedCriteria(from: version).isEmpty)
  }

  @Test("Every value that changes is told in a sentence, and nothing else is", arguments: edits)
  func told(edit: Edit) {
    var version2 = version1
    edit.apply(&version2)
    #expect(version2 != version1)
    #expect(version2.changes(from: version1).map(\.description) == edit.says)
  }

  @Test("What changed one way changes back the other way", arguments: edits)
  func back(edit: Edit) {
    var version2 = version1
    edit.apply(&version2)
    let there = version2.changes(from: version1)
    let back = version1.changes(from: version2)
    #expect(Set(there.map(\.inverse)) == Set(back))
  }

  @Test("A criterion counts as changed when its words do, or when it is retired")
  func changedCriteria() {
    var version2 = version1
    version2.domains[0].exclude[0].text = "Other people"
    version2.domains[0].include[0].terms = ["adult*"]
    version2.domains[1].include[0].note = "Dancing as well"
    version2.domains[1].exclude[0].exception = nil
    version2.domains[2].exclude[0].exception = "it is a crossover trial"
    version2.domains[3].exclude[0].isRetired = true
    version2.domains[0].exclude[1].isRetired = false
    version2.domains[4].exclude.append(Criterion(id: CriterionID("new"), text: "New"))
    #expect(
      version2.changedCriteria(from: version1).map(\.text).sorted()
        == ["exercise", "no-comparison", "no-symptoms", "wrong-population"])
  }

  @Test("An amendment may do what keeps every id for what it stands for", arguments: edits)
  func allowed(edit: Edit) {
    var version2 = version1
    edit.apply(&version2)
    let isGone = version2.changes(from: version1).contains { $0.edit == .removed }
    #expect(version2.faults(asAmendmentOf: version1).isEmpty || isGone)
  }

  @Test("An id may be retired, never removed", arguments: removals)
  func removed(edit: Edit) {
    var version2 = version1
    edit.apply(&version2)
    #expect(version2.faults(asAmendmentOf: version1).map(\.description) == edit.says)
  }

  @Test("An id may not come to stand for something else", arguments: reuses)
  func reused(edit: Edit) {
    var version2 = version1
    edit.apply(&version2)
    #expect(version2.faults(asAmendmentOf: version1).map(\.description) == edit.says)
  }

  @Test("A domain may go when its criteria stay elsewhere")
  func domains() {
    var version2 = version1
    version2.domains[3].exclude += version2.domains.remove(at: 4).exclude
    #expect(version2.faults(asAmendmentOf: version1).isEmpty)
    #expect(
      version2.changes(from: version1).map(\.description) == [
        "The criterion `not-randomised` changed: `domain` is now “outcome” and was “design”.",
        "The domain `design` is gone.",
      ])
  }
}

extension ProtocolChange {
  /// The same change seen from the other version.
  fileprivate var inverse: ProtocolChange {
    switch edit {
    case .added: ProtocolChange(subject, .removed)
    case .removed: ProtocolChange(subject, .added)
    case .retired: ProtocolChange(subject, .broughtBack)
    case .broughtBack: ProtocolChange(subject, .retired)
    case .reworded(let differences):
      ProtocolChange(
        subject,
        .reworded(differences.map { Difference(key: $0.key, before: $0.after, after: $0.before) }))
    }
  }
}

extension ChangeTests {
  static let edits = [
    Edit(
      """
      The review changed: `title` is now “Exercise” and was “Exercise as a treatment for \
      depression in adults”; `framework` is now “own” and was “pico”; `zone` is now “UTC” and was \
      “Europe/Dublin”; `full-text-routes` is now “the library”, “the authors”, where nothing stood.
      """
    ) {
      $0.title = "Exercise"
      $0.framework = .own
      $0.zone = .utc
      $0.textRoutes = ["the library", "the authors"]
    },
    Edit(
      """
      The review changed: `questions` is gone and was “In adults with depression, does exercise \
      lower the symptoms more than usual care does?”.
      """
    ) { $0.questions = [] },
    Edit("The domain `design` changed: `name` is now “Design” and was “Study design”.") {
      $0.domains[4].name = "Design"
    },
    Edit("The domain `setting` is new.", "The criterion `school` is new.") {
      let school = Criterion(id: CriterionID("school"), text: "At school")
      $0.domains.append(Domain(id: "setting", name: "Setting", exclude: [school]))
    },
    Edit(
      """
      The criterion `not-randomised` changed: `text` is now “No trial” and was “Not a randomised \
      controlled trial”; `note` is now “n”, where nothing stood; `unless` is now “u”, where nothing \
      stood; `terms` is gone and was “case report”, “cross-sectional”, “protocol”.
      """
    ) {
      $0.domains[4].exclude[0].text = "No trial"
      $0.domains[4].exclude[0].note = "n"
      $0.domains[4].exclude[0].exception = "u"
      $0.domains[4].exclude[0].terms = []
    },
    Edit("The criterion `no-symptoms` is retired.") { $0.domains[3].exclude[0].isRetired = true },
    Edit(
      "The criterion `older-people` is in force again.",
      "The criterion `older-people` changed: `replaced-by` is gone and was “wrong-population”."
    ) {
      $0.domains[0].exclude[1].isRetired = false
      $0.domains[0].exclude[1].replacement = nil
    },
    Edit(
      """
      The order of the criteria changed: `order` is now “adults”, “older-people”, \
      “wrong-population”, “exercise”, “mixed-intervention”, “compared”, “no-comparison”, \
      “symptoms”, “no-symptoms”, “not-randomised” and was “adults”, “wrong-population”, \
      “older-people”, “exercise”, “mixed-intervention”, “compared”, “no-comparison”, “symptoms”, \
      “no-symptoms”, “not-randomised”.
      """
    ) { $0.domains[0].exclude.swapAt(0, 1) },
    Edit(
      """
      The limit `period` changed: `text` is now “Since 1990” and was “Published from 2000 to the \
      end of June 2024”; `action` is now “flag” and was “remove”; `published` is now “from 1990” \
      and was “from 2000”, “to 2024-06”.
      """
    ) {
      $0.limits[0].text = "Since 1990"
      $0.limits[0].action = .flag
      $0.limits[0].test = .published(from: PartialDate(year: 1990), to: nil)
    },
    Edit(
      """
      The limit `types` changed: `type` is now “allowed journal-article” and was “allowed \
      journal-article”, “refused retraction”.
      """
    ) { $0.limits[2].test = .type(allowed: ["journal-article"], refused: []) },
    Edit("The limit `languages` is retired.") { $0.limits[1].isRetired = true },
    Edit("The limit `with-abstract` is gone.") { $0.limits.remove(at: 3) },
    Edit(
      """
      The source `trials` changed: `name` is now “CT.gov” and was “ClinicalTrials.gov”; \
      `platform` is now “p”, where nothing stood; `searched` is now “2024” and was “2024-07-03”; \
      `search` is gone and was “depression | exercise | completed”; `limits` is now “adults”, \
      where nothing stood; `enters` is now “full-text” and was “title-abstract”.
      """
    ) {
      $0.sources[1].name = "CT.gov"
      $0.sources[1].platform = "p"
      $0.sources[1].searched = PartialDate(year: 2024)
      $0.sources[1].search = nil
      $0.sources[1].limits = ["adults"]
      $0.sources[1].enters = .fullText
    },
    Edit("The source `trials` is retired.") { $0.sources[1].isRetired = true },
    Edit(
      """
      The stage title-abstract changed: `reviewers` is now “2” and was “3”; `unsure` is now \
      “include” and was “conflict”; `reasons` is now “none” and was “optional”; `reason-mismatch` \
      is now “protocol-order” and was “first”; `conflicts` is now “third-member” and was \
      “consensus”; `pilot` is gone and was “sample 60”, “gate 80”.
      """
    ) { $0.titleAbstract = .titleAbstractDefault },
    Edit("The stage full-text changed: `reviewers` is now “3” and was “2”.") {
      $0.fullText.reviewers = 3
    },
    Edit(
      """
      The rule for the team changed: `resolution` is now “named” and was “blind-names”; \
      `lease-minutes` is now “30” and was “45”.
      """
    ) { $0.team = TeamRule() },
    Edit(
      """
      The theme `strength` changed: `name` is now “Weights” and was “Strength training”; `note` is \
      now “n”, where nothing stood; `label` is now “no” and was “yes”; `optional` is now “yes” and \
      was “no”.
      """
    ) {
      $0.themes[1].name = "Weights"
      $0.themes[1].note = "n"
      $0.themes[1].isLabel = false
      $0.themes[1].isOptional = true
    },
    Edit("The theme `running` changed: `parent` is gone and was “aerobic”.") {
      $0.themes.insert($0.themes[0].themes.remove(at: 1), at: 1)
    },
    Edit("The theme `walking` is retired.") { $0.themes[0].themes[0].isRetired = true },
    Edit(
      """
      The rule for labels changed: `min` is now “0” and was “1”; `max` is now “2” and was “3”; \
      `people` is now “1” and was “2”.
      """
    ) { $0.labels = LabelRule(min: 0, max: 2, people: 1) },
    Edit(
      """
      The field `scales` changed: `name` is now “Scales” and was “Scales of depression”; `note` is \
      now “n”, where nothing stood; `choices` is now “BDI” and was “BDI”, “HAM-D”, “PHQ-9”, \
      “MADRS”, “other”; `page` is now “yes” and was “no”.
      """
    ) {
      $0.fields[2].name = "Scales"
      $0.fields[2].note = "n"
      $0.fields[2].kind = .choices(["BDI"])
      $0.fields[2].asksPage = true
    },
    Edit("The field `scales` is retired.") { $0.fields[2].isRetired = true },
    Edit(
      """
      The rule for ranking changed: `enabled` is now “no” and was “yes”; `seed` is now “1” and was \
      “20240702”; `control-share` is now “10” and was “5”.
      """
    ) { $0.ranking = RankingRule(controlShare: 10) },
  ]

  static let removals = [
    Edit(
      "The criterion `no-symptoms` is gone. Put it back, with `retired: yes` if it is no longer "
        + "wanted."
    ) { $0.domains[3].exclude = [] },
    Edit(
      "The limit `types` is gone. Put it back, with `retired: yes` if it is no longer wanted."
    ) { $0.limits.remove(at: 2) },
    Edit(
      "The source `trials` is gone. Put it back, with `retired: yes` if it is no longer wanted."
    ) { $0.sources.remove(at: 1) },
    Edit(
      "The theme `aerobic` is gone. Put it back, with `retired: yes` if it is no longer wanted.",
      "The theme `walking` is gone. Put it back, with `retired: yes` if it is no longer wanted.",
      "The theme `running` is gone. Put it back, with `retired: yes` if it is no longer wanted."
    ) { $0.themes.remove(at: 0) },
    Edit(
      "The field `effect` is gone. Put it back, with `retired: yes` if it is no longer wanted."
    ) { $0.fields.remove(at: 4) },
  ]

  static let reuses = [
    Edit(
      "The criterion `no-symptoms` was an exclusion criterion and would be an inclusion criterion. "
        + "Retire it, and give the new one an id of its own."
    ) { $0.domains[3].include.append($0.domains[3].exclude.remove(at: 0)) },
    Edit(
      "The criterion `no-symptoms` was an exclusion criterion and would be a limit of kind "
        + "`abstract`. Retire it, and give the new one an id of its own."
    ) {
      let old = $0.domains[3].exclude.remove(at: 0)
      $0.limits.append(Limit(id: LimitID(old.id.text), text: old.text, test: .abstract))
    },
    Edit(
      "The limit `types` was a limit of kind `type` and would be a limit of kind `abstract`. "
        + "Retire it, and give the new one an id of its own."
    ) { $0.limits[2].test = .abstract },
    Edit(
      "The source `trials` was a source of route `register` and would be a source of route "
        + "`website`. Retire it, and give the new one an id of its own."
    ) { $0.sources[1].route = .website },
    Edit(
      "The source `version-2019` was a source of route `database` that holds previous studies and "
        + "would be a source of route `database`. Retire it, and give the new one an id of its own."
    ) { $0.sources[3].isPrevious = false },
    Edit(
      "The field `started` was a field of kind `year` and would be a field of kind `text`. "
        + "Retire it, and give the new one an id of its own."
    ) { $0.fields[0].kind = .text },
    Edit(
      "The criterion `older-people` was retired as “Participants older than 75” and would come back "
        + "as “Participants older than 65”. Leave it retired, and give the new one an id of its own."
    ) {
      $0.domains[0].exclude[1].isRetired = false
      $0.domains[0].exclude[1].text = "Participants older than 65"
    },
  ]
}
