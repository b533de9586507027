import ProtocolFile
import Testing

/// A protocol with marked places, and what is said at each, in order.
struct FaultCase: CustomTestStringConvertible, Sendable {
  let what: String
  let marked: Marked
  let says: [String]

  init(_ what: String, _ more: String, _ says: String...) {
    (self.what, self.marked, self.says) = (what, .base(with: more), says)
  }

  init(_ what: String, whole: String, _ says: String...) {
    (self.what, self.marked, self.says) = (what, Marked(whole), says)
  }

  var testDescription: String { what }

  func check() {
    let found = faults(of: marked.text)
    let described = found.map { $0.line(in: "file") }.joined(separator: "\n")
    #expect(found.map(\.place) == marked.places, "\(described)")
    for (fault, expected) in zip(found, says) {
      #expect(fault.sentence.contains(expected), "\(described)")
    }
    #expect(found.count == says.count)
  }
}

@Suite("Faults stand at their place and say what to do")
struct FaultTests {
  @Test("A key or a value of the wrong kind", arguments: ofKind)
  func kinds(fault: FaultCase) { fault.check() }

  @Test("An id, or what an id stands for", arguments: ofIDs)
  func ids(fault: FaultCase) { fault.check() }

  @Test("A limit that can never pass, or tests nothing", arguments: ofLimits)
  func limits(fault: FaultCase) { fault.check() }

  @Test("A rule that cannot be kept", arguments: ofRules)
  func rules(fault: FaultCase) { fault.check() }

  @Test("A theme tree that is none", arguments: ofThemes)
  func themes(fault: FaultCase) { fault.check() }

  @Test("A fault prints as a line that editors can jump to")
  func line() {
    let fault = ProtocolFault(line: 3, column: 7, sentence: "It is so.")
    #expect(fault.line(in: "a/b.yaml") == "a/b.yaml:3:7: It is so.")
  }

  @Test("All faults come in one go, in the order of the file")
  func together() {
    let marked = Marked(
      """
      framework: ▸pic
      domains:
        - id: ▸-d
          exclude:
            - id: x
              ▸txet: t
            - id: ▸x
              text: t
      limits:
        - ▸id: l
          text: t
      stages:
        title-abstract: {▸reviwers: 2, unsure: ▸maybe}
      labels: ▸{min: ▸3, max: 2}
      ▸titel: T
      """)
    #expect(faults(of: marked.text).map(\.place) == marked.places)
  }

  static let ofKind = [
    FaultCase(
      "an unknown key with a neighbour", "▸qestions: []",
      "`qestions` is no key of a protocol. Did you mean `questions`?"),
    FaultCase(
      "an unknown key without one", "team: {▸colour: red}",
      "`colour` is no key of a team. Its keys are `resolution`, `lease-minutes`."),
    FaultCase(
      "a missing key", whole: "▸title: T\ndomains: [{id: d, exclude: [{id: x, text: t}]}]",
      "This protocol has no `framework`. Add the key: The model that the domains follow."),
    FaultCase(
      "a slip in a key that must be there is one fault, not two",
      whole: "▸titel: T\nframework: own\ndomains: [{id: d, exclude: [{id: x, text: t}]}]",
      "Did you mean `title`?"),
    FaultCase(
      "a text where a list belongs", "questions: ▸Why?",
      "`questions` asks for a list, each item after a dash, and this is `Why?`."),
    FaultCase("a list where a text belongs", "zone: ▸[UTC]", "and this is a list."),
    FaultCase("a text where a mapping belongs", "team: ▸all of us", "`team` asks for a mapping"),
    FaultCase("a mapping where a text belongs", "questions: [▸{a: b}]", "and this is a mapping."),
    FaultCase("a key without a value", "questions:▸", "`questions` has no value."),
    FaultCase("an empty text", "questions: [▸'  ']", "`questions` has no value."),
    FaultCase(
      "a title of several lines",
      whole: "title: ▸\"T\\nU\"\nframework: own\ndomains: [{id: d, exclude: [{id: x, text: t}]}]",
      "Keep it on one line."),
    FaultCase("a control character", #"questions: [▸"a\0b"]"#, "a control character"),
    FaultCase(
      "a word that is unknown", "team: {resolution: ▸blindnames}",
      "`resolution` asks for one of `named`, `blind-names`, and this is `blindnames`. "
        + "Did you mean `blind-names`?"),
    FaultCase(
      "a word with the wrong capitals", "team: {resolution: ▸Named}", "Did you mean `named`?"),
    FaultCase(
      "a truth value by another name", "ranking: {enabled: ▸true}",
      "`enabled` asks for `yes` or `no`, and this is `true`."),
    FaultCase(
      "a number in words, with a fraction, with an exponent, with a zero in front",
      "ranking: {seed: ▸one, control-share: ▸1.5}\nlabels: {min: ▸1e0, max: ▸02}\n"
        + "themes: [{id: t, name: t}]",
      "a whole number from 0 to", "and this is `1.5`", "and this is `1e0`", "and this is `02`"),
    FaultCase(
      "a time zone that is none", "zone: ▸Greenwich Mean Time",
      "`zone` asks for a time zone such as `Europe/London`"),
    FaultCase(
      "a day that never was",
      "sources: [{id: s, name: s, route: database, searched: ▸2023-02-29}]",
      "`2023-02-29` is no date of the calendar."),
    FaultCase(
      "a date in words", "sources: [{id: s, name: s, route: database, searched: ▸May 2023}]",
      "`searched` asks for a date such as"),
  ]

  static let ofIDs = [
    FaultCase(
      "an id of two criteria",
      whole: """
        title: T
        framework: own
        domains:
          - {id: d, include: [{id: x, text: t}]}
          - {id: e, exclude: [{id: ▸x, text: t}]}
        """, "The id `x` is taken: it first stands at line 4, column 28."),
    FaultCase(
      "an id of a criterion and a limit", "limits: [{id: ▸x, text: t, abstract: required}]",
      "it first stands at line 3, column 34. Give this limit an id of its own."),
    FaultCase(
      "an id of two sources, capitals aside",
      "sources: [{id: s, name: s, route: database}, {id: ▸S, name: s, route: database}]",
      "The id `S` differs from `s` only in its capitals"),
    FaultCase(
      "an id with a blank, a mark in front, a letter beyond ASCII",
      "chart: [{id: ▸a b, name: n, kind: text}, {id: ▸'-a', name: n, kind: text}, "
        + "{id: ▸é, name: n, kind: text}]",
      "`a b` cannot be an id.", "`-a` cannot be an id.", "`é` cannot be an id."),
    FaultCase(
      "an id of 41 letters",
      "chart: [{id: ▸\(String(repeating: "a", count: 41)), name: n, kind: text}]", "up to 40"),
    FaultCase(
      "a reason that names no criterion",
      whole: """
        title: T
        framework: own
        domains:
          - id: d
            exclude:
              - {id: not-sleep, text: t}
              - {id: y, text: t, retired: yes, replaced-by: ▸not-slep}
        """,
      "No criterion of this protocol has the id `not-slep`. Did you mean `not-sleep`?"),
    FaultCase(
      "a reason that names a limit",
      whole: """
        title: T
        framework: own
        domains: [{id: d, exclude: [{id: x, text: t}, {id: y, text: t, retired: yes, replaced-by: ▸l}]}]
        limits: [{id: l, text: t, abstract: required}]
        """, "No criterion of this protocol has the id `l`."),
    FaultCase(
      "a search string of a source that is not there",
      "sources: [{id: s, name: s, route: database, search-of: ▸medline}]",
      "No source of this protocol has the id `medline`."),
    FaultCase(
      "a theme below one that is not there", "themes: [{id: a, name: a, parent: ▸b}]",
      "No theme of this protocol has the id `b`."),
  ]

  static let ofLimits = [
    FaultCase(
      "a range that ends before it begins",
      "limits: [{id: l, text: t, published: {from: 2020-06, to: ▸2019}}]",
      "No record can pass: the range ends at 2019, before it begins at 2020-06."),
    FaultCase(
      "a range without ends", "limits: [{id: l, text: t, published: ▸{}}]",
      "neither `from` nor `to`"),
    FaultCase(
      "no language", "limits: [{id: l, text: t, language: ▸[]}]", "`language` is an empty list"),
    FaultCase(
      "a language by its name", "limits: [{id: l, text: t, language: [▸English]}]",
      "a language code in lower case such as `en`"),
    FaultCase(
      "a language that no record can be in", "limits: [{id: l, text: t, language: [▸qq]}]",
      "No record can be in `qq`"),
    FaultCase(
      "a source type that is none",
      "limits: [{id: l, text: t, type: {refused: [▸jounal-article, ▸unknown]}}]",
      "Did you mean `journal-article`?", "`refused` asks for one of `journal-article`"),
    FaultCase(
      "a term without a word",
      "limits: [{id: l, text: t, field: {fields: [title], terms: [▸'*', ▸'-*', ▸'!'], hit: fails}}]",
      "is nothing to look for", "is nothing to look for", "is nothing to look for"),
    FaultCase(
      "a type both allowed and refused",
      "limits: [{id: l, text: t, type: {allowed: [book], refused: ▸[thesis, book]}}]",
      "No record of type `book` can pass"),
    FaultCase(
      "types neither allowed nor refused", "limits: [{id: l, text: t, type: ▸{}}]",
      "neither `allowed` nor `refused`"),
    FaultCase(
      "a limit that tests nothing", "limits: [▸{id: l, text: t}]",
      "A limit has exactly one of `published`, `language`, `type`, `abstract`, `field`; "
        + "this has none."),
    FaultCase(
      "a limit that tests two things",
      "limits: [{id: l, text: t, abstract: required, ▸language: [en]}]",
      "this has `abstract` and `language`."),
    FaultCase(
      "a rule without patterns",
      "limits: [{id: l, text: t, field: {fields: ▸[title], hit: fails}}]",
      "neither `terms` nor `expressions`"),
    FaultCase(
      "a rule on no field or an unknown one",
      """
      limits:
        - {id: l, text: t, field: {fields: ▸[], terms: [a], hit: fails}}
        - {id: m, text: t, field: {fields: [▸titel], terms: [a], hit: fails}}
      """, "`fields` is an empty list", "Did you mean `title`?"),
    FaultCase(
      "an expression that does not compile",
      "limits: [{id: l, text: t, field: {fields: [title], expressions: [▸'(a'], hit: fails}}]",
      "`(a` cannot be used as a regular expression"),
    FaultCase(
      "an expression that would fill the memory",
      """
      limits:
        - id: l
          text: t
          field: {fields: [title], expressions: [▸'(((a{99}){99}){99}){99}'], hit: fails}
      """, "repeats more than"),
    FaultCase(
      "an expression that every text matches, so that no record can pass",
      "limits: [{id: l, text: t, field: {fields: [title], expressions: [▸'x*'], hit: fails}}]",
      "`x*` cannot be used as a regular expression: it matches every text"),
    FaultCase(
      "a star that begins a word",
      "limits: [{id: l, text: t, field: {fields: [title], terms: [▸'*itis'], hit: fails}}]",
      "a `*` only at the end of a word"),
  ]

  static let ofRules = [
    FaultCase(
      "fewer than one reviewer", "stages: {title-abstract: {reviewers: ▸0}}",
      "a whole number from 1 to 20"),
    FaultCase(
      "a gate beyond all agreement", "stages: {title-abstract: {pilot: {gate: ▸101}}}",
      "a whole number from 0 to 100"),
    FaultCase(
      "a full-text stage that is unsure", "stages: {full-text: {▸unsure: include}}",
      "`unsure` is no key of a full-text stage"),
    FaultCase(
      "full texts excluded without a reason", "stages: {full-text: {reasons: ▸optional}}",
      "`reasons` asks for `required`"),
    FaultCase(
      "no exclusion criterion in force",
      whole: """
        title: T
        framework: own
        domains: ▸[{id: d, include: [{id: i, text: t}], exclude: [{id: x, text: t, retired: yes}]}]
        """, "nobody could give the reason"),
    FaultCase(
      "a domain without criteria",
      whole: """
        title: T
        framework: own
        domains: [{id: d, exclude: [{id: x, text: t}]}, {id: ▸e}]
        """, "The domain `e` has no criterion."),
    FaultCase(
      "a criterion in force that is replaced",
      whole: """
        title: T
        framework: own
        domains: [{id: d, exclude: [{id: x, text: t}, {id: y, text: t, replaced-by: ▸x}]}]
        """, "`replaced-by` leads from a retired criterion to another one."),
    FaultCase(
      "more labels at least than at most",
      "themes: [{id: t, name: t}]\nlabels: {min: ▸3, max: 2}", "`min` is 3 and `max` is 2"),
    FaultCase("labels without themes", "labels: ▸{min: 1}", "no themes to give"),
    FaultCase(
      "a choice without choices", "chart: [{id: f, name: n, kind: ▸choice}]",
      "Add `choices` with a list."),
    FaultCase(
      "choices without a choice", "chart: [{id: f, name: n, kind: year, choices: ▸[a]}]",
      "A field of kind `year` has no choices."),
    FaultCase(
      "a choice that stands twice", "chart: [{id: f, name: n, kind: choice, choices: ▸[a, b, a]}]",
      "`a` stands among the choices more than once."),
    FaultCase(
      "a search string of its own and another's",
      """
      sources:
        - {id: r, name: r, route: database, search: a}
        - {id: s, name: s, route: database, search: b, search-of: ▸r}
        - {id: t, name: t, route: database, search-of: ▸t}
      """, "Keep one of the two.", "A source cannot take its search string from itself."),
  ]

  static let ofThemes = [
    FaultCase(
      "a theme below itself", "themes: [{id: a, name: a, parent: ▸a}]",
      "The themes go round in a circle: a → a."),
    FaultCase(
      "two themes below each other",
      "themes: [{id: a, name: a, parent: ▸b}, {id: b, name: b, parent: a}, {id: c, name: c}]",
      "The themes go round in a circle: a → b → a."),
    FaultCase(
      "a branch below its own leaf",
      "themes: [{id: a, name: a, parent: ▸b, themes: [{id: b, name: b}]}]", "a → b → a"),
    FaultCase(
      "two circles, and a theme that hangs on one",
      """
      themes:
        - {id: z, name: z, parent: a}
        - {id: a, name: a, parent: ▸a}
        - {id: b, name: b, parent: ▸b}
      """, "a → a", "b → b"),
    FaultCase(
      "a theme that stands inside one branch and names another",
      "themes: [{id: a, name: a}, {id: b, name: b, themes: [{id: c, name: c, parent: ▸a}]}]",
      "The theme `c` stands inside `b` already."),
    FaultCase(
      "a leaf that is no label", "themes: [{id: ▸a, name: a, label: no}]", "leads nowhere"),
    FaultCase(
      "a tree deeper than eight",
      "themes:\n"
        + (1...9).map { depth in
          "  - {id: t\(depth), name: n\(depth == 1 ? "" : ", parent: \(depth == 9 ? "▸" : "")t\(depth - 1)")}"
        }.joined(separator: "\n"),
      "more than 8 deep"),
  ]
}
