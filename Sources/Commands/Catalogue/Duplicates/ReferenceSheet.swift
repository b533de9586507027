import Bibliography
import Formats
import Screening
import Service

/// Writes references to a file in some format, one after the other.
struct ReferenceSheet {
  private let writer: any ReferenceWriter
  private let put: (ArraySlice<UInt8>) throws(FileFault) -> Void
  private var isFirst = true

  init(
    _ writer: any ReferenceWriter, _ put: @escaping (ArraySlice<UInt8>) throws(FileFault) -> Void
  ) {
    (self.writer, self.put) = (writer, put)
  }

  func begin() throws(Fault) { try give { writer.begin(&$0) } }

  mutating func append(_ reference: Reference) throws(Fault) {
    let isFirst = isFirst
    self.isFirst = false
    try give {
      if !isFirst { writer.separate(&$0) }
      writer.append(reference, to: &$0)
    }
  }

  func end() throws(Fault) { try give { writer.end(&$0) } }

  private func give(_ body: (inout [UInt8]) -> Void) throws(Fault) {
    var bytes: [UInt8] = []
    body(&bytes)
    do throws(FileFault) { try put(bytes[...]) } catch { throw .file(error) }
  }
}

extension Reference {
  /// One document put together from its records, as people see a report; its id is the first's.
  init(fullestOf records: [Reference]) {
    let numbered = records.enumerated().map { (RecordNumber(UInt32($0 + 1)), $1) }
    self = ReportText(numbered.map { (number: $0.0, reference: $0.1) }).reference
    id = records.first?.id
  }
}
