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
  /// Answers the quarantined entry of an import that begins on a line. What is refused names that
  /// line: people know the entry by it.
  func settle(
    entryOn line: Int, of number: ImportNumber, by act: (UInt32) throws(Fault) -> Done
  ) throws(Failure) -> Done {
    let entries = try answer(of: bench.quarantine(of: number, in: review.id))
    let refusal = Failure.fault(.refused(.nothingWaits(number, line: line)))
    guard let entry = entries.first(where: { $0.line == line }) else { throw refusal }
    do throws(Fault) {
      return try act(entry.item)
    } catch {
      if case .refused(.noSuchQuarantined) = error { throw refusal }
      throw .fault(error)
    }
  }
}
