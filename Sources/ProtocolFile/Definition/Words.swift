import Screening

extension Worded where Self: RawRepresentable<String> {
  var word: String { rawValue }
}

extension Framework: Worded {
  var meaning: String {
    switch self {
    case .pcc: "population, concept, context (scoping reviews, JBI)"
    case .pico: "population, intervention, comparison, outcome"
    case .spider: "sample, phenomenon, design, evaluation, research type"
    case .own: "domains of your own"
    }
  }
}

extension Route: Worded {
  var meaning: String {
    switch self {
    case .database: "a bibliographic database (arm databases)"
    case .register: "a register of trials or reviews (arm databases)"
    case .website: "a website (arm other)"
    case .organisation: "an organisation that was asked (arm other)"
    case .citationSearch: "citations followed forwards or backwards (arm other)"
    case .handSearch: "journals or grey literature looked through by hand (arm other)"
    }
  }
}

extension Stage: Worded {
  var word: String { name }
  var meaning: String {
    switch self {
    case .titleAbstract: "title and abstract are screened first"
    case .fullText: "the full text is sought at once"
    }
  }
}

extension Limit.Action: Worded {
  var meaning: String {
    switch self {
    case .flag: "reviewers see that it fails"
    case .remove: "the report is removed before screening and counted as removed by automation"
    }
  }
}

extension FieldRule.Field: Worded {
  var meaning: String {
    switch self {
    case .title: "the title"
    case .abstract: "the abstract"
    case .keywords: "keywords and subject headings"
    case .journal: "the journal"
    case .authors: "the authors"
    case .publisher: "the publisher"
    case .type: "the type as printed"
    case .language: "the language as printed"
    case .notes: "notes"
    }
  }
}

extension StageRule.Unsure: Worded {
  var meaning: String {
    switch self {
    case .include: "counts as include"
    case .conflict: "makes a conflict, even alone"
    }
  }
}

extension StageRule.Reasons: Worded {
  var meaning: String {
    switch self {
    case .none: "no reason is asked for"
    case .optional: "a reason may be given"
    case .required: "a main reason must be given"
    }
  }
}

extension StageRule.Mismatch: Worded {
  var meaning: String {
    switch self {
    case .protocolOrder: "the first of them in protocol order is the main reason"
    case .conflict: "it is a conflict"
    case .first: "the reason of the earliest decision is the main one"
    }
  }
}

extension StageRule.Conflicts: Worded {
  var meaning: String {
    switch self {
    case .thirdMember: "an arbiter who has not decided on that report at that stage settles it"
    case .consensus: "the people who disagree settle it among themselves"
    }
  }
}

extension TeamRule.Resolution: Worded {
  var meaning: String {
    switch self {
    case .named: "with the names behind the decisions"
    case .blindNames: "without names"
    }
  }
}

/// What a hit of a field rule does.
enum Hit: String, Worded {
  case passes
  case fails

  var meaning: String {
    switch self {
    case .passes: "records with a hit pass, others fail"
    case .fails: "records with a hit fail, others pass"
    }
  }
}

/// The one word that `abstract` takes.
enum Presence: String, Worded {
  case required

  var meaning: String { "records with an abstract pass, others fail" }
}

/// What a charted field holds, without its choices.
enum FieldKind: String, Worded {
  case text
  case number
  case year
  case yesNo = "yes-no"
  case choice
  case severalChoices = "several-choices"

  var meaning: String {
    switch self {
    case .text: "words"
    case .number: "a number"
    case .year: "a year"
    case .yesNo: "yes or no"
    case .choice: "one of `choices`"
    case .severalChoices: "any of `choices`"
    }
  }
}
