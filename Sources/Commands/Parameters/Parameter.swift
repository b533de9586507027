/// Something that a command line gives to a command: an operand, an option or a flag.
public protocol Parameter: Sendable {
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
  func fault(of text: String, for command: String) -> UsageFault?
}

/// A value known by its place.
public struct Operand<Value: Sendable>: Parameter {
  /// How many values may stand in the place.
  public enum Count: Hashable, Sendable {
    case one
    case optional
    case oneOrMore
    case any
  }

  public let label: String
  public let summary: String
  /// How many values may stand in the place; more than one only in the last.
  public let count: Count
  /// What a value looks like.
  public let shape: Shape<Value>

  /// Names a place.
  public init(
    _ label: String, _ shape: Shape<Value>, count: Count = .one, _ summary: String
  ) {
    self.label = label
    self.summary = summary
    self.count = count
    self.shape = shape
  }

  public var usage: String {
    switch count {
    case .one: label
    case .optional: "[\(label)]"
    case .oneOrMore: "\(label)..."
    case .any: "[\(label)...]"
    }
  }

  public var isRequired: Bool { count == .one || count == .oneOrMore }
  public var mayRepeat: Bool { count == .oneOrMore || count == .any }
  public var takesValue: Bool { true }

  public func fault(of text: String, for command: String) -> UsageFault? {
    shape.fault(of: text, label: label, for: command)
  }
}

/// A value known by its name: `--stage title-abstract`.
public struct Option<Value: Sendable>: Parameter {
  public let label: String
  public let summary: String
  public let isRequired: Bool
  /// What stands for the value in the manual.
  public let placeholder: String
  /// What a value looks like.
  public let shape: Shape<Value>

  /// Names a value.
  public init(
    _ name: String, _ placeholder: String, _ shape: Shape<Value>, required: Bool = false,
    _ summary: String
  ) {
    self.label = "--" + name
    self.summary = summary
    self.isRequired = required
    self.placeholder = placeholder
    self.shape = shape
  }

  public var usage: String { "\(label) \(placeholder)" }
  public var mayRepeat: Bool { false }
  public var takesValue: Bool { true }

  public func fault(of text: String, for command: String) -> UsageFault? {
    shape.fault(of: text, label: label, for: command)
  }
}

/// A switch: there or not.
public struct Flag: Parameter {
  public let label: String
  public let summary: String

  /// Names a switch.
  public init(_ name: String, _ summary: String) {
    self.label = "--" + name
    self.summary = summary
  }

  public var usage: String { label }
  public var isRequired: Bool { false }
  public var takesValue: Bool { false }
  public var mayRepeat: Bool { false }

  public func fault(of text: String, for command: String) -> UsageFault? {
    .valueUnwanted(option: label, command: command)
  }
}

extension Shape {
  fileprivate func fault(of text: String, label: String, for command: String) -> UsageFault? {
    guard read(text) == nil else { return nil }
    return .unreadable(
      value: text, parameter: label, expected: expected, known: words, command: command)
  }
}
