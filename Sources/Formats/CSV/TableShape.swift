/// What the bytes of a table tell of its shape.
enum TableShape {
  /// What parts the cells: the one that stands most often in the first row that has any, outside of
  /// quotation marks; nil until that row has ended.
  static func separator(of beginning: Span<UInt8>, isWhole: Bool) -> UInt8? {
    let candidates = Array(",;\t|".utf8)
    var counts = [0, 0, 0, 0]
    var (isQuoted, hasEnded) = (false, false)
    for place in beginning.indices {
      let byte = beginning[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D, counts != [0, 0, 0, 0] {
        hasEnded = true
        break
      }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    guard hasEnded || isWhole, let most = counts.max() else { return nil }
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// Where the first line behind the first one begins that is a whole row by itself: as many cells as
  /// the header has, and each quotation mark closed.
  ///
  /// Where any line of a text might be a row, all lines to the end have to be rows, and two at least.
  static func rowStart(
    in bytes: Span<UInt8>, separator: UInt8, columns: Int, mustBeAll: Bool
  ) -> Int? {
    guard columns > 1 else { return nil }
    var start = 0
    var hasLine = false
    var run = (start: 0, rows: 0)
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let line = bytes.extracting(start..<end)
      if hasLine, cells(in: line, separator) == columns {
        if !mustBeAll { return start }
        run = (run.rows == 0 ? start : run.start, run.rows + 1)
      } else if !line.isBlank {
        run.rows = 0
      }
      hasLine = true
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return run.rows > 1 ? run.start : nil
  }

  /// How many cells a line has; nil where a quotation mark is not in its place.
  private static func cells(in line: Span<UInt8>, _ separator: UInt8) -> Int? {
    let mark = UInt8(ascii: "\"")
    var (cells, isQuoted, isAtStart, isAfterMark) = (1, false, true, false)
    for place in line.indices {
      let byte = line[place]
      if isQuoted {
        // Of two marks, the first closes the cell and the second opens it again.
        if byte == mark { (isQuoted, isAfterMark) = (false, true) }
      } else if byte == separator {
        (cells, isAtStart, isAfterMark) = (cells + 1, true, false)
      } else if byte == mark, isAtStart || isAfterMark {
        (isQuoted, isAtStart) = (true, false)
      } else if isAfterMark {
        return nil
      } else {
        isAtStart = false
      }
    }
    return isQuoted ? nil : cells
  }
}
