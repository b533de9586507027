import JSON
import ProtocolFile

extension Command {
  static let protocolCheck = Command(
    "protocol check", "tells every fault of protocol files",
    operands: [file],
    options: [Common.json],
    manual: """
      Reads each file as a protocol and prints all of its faults in one go, in the order of the
      file, each as FILE:LINE:COLUMN: and what to do about it. Nothing is changed and no workspace
      is needed. Ends with 65 if any file has a fault or cannot be read, else with 0.
      """,
    examples: [
      Example("winnow protocol check protocols/peer-support.yaml", "checks one protocol"),
      Example("winnow protocol check --json -", "checks standard input, for a program to read"),
    ],
    run: { call throws(Failure) in
      var checks: [Check] = []
      for path in try call.all(file) { checks.append(try Check(of: path, by: call)) }
      try call.show(
        text: checks.flatMap(\.lines).joined(separator: "\n"), json: .array(checks.map(\.json)))
      for check in checks where check.faults.isEmpty { call.remark(.sound(check.path)) }
      guard checks.allSatisfy(\.faults.isEmpty) else { throw .reported(.file) }
    })

  private static let file = Operand(
    "FILE", .text, count: .oneOrMore, "a protocol file; - is standard input")
}

/// One protocol file and what is wrong with it.
private struct Check {
  let path: String
  let faults: [ProtocolFault]

  init(of path: String, by call: Invocation) throws(Failure) {
    self.path = path
    let bytes = try call.read(path)
    do throws(ProtocolFaults) {
      _ = try ProtocolFile.read(bytes)
      faults = []
    } catch {
      faults = error.faults
    }
  }

  var lines: [String] { faults.map { $0.line(in: path) } }

  var json: JSONValue {
    [
      "file": .string(path),
      "faults": .array(
        faults.map { fault in
          [
            "line": JSONValue(fault.line), "column": JSONValue(fault.column),
            "sentence": .string(fault.sentence),
          ]
        }),
    ]
  }
}

extension String {
  fileprivate static func sound(_ path: String) -> String { "\(path): no faults." }
}
