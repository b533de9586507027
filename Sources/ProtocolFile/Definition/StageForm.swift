import Screening

/// The rules of both stages.
struct Stages: Sendable {
  var titleAbstract = StageRule.titleAbstractDefault
  var fullText = StageRule.fullTextDefault
}

extension Kind where Value == Stages {
  static var stages: Kind {
    .form(
      "pair of stages", "How each stage is screened.",
      optional(
        "title-abstract", .titleAbstract, default: .titleAbstractDefault,
        "How titles and abstracts are screened."),
      optional(
        "full-text", .fullText, default: .fullTextDefault, "How full texts are screened.")
    ) { _, titleAbstract, fullText in
      Stages(titleAbstract: titleAbstract, fullText: fullText)
    }
  }
}

extension Kind where Value == StageRule {
  fileprivate static var titleAbstract: Kind {
    .form(
      "title-abstract stage", "How titles and abstracts are screened.",
      StageKeys.reviewers,
      optional(
        "unsure", .word(StageRule.Unsure.self), default: .include,
        "What the verdict `unsure` means."),
      optional(
        "reasons", .word(StageRule.Reasons.self), default: .none,
        "Whether an exclusion names its reason."),
      StageKeys.mismatch, StageKeys.conflicts, StageKeys.pilot
    ) { _, reviewers, unsure, reasons, mismatch, conflicts, pilot in
      StageRule(
        reviewers: reviewers, unsure: unsure, reasons: reasons, mismatch: mismatch,
        conflicts: conflicts, pilot: pilot)
    }
  }

  fileprivate static var fullText: Kind {
    .form(
      "full-text stage",
      "How full texts are screened: no one is unsure here, and every exclusion has its reason.",
      StageKeys.reviewers,
      optional(
        "reasons", .word(StageRule.Reasons.self, only: [.required]), default: .required,
        "Always `required`: PRISMA counts full texts by the reason of their exclusion."),
      StageKeys.mismatch, StageKeys.conflicts, StageKeys.pilot
    ) { _, reviewers, reasons, mismatch, conflicts, pilot in
      StageRule(
        reviewers: reviewers, reasons: reasons, mismatch: mismatch, conflicts: conflicts,
        pilot: pilot)
    }
  }
}

/// The keys that both stages have.
private enum StageKeys {
  static let reviewers: Key<Int> = optional(
    "reviewers", .number(1...20), default: 2,
    "How many people decide on each report, none seeing the others' decisions.")
  static let mismatch: Key<StageRule.Mismatch> = optional(
    "reason-mismatch", .word(StageRule.Mismatch.self), default: .protocolOrder,
    "What happens when all exclude for different main reasons.")
  static let conflicts: Key<StageRule.Conflicts> = optional(
    "conflicts", .word(StageRule.Conflicts.self), default: .thirdMember, "Who settles a conflict.")
  static let pilot: Key<StageRule.Pilot?> = optional(
    "pilot", .pilot, "A trial on a sample before the ordinary queue opens; none if left out.")
}

extension Kind where Value == StageRule.Pilot {
  fileprivate static var pilot: Kind {
    .form(
      "pilot", "A random sample that every reviewer decides on first.",
      optional("sample", .number(1...10_000), default: 25, "How many reports are drawn."),
      optional(
        "gate", .number(0...100), default: 75,
        "The lowest agreement of any pair, in percent, that opens the ordinary queue.")
    ) { _, sample, gate in
      StageRule.Pilot(sample: sample, gate: gate)
    }
  }
}
