import JSON
import Screening

/// The format as tables for people.
struct ReferenceTables {
  let forms: [Form]

  var text: String { forms.map(section).joined(separator: "\n") }

  private func section(_ form: Form) -> String {
    let rows = form.entries.map { entry in
      "| `\(entry.key)` | \(words(for: entry.shape)) | \(words(for: entry, of: form)) "
        + "| \(entry.says)\(meanings(of: entry.shape)) |\n"
    }
    return """
      ### \(form.name.capitalisedFirst)

      \(form.says)

      | key | value | if left out | what it says |
      | --- | --- | --- | --- |
      \(rows.joined())
      """
  }

  private func words(for shape: Shape) -> String {
    switch shape {
    case .text: "text"
    case .id: "a new id"
    case .reference(let part): "the id of a \(part.rawValue)"
    case .word: "a word"
    case .yesNo: "`yes` or `no`"
    case .number(let range): "a number, \(range.lowerBound) to \(range.upperBound)"
    case .date: "a date: `1990`, `1990-07`, `1990-07-01`"
    case .pattern(let pattern): "\(pattern.name): `\(pattern.example)`"
    case .list(.form(let name, _), _): "a list of [\(name)](#\(name.anchor))"
    case .list(let shape, _): "a list, each \(words(for: shape))"
    case .form(let name, _): "[\(name)](#\(name.anchor))"
    }
  }

  private func words(for entry: Form.Entry, of form: Form) -> String {
    guard !form.exactlyOne.contains(entry.key) else { return "exactly one of these" }
    return switch entry.need {
    case .required: "must be there"
    case .optional: "nothing"
    case .defaulted(let value?): "`\(value.plain)`"
    case .defaulted(nil): entry.shape.isForm ? "the defaults of its keys" : "nothing"
    }
  }

  private func meanings(of shape: Shape) -> String {
    switch shape {
    case .word(let words):
      " "
        + words.map { word in "`\(word.text)`" + (word.meaning.map { ": \($0)" } ?? "") }
        .joined(separator: words.contains { $0.meaning != nil } ? "; " : ", ") + "."
    case .list(let shape, _): meanings(of: shape)
    case .text, .id, .reference, .yesNo, .number, .date, .pattern, .form: ""
    }
  }
}

extension JSONValue {
  /// A default as it stands in a protocol.
  fileprivate var plain: String { string ?? text() }
}
