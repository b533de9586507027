import JSON
import Screening
import Service

extension Command {
  static let protocolAdopt = Command(
    "protocol adopt", "amends the protocol of a review",
    operands: [Common.review, file],
    options: [Common.grounds, requota] + Common.acting,
    manual: """
      Puts a new version of the protocol in force and prints what it changes and touches, as
      "protocol diff" does. No decision and no outcome is changed by it: reports that deserve
      another look are reopened by hand. Ids in use can be retired, never removed or reused.

      Where the number of reviewers changes, begun rounds keep theirs unless --requota names them.
      """,
    examples: [
      Example(
        "winnow protocol adopt peer-support mine.yaml --because \"Letters count after all.\"",
        "adopts an amendment"),
      Example(
        "winnow protocol adopt peer-support mine.yaml --because \"One is enough.\" "
          + "--requota title-abstract:R1,R2", "and moves two begun rounds"),
    ],
    run: { call throws(Failure) in
      let (sitting, path) = (try call.sitting(), try call.required(file))
      let grounds = try call.required(Common.grounds)
      let moved = try call.optional(requota) ?? [:]
      let bytes = try call.read(path)
      let preview = try call.preview(path, bytes, for: sitting)
      let done = try answer(
        of: sitting.bench.adoptProtocol(
          bytes, requota: moved, because: grounds, sitting.acting))
      if !done.isRepeat && !call.has(Common.json) { try call.print(preview.text) }
      try call.tell(
        done, .adopted(try sitting.renewed().state.protocolVersion), to: sitting,
        json: preview.json.members ?? [])
    })

  private static let file = Operand("FILE", .text, "a protocol file; - is standard input")
  private static let requota = Option(
    "requota", "STAGE:REPORTS", .requota, "begun rounds that follow a changed number of reviewers")
}

extension Shape<[Stage: [RecordNumber]]> {
  /// `title-abstract:R1,R2,full-text:R3`
  fileprivate static let requota = Shape(
    expected: "a stage and its reports, such as title-abstract:R1,R2"
  ) { text in
    var rounds: [Stage: [RecordNumber]] = [:]
    var stage: Stage?
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      var number = word
      if let colon = word.firstIndex(of: ":") {
        guard let named = Stage(name: word[..<colon]) else { return nil }
        stage = named
        number = word[word.index(after: colon)...]
      }
      guard let stage, let report = RecordNumber(text: number) else { return nil }
      rounds[stage, default: []].append(report)
    }
    return rounds
  }
}

extension String {
  fileprivate static func adopted(_ version: UInt32) -> String {
    "Version \(version) of the protocol is in force"
  }
}
