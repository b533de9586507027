public import Formats

/// What must hold whatever a file is: nothing crashes, nothing stands twice, everything has its
/// sentence, and where the file is cut into pieces changes nothing.
public enum Trial {
  /// What does not hold; nil if all does.
  public static func fault(
    of reader: any ReferenceReader.Type, on bytes: [UInt8], inPiecesOf size: Int
  ) -> String? {
    let whole = reader.items(of: bytes)
    var items: [ReadItem] = []
    var pieces = reader.init()
    for start in stride(from: 0, to: bytes.count, by: max(1, size)) {
      let piece = bytes.span.extracting(start..<min(start + max(1, size), bytes.count))
      pieces.read(piece) { items.append($0) }
    }
    pieces.finish { items.append($0) }
    if let fault = fault(in: whole, bytes.count) ?? fault(in: items, bytes.count) { return fault }
    // What libxml2 finds wrong in a damaged file, and where, hangs on how much it has seen.
    guard reader.format.endings != ["xml"], items != whole else { return nil }
    let pair = zip(items.map(\.said.1), whole.map(\.said.1)).first { $0 != $1 }
    return "pieces of \(size) bytes read otherwise: \(items.count), \(whole.count), "
      + "\(pair.map { "\($0)" } ?? "another record")"
  }

  private static func fault(in items: [ReadItem], _ count: Int) -> String? {
    var end = 0
    for item in items {
      let (range, sentence) = item.said
      guard !sentence.isEmpty else { return "no sentence" }
      guard let range else { continue }
      guard range.lowerBound >= end, range.upperBound <= count else {
        return "\(range) after \(end) of \(count) bytes"
      }
      end = range.upperBound
    }
    return nil
  }
}

extension ReadItem {
  fileprivate var said: (Range<Int>?, String) {
    switch self {
    case .record(let record): (record.offset..<record.offset + record.length, "record")
    case .quarantined(let item):
      (item.offset..<item.offset + item.length, item.fault.description(in: "file"))
    case .warning(let warning): (nil, warning.description(in: "file"))
    }
  }
}
