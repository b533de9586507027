import JSON
import Service

extension Command {
  static let reviewCreate = Command(
    "review create", "begins a review under a protocol",
    operands: [name],
    options: [file, lead, Common.request] + Common.atWorkspace,
    manual: """
      Begins a review: its protocol becomes version 1, and the person its lead. A protocol with
      faults is refused with all of them, as "protocol check" tells them. Without --lead, the only
      person of the workspace leads.
      """,
    examples: [
      Example(
        "winnow review create peer-support --protocol protocols/peer-support.yaml --lead lead",
        "begins the sample review")
    ],
    run: { call throws(Failure) in
      let (bench, name) = (try call.bench, try call.required(name))
      let path = try call.required(file)
      let bytes = try call.read(path)
      let leading = try call.leader(named: call.optional(lead))
      let request = try call.optional(Common.request)
      let made = try call.onProtocol(path) { () throws(Fault) in
        try bench.createReview(
          named: name, protocolFile: bytes, lead: leading.id,
          request: request.map { .init(request: "review \($0)") })
      }
      try call.tell(
        .created(name, leading.name ?? leading.called), isRepeat: made.isRepeat,
        json: [.init(key: "review", value: .string(name))])
    })

  private static let name = Operand("NAME", .text, "a short name: letters, digits, - . _")
  private static let file = Option(
    "protocol", "FILE", .text, required: true, "the protocol; - is standard input")
  private static let lead = Option("lead", "PERSON", .text, "who leads it")
}

extension Invocation {
  /// The person named; without a name, the only one there is.
  fileprivate func leader(named name: String?) throws(Failure) -> PersonSummary {
    let bench = try bench
    if let name { return try answer(of: bench.person(named: name)) }
    let people = try answer(of: bench.people())
    guard let person = people.first, people.count == 1 else {
      throw .usage(.missing(parameter: "--lead", command: command.name))
    }
    return person
  }
}

extension String {
  fileprivate static func created(_ name: String, _ lead: String) -> String {
    "The review \(name) has begun, led by \(lead)"
  }
}
