/// A moment: whole microseconds of UTC since 1970.
public struct Moment: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public let microseconds: Int64

  /// Wraps microseconds.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// Earlier before later.
  public static func < (one: Self, other: Self) -> Bool { one.microseconds < other.microseconds }
}

/// The place of an entry in a review's ledger, from 1; 0 stands before the first.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The place itself.
  public let value: UInt32

  /// Wraps a place.
  public init(_ value: UInt32) { self.value = value }

  /// Before the first entry.
  public static let start = Position(0)

  /// The place as people see it: `#17`.
  public var description: String { "#\(value)" }

  /// Earlier before later.
  public static func < (one: Self, other: Self) -> Bool { one.value < other.value }
}
