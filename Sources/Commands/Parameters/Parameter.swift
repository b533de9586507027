/// Something that a command line gives to a command: an operand, an option or a flag.
protocol Parameter: Sendable {
  /// What the command line calls it: `REVIEW`, `--stage`.
  var label: String { get }
  /// How the manual prints it: `REPORT...`, `--stage STAGE`.
  var usage: String { get }
  /// What it is for, in a line.
  var summary: String { get }
  /// Whether the command cannot do without it.
  var isRequired: Bool { get }
  /// Whether a value stands for it on the command line.
  var takesValue: Bool { get }
  /// Whether several values may be given for it.
  var mayRepeat: Bool { get }

  /// What is wrong with a value given for it; nil if nothing is.
  func fault(of text: String) -> UsageFault?
}

/// A value known by its place.
struct Operand<Value: Sendable>: Parameter {
  /// How many values may stand in the place.
  enum Count: Hashable, Sendable {
    case one
    case optional
    case oneOrMore
    case any
  }

  let label: String
  let summary: String
  /// How many values may stand in the place; more than one only in the last.
  let count: Count
  /// What a value looks like.
  let shape: Shape<Value>

  /// Names a place.
  init(
    _ label: String, _ shape: Shape<Value>, count: Count = .one, _ summary: String
  ) {
    self.label = label
    self.summary = summary
    self.count = count
    self.shape = shape
  }

  var usage: String {
    switch count {
    case .one: label
    case .optional: "[\(label)]"
    case .oneOrMore: "\(label)..."
    case .any: "[\(label)...]"
    }
  }

  var isRequired: Bool { count == .one || count == .oneOrMore }
  var mayRepeat: Bool { count == .oneOrMore || count == .any }
  var takesValue: Bool { true }

  func fault(of text: String) -> UsageFault? { shape.fault(of: text, label: label) }
}

/// A value known by its name: `--stage title-abstract`.
struct Option<Value: Sendable>: Parameter {
  let label: String
  let summary: String
  let isRequired: Bool
  /// What stands for the value in the manual.
  let placeholder: String
  /// What a value looks like.
  let shape: Shape<Value>

  /// Names a value.
  init(
    _ name: String, _ placeholder: String, _ shape: Shape<Value>, required: Bool = false,
    _ summary: String
  ) {
    self.label = "--" + name
    self.summary = summary
    self.isRequired = required
    self.placeholder = placeholder
    self.shape = shape
  }

  var usage: String { "\(label) \(placeholder)" }
  var mayRepeat: Bool { false }
  var takesValue: Bool { true }

  func fault(of text: String) -> UsageFault? { shape.fault(of: text, label: label) }
}

/// A switch: there or not.
struct Flag: Parameter {
  let label: String
  let summary: String

  /// Names a switch.
  init(_ name: String, _ summary: String) {
    self.label = "--" + name
    self.summary = summary
  }

  var usage: String { label }
  var isRequired: Bool { false }
  var takesValue: Bool { false }
  var mayRepeat: Bool { false }

  func fault(of text: String) -> UsageFault? { nil }
}

extension Shape {
  fileprivate func fault(of text: String, label: String) -> UsageFault? {
    guard read(text) == nil else { return nil }
    return .unreadable(value: text, parameter: label, expected: expected, known: words)
  }
}
