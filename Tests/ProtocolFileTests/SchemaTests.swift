import Glibc
import JSON
import Screening
import Testing

@testable import ProtocolFile

@Suite("The format as editors and people are told it")
struct SchemaTests {
  let schema = JSONSchema(forms: Kind<ReviewProtocol>.review.shape.forms).value

  @Test("The committed schema is the one that the format gives")
  func schemaInStep() {
    golden("protocols/protocol.schema.json", ProtocolSchema.jsonSchema())
  }

  @Test("The reference holds the tables that the format gives")
  func referenceInStep() throws {
    let path = "docs/protocol-format.md"
    let text = Repository.text(path)
    let begin = "<!-- The tables below are written by `make goldens`. -->\n\n"
    let start = try #require(text.firstRange(of: begin)).upperBound
    golden(path, text[..<start] + ProtocolSchema.referenceTables())
  }

  @Test("Every sample keeps to the schema", arguments: samples)
  func samplesKeepToIt(path: String) throws {
    let root = try #require(YAMLReader.read(Repository.bytes(path)).root)
    #expect(violations(by: root, of: schema) == [])
  }

  @Test(
    "The schema refuses what a reading refuses at one place",
    arguments: FaultTests.ofKind.filter { !seenByReadingOnly.contains($0.what) })
  func refuses(fault: FaultCase) throws {
    let root = try #require(YAMLReader.read(Array(fault.marked.text.utf8)).root)
    #expect(violations(by: root, of: schema) != [])
  }

  @Test("Every default that the schema shows is one that it allows, and that a reading takes")
  func defaults() throws {
    for form in Kind<ReviewProtocol>.review.shape.forms {
      for entry in form.entries {
        guard case .defaulted(let value?) = entry.need else { continue }
        let rule = try #require(properties(of: form.name)?[entry.key])
        let node = Node(place: .start, content: .text(value.string ?? value.text()))
        #expect(violations(by: node, of: rule) == [], "\(form.name) \(entry.key)")
      }
    }
  }

  @Test("Every form and every key says what it is for, in whole sentences")
  func sentences() {
    for form in Kind<ReviewProtocol>.review.shape.forms {
      for says in [form.says] + form.entries.map(\.says) {
        #expect(says.hasSuffix(".") && says.first?.isUppercase == true, "\(form.name): \(says)")
      }
    }
  }

  @Test("Every word of the reference has its heading, and every link leads to one")
  func links() {
    let text = ProtocolSchema.referenceTables()
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("### ") }
      .map { $0.dropFirst(4).lowercased().replacing(" ", with: "-") }
    let links = text.split(separator: "](#").dropFirst().map { String($0.prefix { $0 != ")" }) }
    #expect(Set(links).isSubset(of: headings))
    #expect(Set(headings).count == headings.count)
  }

  /// Faults of one place that only a reading sees: JSON Schema knows no calendar, no blanks, no
  /// zeros in front, and nothing of what letters cannot be seen.
  static let seenByReadingOnly: Set = [
    "an empty text", "a title of several lines", "a control character", "a day that never was",
  ]

  private func properties(of form: String) -> JSONValue? {
    form == "protocol"
      ? schema["properties"] : schema["definitions"]?[form.anchor]?["properties"]
  }

  /// Compares with a file of the repository, or writes it anew where goldens are asked for.
  private func golden(_ path: String, _ text: String) {
    if getenv("WINNOW_WRITE_GOLDENS") != nil { Repository.write(text, to: path) }
    #expect(Repository.text(path) == text, "\(path) is behind: `make goldens` writes it anew.")
  }

  /// What keeps a node from following a rule of the schema: the part of JSON Schema used here.
  private func violations(by node: Node, of rule: JSONValue) -> [String] {
    (rule.members ?? []).flatMap { member -> [String] in
      switch (member.key, node.content) {
      case ("type", let content): kept(content, member.value) ? [] : ["no \(member.value.text())"]
      case ("properties", .mapping(let entries)):
        entries.flatMap { entry in
          member.value[entry.key].map { violations(by: entry.value, of: $0) } ?? [entry.key]
        }
      case ("required", .mapping(let entries)):
        (member.value.elements ?? []).compactMap(\.string).filter { key in
          !entries.contains { $0.key == key }
        }
      case ("items", .list(let nodes)): nodes.flatMap { violations(by: $0, of: member.value) }
      case ("minItems", .list(let nodes)): nodes.count < member.value.integer ?? 0 ? ["short"] : []
      case ("minimum", .text(let text)):
        (Int(text) ?? .min) < member.value.integer ?? 0 ? [text] : []
      case ("maximum", .text(let text)):
        (Int(text) ?? .max) > member.value.integer ?? 0 ? [text] : []
      case ("pattern", .text(let text)):
        Expression.matches(text, member.value.string ?? "") ? [] : [text]
      case ("const", .text(let text)): member.value.string == text ? [] : [text]
      case ("enum", .text(let text)):
        member.value.elements?.contains(.string(text)) == true ? [] : [text]
      case ("anyOf", _):
        (member.value.elements ?? []).contains { violations(by: node, of: $0).isEmpty }
          ? [] : ["none of the words"]
      case ("oneOf", _):
        (member.value.elements ?? []).count { violations(by: node, of: $0).isEmpty } == 1
          ? [] : ["not exactly one"]
      case ("allOf", _): (member.value.elements ?? []).flatMap { violations(by: node, of: $0) }
      case ("$ref", _):
        schema["definitions"]?[String(member.value.string?.split(separator: "/").last ?? "")]
          .map { violations(by: node, of: $0) } ?? ["no definition"]
      case ("const", _), ("enum", _): ["no word"]
      default: []
      }
    }
  }

  private func kept(_ content: Node.Content, _ type: JSONValue) -> Bool {
    switch content {
    case .text(let text):
      type == "integer"
        ? Int(text).map(String.init) == text : type.elements?.contains("string") == true
    case .list: type == "array"
    case .mapping: type == "object"
    case .nothing, .refused: false
    }
  }
}
