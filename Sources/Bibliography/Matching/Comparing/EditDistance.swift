/// The least number of letters to add, drop or change that make one text of another.
enum EditDistance {
  /// The distance, or nil if it is more than the limit.
  static func between(
    _ short: Span<UInt8>, _ long: Span<UInt8>, atMost limit: Int
  ) -> Int? {
    guard short.count <= long.count else { return between(long, short, atMost: limit) }
    guard long.count - short.count <= limit else { return nil }
    guard !short.isEmpty else { return long.count }
    // Only cells within the limit of the diagonal can be part of a way that short.
    let far = limit + 1
    var row = Array(0...short.count).map { min($0, far) }
    for line in 0..<long.count {
      let from = max(0, line - limit)
      let to = min(short.count - 1, line + limit)
      var diagonal = row[from]
      row[from] = from == 0 ? min(line + 1, far) : far
      var least = row[from]
      guard from <= to else { return nil }
      for column in from...to {
        let above = column + 1 <= min(short.count, line + limit) ? row[column + 1] : far
        let change = short[column] == long[line] ? 0 : 1
        let cost = min(diagonal + change, min(above, row[column]) + 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, far)
        least = min(least, cost)
      }
      if least > limit { return nil }
    }
    return row[short.count] <= limit ? row[short.count] : nil
  }
}
