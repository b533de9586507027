import JSON

/// The format as JSON Schema (draft 7), for editors that know it.
///
/// It tells what a mapping may hold and what a value looks like. What spans places (ids that stand
/// twice, circles, ranges that end before they begin) only Winnow itself checks.
struct JSONSchema {
  /// The form of the whole file, then all others.
  let forms: [Form]

  var value: JSONValue {
    let head: [JSONValue.Member] = [
      .init(key: "$schema", value: "http://json-schema.org/draft-07/schema#"),
      .init(key: "title", value: "Winnow protocol"),
    ]
    let definitions = forms.dropFirst().map { form in
      JSONValue.Member(key: form.name.anchor, value: .object(members(of: form)))
    }
    return .object(
      head + forms.prefix(1).flatMap { members(of: $0) }
        + [.init(key: "definitions", value: .object(definitions))])
  }

  private func members(of form: Form) -> [JSONValue.Member] {
    let properties = form.entries.map { entry in
      JSONValue.Member(key: entry.key, value: .object(self.members(of: entry)))
    }
    let needed = form.entries.filter(\.isRequired).map(\.key)
    var members: [JSONValue.Member] = [
      .init(key: "description", value: .string(form.says)),
      .init(key: "type", value: "object"),
      .init(key: "properties", value: .object(properties)),
      .init(key: "additionalProperties", value: false),
    ]
    if !needed.isEmpty { members.append(.init(key: "required", value: JSONValue(needed))) }
    if !form.exactlyOne.isEmpty {
      let choices = form.exactlyOne.map { key -> JSONValue in ["required": JSONValue([key])] }
      members.append(.init(key: "oneOf", value: .array(choices)))
    }
    return members
  }

  private func members(of entry: Form.Entry) -> [JSONValue.Member] {
    var members = [JSONValue.Member(key: "description", value: .string(entry.says))]
    members += self.members(of: entry.shape)
    if case .defaulted(let value?) = entry.need {
      members.append(.init(key: "default", value: value))
    }
    return members
  }

  private func members(of shape: Shape) -> [JSONValue.Member] {
    switch shape {
    case .text: [.init(key: "type", value: Self.scalar)]
    case .id, .reference: Self.pattern(Shape.idExpression)
    case .word(let words):
      [.init(key: "anyOf", value: .array(words.map { Self.word($0.text, $0.meaning) }))]
    case .yesNo: [.init(key: "enum", value: ["yes", "no"])]
    case .number(let range):
      [
        .init(key: "type", value: "integer"),
        .init(key: "minimum", value: JSONValue(range.lowerBound)),
        .init(key: "maximum", value: JSONValue(range.upperBound)),
      ]
    case .date: Self.pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
    case .pattern(let pattern): Self.pattern(pattern.expression)
    case .list(let shape, let fewest):
      [
        .init(key: "type", value: "array"),
        .init(key: "items", value: .object(members(of: shape))),
      ] + (fewest > 0 ? [.init(key: "minItems", value: JSONValue(fewest))] : [])
    // A reference beside other members hides them in draft 7, so it stands in a list of its own.
    case .form(let name, _):
      [.init(key: "allOf", value: [["$ref": .string("#/definitions/\(name.anchor)")]])]
    }
  }

  /// What editors take for a number or a truth value is text to us.
  private static let scalar: JSONValue = ["string", "number", "boolean"]

  private static func pattern(_ expression: String) -> [JSONValue.Member] {
    [.init(key: "type", value: scalar), .init(key: "pattern", value: .string(expression))]
  }

  private static func word(_ text: String, _ meaning: String?) -> JSONValue {
    let word = JSONValue.Member(key: "const", value: .string(text))
    let says = meaning.map { JSONValue.Member(key: "description", value: .string($0)) }
    return .object([word] + [says].compactMap { $0 })
  }
}
