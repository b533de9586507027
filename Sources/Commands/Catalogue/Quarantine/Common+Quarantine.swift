import Screening
import Service

extension Common {
  /// The import.
  static let importNumber = Operand("IMPORT", .importNumber, "the import, such as I3")
  /// A quarantined entry, as faults name it.
  static let line = Operand(
    "LINE", .number(in: 1...Int(Int32.max)), "the line of the file that the entry begins on")
}

extension Shape<ImportNumber> {
  /// An import.
  static let importNumber = Shape(expected: "a number such as I3") { text in
    let digits = text.hasPrefix("I") || text.hasPrefix("i") ? text.dropFirst() : text[...]
    return UInt16(digits).flatMap { $0 > 0 ? ImportNumber($0) : nil }
  }
}

extension Sitting {
  /// Which of an import's quarantined entries begins on a line.
  func item(onLine line: Int, of number: ImportNumber) throws(Failure) -> UInt32 {
    let entries = try answer(of: bench.quarantine(of: number, in: review.id))
    guard let entry = entries.first(where: { $0.line == line }) else {
      throw .fault(.refused(.noSuchQuarantined(number, item: UInt32(line))))
    }
    return entry.item
  }
}
