import JSON
import Screening
import Service

extension Command {
  static let protocolShow = Command(
    "protocol show", "prints the protocol of a review",
    operands: [Common.review],
    options: [ofVersion] + Common.atWorkspace,
    manual: """
      Prints the file of the protocol in force, or of an earlier version, byte for byte as it was
      adopted. As JSON: the number of the version, those there are, and the text.
      """,
    examples: [
      Example("winnow protocol show peer-support", "prints the one in force"),
      Example("winnow protocol show peer-support --version 1", "prints the first"),
    ],
    run: { call throws(Failure) in
      let (bench, name) = (try call.bench, try call.required(Common.review))
      let review = try answer(of: bench.review(named: name))
      let number = try call.optional(ofVersion).map { UInt32($0) }
      let bytes = try answer(of: bench.protocolFile(of: review.id, version: number))
      guard call.has(Common.json) else { return try call.write(bytes) }
      let state = try answer(of: bench.state(of: review.id)).review
      let shown: JSONValue = [
        "version": JSONValue(number ?? state.protocolVersion),
        "versions": .array(state.protocolVersions.map { JSONValue($0.number) }),
        "text": .string(String(decoding: bytes, as: UTF8.self)),
      ]
      try call.show(text: "", json: shown)
    })

  private static let ofVersion = Option(
    "version", "N", .number(in: 1...Int(Int32.max)), "an earlier version")
}
