/// The number of a record in its review, and of the report that the record founded.
///
/// Dense from 1; given once by the fact that files the record, and never given again.
public struct RecordNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number itself.
  public let value: UInt32

  /// Wraps a number.
  public init(_ value: UInt32) { self.value = value }

  /// Reads `R412` or `412`.
  public init?(text: some StringProtocol) {
    let digits = text.hasPrefix("R") || text.hasPrefix("r") ? text.dropFirst() : text[...]
    guard let value = UInt32(digits), value > 0 else { return nil }
    self.value = value
  }

  /// The number as people see it: `R412`.
  public var description: String { "R\(value)" }

  /// Earlier filed before later filed.
  public static func < (one: Self, other: Self) -> Bool { one.value < other.value }
}

/// The number of an import in its review, from 1.
public struct ImportNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number itself.
  public let value: UInt16

  /// Wraps a number.
  public init(_ value: UInt16) { self.value = value }

  /// The number as people see it: `I3`.
  public var description: String { "I\(value)" }

  /// Earlier filed before later filed.
  public static func < (one: Self, other: Self) -> Bool { one.value < other.value }
}

/// The random 128-bit id of a person.
public struct PersonID: Hashable, Sendable, CustomStringConvertible {
  /// The first half.
  public let high: UInt64
  /// The second half.
  public let low: UInt64

  /// Joins two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Thirty-two hexadecimal digits.
  public var description: String { hexadecimal(high) + hexadecimal(low) }
}

/// The random 128-bit id of a batch of the archive.
public struct BatchID: Hashable, Sendable, CustomStringConvertible {
  /// The first half.
  public let high: UInt64
  /// The second half.
  public let low: UInt64

  /// Joins two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Thirty-two hexadecimal digits.
  public var description: String { hexadecimal(high) + hexadecimal(low) }
}

private func hexadecimal(_ half: UInt64) -> String {
  let digits = String(half, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// An id that a protocol gives to a criterion, limit, source, theme or field: short, stable, ASCII.
///
/// `Kind` keeps the five apart for the compiler.
public struct ProtocolID<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as the protocol spells it.
  public let text: String

  /// Wraps the text.
  public init(_ text: String) { self.text = text }

  /// The id as the protocol spells it.
  public var description: String { text }

  /// Alphabetical.
  public static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}

/// The id of a criterion; an exclusion criterion's id is a reason.
public typealias CriterionID = ProtocolID<Criterion>
/// The id of a limit.
public typealias LimitID = ProtocolID<Limit>
/// The id of a source.
public typealias SourceID = ProtocolID<Source>
/// The id of a theme or branch.
public typealias ThemeID = ProtocolID<Theme>
/// The id of a charted field.
public typealias FieldID = ProtocolID<ChartField>
