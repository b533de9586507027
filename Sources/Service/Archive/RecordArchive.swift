public import Bibliography
import Compression
import Ledger
public import Screening

/// Reads records back from the archive; keeps what it needs to unpack them.
final class RecordArchive {
  private let store: any StoreReading
  private var unpackers: [Int32: Decompressor] = [:]

  /// A record's parsed form is no longer than this; more is damage, or a bomb.
  private static let longest = 64 << 20

  init(_ store: any StoreReading) { self.store = store }

  /// A record as parsed.
  func reference(
    _ record: RecordNumber, in review: Review
  ) throws(StoreFault) -> Reference? {
    guard let place = review.place(of: record),
      let archived = try store.record(place.ordinal, of: Identifier(place.batch))
    else { return nil }
    return Reference(decoding: try unpack(archived))
  }

  /// The bytes that a record was archived as, before they were compressed.
  func unpack(_ record: borrowing ArchivedRecord) throws(StoreFault) -> [UInt8] {
    let unpacker = try unpacker(record.dictionary)
    do throws(CompressionFault) {
      return try unpacker.decompress(record.parsed, limit: RecordArchive.longest)
    } catch {
      throw .damaged(place: "the archive", detail: "A record cannot be unpacked.")
    }
  }

  private func unpacker(_ number: Int32) throws(StoreFault) -> Decompressor {
    if let known = unpackers[number] { return known }
    let dictionary = number == 0 ? nil : try store.dictionary(Int(number))
    guard number == 0 || dictionary != nil else {
      throw .damaged(place: "the archive", detail: "Dictionary \(number) is missing.")
    }
    let unpacker = Decompressor(dictionary: dictionary)
    unpackers[number] = unpacker
    return unpacker
  }
}

extension Workbench {
  /// A record as parsed; nil for one that does not exist.
  public func reference(
    _ record: RecordNumber, in review: Review
  ) throws(Fault) -> Reference? {
    try readingArchive { (_, archive) throws(StoreFault) in
      try archive.reference(record, in: review)
    }
  }

  /// Records as parsed, in the order asked for.
  public func references(
    _ records: [RecordNumber], in review: Review
  ) throws(Fault) -> [Reference?] {
    try readingArchive { (_, archive) throws(StoreFault) in
      var references: [Reference?] = []
      for record in records { references.append(try archive.reference(record, in: review)) }
      return references
    }
  }
}
