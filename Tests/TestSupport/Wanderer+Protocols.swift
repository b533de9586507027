import Screening

extension Wanderer {
  /// A protocol with a chance for every rule.
  mutating func anyProtocol() -> ReviewProtocol {
    let pilot = chance(35)
    let titleAbstract = anyRule(at: .titleAbstract, pilot: pilot)
    let fullText = anyRule(at: .fullText, pilot: pilot && chance(30))
    let people = any(1, 1, 2)
    let resolution = any(TeamRule.Resolution.named, .blindNames)
    return .sample { content in
      content.titleAbstract = titleAbstract
      content.fullText = fullText
      content.labels.people = people
      content.team.resolution = resolution
    }
  }

  private mutating func anyRule(at stage: Stage, pilot: Bool) -> StageRule {
    StageRule(
      reviewers: any(1, 2, 2, 2, 3), unsure: any(.include, .conflict),
      reasons: stage == .fullText ? .required : any(.none, .optional, .required),
      mismatch: any(.protocolOrder, .conflict, .first),
      conflicts: any(.thirdMember, .thirdMember, .consensus),
      pilot: pilot ? StageRule.Pilot(sample: 1 + below(3), gate: any(50, 75, 100)) : nil)
  }

  /// A change to the protocol in force, as amendments make them.
  mutating func anyAmendment(of content: ReviewProtocol) -> ReviewProtocol {
    var content = content
    switch below(7) {
    case 0: content.titleAbstract.reviewers = any(1, 2, 3)
    case 1: content.fullText.reviewers = any(1, 2, 3)
    case 2: content.titleAbstract.mismatch = any(.protocolOrder, .conflict, .first)
    case 3: content.titleAbstract.unsure = any(.include, .conflict)
    case 4: content.labels.max = any(1, 2, 3)
    case 5: content.domains[0].exclude[0].text += "!"
    case 6: content.fullText.conflicts = any(.thirdMember, .consensus)
    default: break
    }
    return content
  }
}
