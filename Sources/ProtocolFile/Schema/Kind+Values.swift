import JSON
import Screening

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
    let values = some ?? Array(set.allCases)
    let words = values.map { Shape.Word(text: $0.word, meaning: $0.meaning) }
    var kind = Kind<String>.word(words).checked { text, _, _ in
      values.first { $0.word == text }
    }
    kind.shown = { .string($0.word) }
    return kind
  }
}

extension Kind where Value == String {
  /// One of some words that say themselves what they mean.
  static func word(among words: [String]) -> Kind {
    word(words.map { Shape.Word(text: $0, meaning: nil) })
  }

  fileprivate static func word(_ words: [Shape.Word]) -> Kind {
    let known = words.map(\.text)
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    let asked = known.count == 1 ? names : "one of \(names)"
    return Kind(shape: .word(words)) { spot, reading in
      guard let text = reading.scalar(spot, asksFor: asked) else { return nil }
      if known.contains(text) { return text }
      reading.note(
        .unknownWord(text, at: spot.key, asked: asked, meant: text.nearest(among: known)),
        at: spot.node.place)
      return nil
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

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension String {
  fileprivate static func unknownWord(
    _ text: String, at key: String, asked: String, meant: String?
  ) -> String {
    let advice = meant.map { " Did you mean `\($0)`?" } ?? ""
    return "`\(key)` asks for \(asked), and this is `\(text.shortened)`.\(advice)"
  }
  fileprivate static func noSuchDay(_ text: String) -> String {
    "`\(text.shortened)` is no date of the calendar. Write `1990`, `1990-07` or `1990-07-01`."
  }
  fileprivate static func tooShort(_ key: String) -> String {
    "`\(key)` is an empty list, so nothing could ever match it. Fill it, or take the key away."
  }
}
