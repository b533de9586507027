import Screening

extension Reading {
  /// Notes that something else was asked for.
  func noteWrongKind(_ spot: Spot, asksFor asked: String) {
    switch spot.node.content {
    case .nothing: note(.nothing(at: spot.key, asked: asked), at: spot.node.place)
    case .text, .list, .mapping:
      note(.wrongKind(spot, asked: asked), at: spot.node.place)
    case .refused: break
    }
  }

  /// The text of a scalar, blanks at its ends aside; nil after noting why there is none.
  func scalar(_ spot: Spot, asksFor asked: String) -> String? {
    guard case .text(let written) = spot.node.content else {
      noteWrongKind(spot, asksFor: asked)
      return nil
    }
    let text = written.trimmed
    guard !text.isEmpty else {
      note(.nothing(at: spot.key, asked: asked), at: spot.node.place)
      return nil
    }
    return text
  }
}

extension Kind where Value == String {
  /// Words that people read, of one or several lines.
  static var text: Kind {
    Kind(shape: .text) { spot, reading in
      guard let text = reading.scalar(spot, asksFor: "a text") else { return nil }
      let isPlain = text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\t" || !$0.isControl
      }
      if !isPlain { reading.note(.controlCharacter(in: spot.key), at: spot.node.place) }
      return isPlain ? text : nil
    }
  }

  /// Words that people read, on one line.
  static var line: Kind {
    text.checked { text, spot, reading in
      guard text.contains(where: \.isNewline) else { return text }
      reading.note(.severalLines(in: spot.key), at: spot.node.place)
      return nil
    }
  }

  /// A new id for something.
  static func id(_ part: ProtocolPart) -> Kind {
    Kind(shape: .id(part)) { spot, reading in
      guard let id = reading.scalar(spot, asksFor: "an id") else { return nil }
      guard id.isProtocolID else {
        reading.note(.badID(id), at: spot.node.place)
        return nil
      }
      reading.declare(id, as: part, at: spot.node.place)
      return id
    }
  }

  /// The id of something that stands elsewhere in the file.
  static func reference(_ part: ProtocolPart) -> Kind {
    Kind(shape: .reference(part)) { spot, reading in
      guard let id = reading.scalar(spot, asksFor: "the id of a \(part.rawValue)") else {
        return nil
      }
      reading.refer(to: id, as: part, at: spot.node.place)
      return id
    }
  }

  /// A text of a set form.
  static func pattern(_ name: String, _ expression: String, example: String) -> Kind {
    let pattern = Shape.Pattern(name: name, expression: expression, example: example)
    return Kind(shape: .pattern(pattern)) { spot, reading in
      let asked = "\(name) such as `\(example)`"
      guard let text = reading.scalar(spot, asksFor: asked) else { return nil }
      guard Expression.matches(text, expression) else {
        reading.noteWrongKind(spot, asksFor: asked)
        return nil
      }
      return text
    }
  }
}

extension Unicode.Scalar {
  /// The two blocks of control characters.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension String {
  /// The text without blanks and line ends at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// Letters, digits, `-`, `_` and `.`, and no mark at its start: `-x` is an option on a command line.
  fileprivate var isProtocolID: Bool { Expression.matches(self, Shape.idExpression) }

  fileprivate static func nothing(at key: String, asked: String) -> String {
    "`\(key)` has no value. Give \(asked), or take the key away."
  }
  fileprivate static func wrongKind(_ spot: Spot, asked: String) -> String {
    "`\(spot.key)` asks for \(asked), and this is \(spot.node.kind)."
  }
  fileprivate static func controlCharacter(in key: String) -> String {
    "`\(key)` holds a control character that nobody can see. Write the text without it."
  }
  fileprivate static func severalLines(in key: String) -> String {
    "`\(key)` runs over several lines and stands in tables. Keep it on one line."
  }
  fileprivate static func badID(_ id: String) -> String {
    """
    `\(id.shortened)` cannot be an id. Use up to 40 letters (a to z, A to Z), digits, `-`, `_` \
    and `.`, beginning with a letter or digit.
    """
  }
}
