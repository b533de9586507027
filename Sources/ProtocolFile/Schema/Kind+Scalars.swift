import JSON
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
  fileprivate func scalar(_ spot: Spot, asksFor asked: String) -> String? {
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

extension Kind where Value == Bool {
  /// `yes` or `no`.
  static var yesNo: Kind {
    Kind(shape: .yesNo) { spot, reading in
      guard let text = reading.scalar(spot, asksFor: "`yes` or `no`") else { return nil }
      switch text {
      case "yes": return true
      case "no": return false
      default:
        reading.noteWrongKind(spot, asksFor: "`yes` or `no`")
        return nil
      }
    } shown: {
      .string($0 ? "yes" : "no")
    }
  }
}

extension Kind where Value == Int {
  /// A whole number.
  static func number(_ range: ClosedRange<Int>) -> Kind {
    let asked = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return Kind(shape: .number(range)) { spot, reading in
      guard let text = reading.scalar(spot, asksFor: asked) else { return nil }
      // A zero in front means eight-fold counting to some readers of YAML.
      let isPlain = text == "0" || (text.first != "0" && text.utf8.allSatisfy(\.isDigit))
      guard isPlain, let number = Int(text), range.contains(number) else {
        reading.noteWrongKind(spot, asksFor: asked)
        return nil
      }
      return number
    } shown: {
      JSONValue($0)
    }
  }
}

extension Kind where Value == PartialDate {
  /// A year, perhaps with month and day.
  static var date: Kind {
    Kind(shape: .date) { spot, reading in
      let asked = "a date such as `1990`, `1990-07` or `1990-07-01`"
      guard let text = reading.scalar(spot, asksFor: asked) else { return nil }
      if let date = PartialDate(text: text) { return date }
      if text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }) {
        reading.note(.noSuchDay(text), at: spot.node.place)
      } else {
        reading.noteWrongKind(spot, asksFor: asked)
      }
      return nil
    }
  }
}

/// A word that the format knows, with its meaning.
protocol Worded: CaseIterable, Hashable, Sendable where AllCases: Sendable {
  /// The word as it stands in the file.
  var word: String { get }
  /// What it means, in a few words.
  var meaning: String { get }
}

extension Kind where Value: Worded {
  /// One of the words of a set, or of some of them.
  static func word(_ set: Value.Type, only some: [Value]? = nil) -> Kind {
    let words = some ?? Array(set.allCases)
    let known = words.map(\.word)
    let shape = Shape.word(words.map { Shape.Word(text: $0.word, meaning: $0.meaning) })
    let asked = known.map { "`\($0)`" }.joined(separator: ", ")
    return Kind(shape: shape) { spot, reading in
      let asked = known.count == 1 ? asked : "one of \(asked)"
      guard let text = reading.scalar(spot, asksFor: asked) else { return nil }
      if let value = words.first(where: { $0.word == text }) { return value }
      reading.note(
        .unknownWord(text, at: spot.key, asked: asked, meant: text.nearest(among: known)),
        at: spot.node.place)
      return nil
    } shown: {
      .string($0.word)
    }
  }
}

extension Kind {
  /// Several of one kind.
  static func list<Element>(of kind: Kind<Element>, fewest: Int = 0) -> Kind
  where Value == [Element] {
    Kind(shape: .list(of: kind.shape, fewest: fewest)) { spot, reading in
      guard case .list(let nodes) = spot.node.content else {
        reading.noteWrongKind(spot, asksFor: "a list, each item after a dash")
        return nil
      }
      if nodes.count < fewest { reading.note(.tooShort(spot.key), at: spot.node.place) }
      let values = nodes.map { kind.read(Spot(key: spot.key, node: $0), reading) }
      let readable = values.compactMap { $0 }
      return readable.count == values.count && nodes.count >= fewest ? readable : nil
    }
  }
}

extension Unicode.Scalar {
  /// The two blocks of control characters.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
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
  fileprivate static func unknownWord(
    _ text: String, at key: String, asked: String, meant: String?
  ) -> String {
    let advice = meant.map { " Did you mean `\($0)`?" } ?? ""
    return "`\(key)` asks for \(asked), and this is `\(text.shortened)`.\(advice)"
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
  fileprivate static func noSuchDay(_ text: String) -> String {
    "`\(text.shortened)` is no date of the calendar. Write `1990`, `1990-07` or `1990-07-01`."
  }
  fileprivate static func tooShort(_ key: String) -> String {
    "`\(key)` is an empty list, so nothing could ever match it. Fill it, or take the key away."
  }
}
