/// How much of a request is taken.
public struct RequestLimits: Hashable, Sendable {
  /// Bytes of the request line and all header fields.
  public var headBytes = 16 << 10
  /// Bytes of the address in the request line.
  public var targetBytes = 8 << 10
  /// Header fields.
  public var headers = 100
  /// Bytes of the body.
  public var bodyBytes = 2 << 20
  /// Fields of a form or a query.
  public var fields = 1_000
  /// Bytes of one field's name or value, decoded.
  public var fieldBytes = 256 << 10

  /// The limits that hold unless others are given.
  public static let standard = RequestLimits()

  /// Begins with the standard limits.
  public init() {}
}
