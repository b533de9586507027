/// Reads an address part by part; what prints an address is `PathWriter`.
///
///     var path = PathReader(request.path)
///     guard path.take("reviews"), let name = path.next(), path.isAtEnd else { return nil }
public struct PathReader: Sendable {
  private var rest: ArraySlice<String>

  /// Begins before the first part.
  public init(_ segments: [String]) { rest = segments[...] }

  /// Whether every part was read.
  public var isAtEnd: Bool { rest.isEmpty }

  /// Reads the next part, whatever it is; nil if there is none, or it is empty.
  public mutating func next() -> String? {
    guard let segment = rest.first, !segment.isEmpty else { return nil }
    rest = rest.dropFirst()
    return segment
  }

  /// Reads the next part if it is this word, and says whether it was.
  public mutating func take(_ word: String) -> Bool {
    guard rest.first == word else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Reads the next part if it is a number as `PathWriter` writes it: digits only, no zero in front.
  public mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
    guard let segment = rest.first, let number = Number(segment), "\(number)" == segment else {
      return nil
    }
    rest = rest.dropFirst()
    return number
  }
}

/// Writes an address part by part, percent-coded: what `PathReader` reads back.
public struct PathWriter: Sendable {
  private var path = ""
  private var query = ""

  /// Begins at the root.
  public init() {}

  /// Begins with some parts.
  public init(_ segments: String...) {
    for segment in segments { add(segment) }
  }

  /// Adds a part. It is never empty, `.` or `..`, which no server would be asked for as they stand.
  public mutating func add(_ segment: String) { path += "/" + PercentCoding.encode(segment) }

  /// Adds a question behind the path.
  public mutating func ask(_ name: String, _ value: String) {
    query += (query.isEmpty ? "?" : "&") + PercentCoding.encode(name) + "="
    query += PercentCoding.encode(value)
  }

  /// The address.
  public var address: String { (path.isEmpty ? "/" : path) + query }
}
