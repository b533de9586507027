import JSON
import Screening
import Service

extension Invocation {
  /// Tells what an act did: `R412 decided: exclude (P-ex-1), entry #17.`
  ///
  /// Whoever is blind is told no position: the gaps between theirs would count others' work.
  func tell(
    _ done: Done, _ what: String, to sitting: Sitting, json members: [JSONValue.Member] = []
  ) throws(Failure) {
    let position = sitting.seesPositions ? done.position : nil
    let outcome: [JSONValue.Member] = [
      .init(key: "repeat", value: .bool(done.isRepeat)),
      .init(key: "entry", value: JSONValue(position.map { JSONValue($0.value) })),
    ]
    try show(
      text: .done(what, position, isRepeat: done.isRepeat), json: .object(members + outcome))
  }

  /// Tells that an act of the workspace was done, or had been before.
  func tell(_ what: String, isRepeat: Bool, json members: [JSONValue.Member]) throws(Failure) {
    try show(
      text: .done(what, nil, isRepeat: isRepeat),
      json: .object(members + [.init(key: "repeat", value: .bool(isRepeat))]))
  }
}

extension String {
  fileprivate static func done(
    _ what: String, _ position: Position?, isRepeat: Bool
  ) -> String {
    switch (isRepeat, position) {
    case (false, let position?): "\(what), entry \(position)."
    case (false, nil): "\(what)."
    case (true, let position?): "Already done, as \(position)."
    case (true, nil): "Already done."
    }
  }
}

extension [JSONValue.Member] {
  /// What an act on one report at one stage says of itself.
  static func about(_ report: RecordNumber, at stage: Stage? = nil) -> [JSONValue.Member] {
    [JSONValue.Member(key: "report", value: .string("\(report)"))]
      + (stage.map { [JSONValue.Member(key: "stage", value: .string($0.name))] } ?? [])
  }
}
