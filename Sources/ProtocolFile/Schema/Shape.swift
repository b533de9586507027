import JSON
import Screening

/// What may stand at one place of the file, told so that editors and people can be told in turn.
indirect enum Shape: Sendable {
  /// Words that people read, on one line or several.
  case text
  /// A new id.
  case id(ProtocolPart)
  /// The id of something that stands elsewhere in the file.
  case reference(ProtocolPart)
  /// One of some words.
  case word([Word])
  /// `yes` or `no`.
  case yesNo
  /// A whole number.
  case number(ClosedRange<Int>)
  /// A year, perhaps with month and day.
  case date
  /// A text of a set form.
  case pattern(Pattern)
  /// Several of one kind.
  case list(of: Shape, fewest: Int)
  /// A mapping; asked for late because themes stand in themes.
  case form(name: String, @Sendable () -> Form?)

  /// One word of a set, with what it means where it does not say so itself.
  struct Word: Sendable {
    let text: String
    let meaning: String?
  }

  /// A set form of texts.
  struct Pattern: Sendable {
    /// What it is, with its article: `a language code`.
    let name: String
    /// The form, as POSIX and JavaScript both read it.
    let expression: String
    let example: String
  }
}

/// A mapping with the keys that it may have.
struct Form: Sendable {
  /// What it is: `criterion`.
  let name: String
  /// What it is for, in a sentence or two.
  let says: String
  let entries: [Entry]
  /// Keys of which one must be there, and only one.
  let exactlyOne: [String]

  /// One key of a form.
  struct Entry: Sendable {
    let key: String
    let shape: Shape
    let need: Need
    /// What the key says, in a sentence or two.
    let says: String
  }

  /// What holds where a key is left out.
  enum Need: Sendable {
    case required
    case optional
    /// A default, with its value where that is short enough to show.
    case defaulted(JSONValue?)
  }
}

extension Shape {
  /// What an id looks like; it begins with no mark because `-x` is an option on a command line.
  static let idExpression = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"
}
