import Formats
import Ledger

/// What the archive keeps of a quarantined entry: its line, and what is wrong with it.
struct QuarantineNote: Hashable {
  var line: Int
  var sentence: String

  init(_ item: Quarantined) {
    line = item.line
    sentence = item.fault.sentence
  }

  var encoded: [UInt8] {
    var out = ByteWriter()
    out.number(line)
    out.text(sentence)
    return out.bytes
  }

  init(decoding bytes: [UInt8]) throws(CodingFault) {
    var input = ByteReader(bytes)
    line = try input.number(as: Int.self)
    sentence = try input.text()
  }

  /// Reads the note of an entry of the archive.
  init(_ kept: borrowing ArchivedRecord, in archive: RecordArchive) throws(StoreFault) {
    let bytes = try archive.unpack(kept)
    do throws(CodingFault) {
      try self.init(decoding: bytes)
    } catch {
      throw .damaged(place: "the archive", detail: "A note on a quarantined entry is unreadable.")
    }
  }
}
