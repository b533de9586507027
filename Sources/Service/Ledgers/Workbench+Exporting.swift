import JSON
import Ledger
import Screening

extension Workbench {
  /// Writes a review's whole ledger, with words and archive, as JSON lines.
  ///
  /// Without words, the digests stand alone: the chain is as whole as with them.
  public func exportLedger(
    of review: ReviewSummary, withWords: Bool = true,
    to sink: @escaping (ArraySlice<UInt8>) throws(FileFault) -> Void
  ) throws(Fault) {
    let people = try people()
    var (out, folded) = (LineSink(sink), try current(review.id))
    try reading { (store) throws(StoreFault) in
      try store.read { (reading) throws(StoreFault) in
        // What was appended since belongs to this view too: batches and words are read from it.
        try folded.catchUp(of: review.id, in: reading)
        let head = try reading.head(of: review.id)
        out.add(.header(review: review.id, name: review.name, head: head, withWords: withWords))
        for person in people where folded.value.knows(person.id) {
          out.add(
            .person(
              Identifier(person.id), name: withWords ? person.name : nil,
              display: withWords ? person.display : nil))
        }
        try Workbench.export(review.id, withWords, reading, &out)
      }
    }
    out.flush()
    if let fault = out.fault { throw .file(fault) }
  }

  private static func export(
    _ ledger: Identifier, _ withWords: Bool, _ store: any StoreReading,
    _ out: inout LineSink
  ) throws(StoreFault) {
    var dictionaries: Set<Int32> = []
    for batch in try store.batches(of: ledger) {
      out.add(.batch(batch.id))
      var index = 0
      while let block = try store.block(index, of: batch.id) {
        out.add(.block(index: index, block))
        index += 1
      }
      try store.records(of: batch.id, from: 0) { (ordinal, record) throws(StoreFault) in
        if record.dictionary != 0, dictionaries.insert(record.dictionary).inserted,
          let bytes = try store.dictionary(Int(record.dictionary))
        {
          out.add(.dictionary(Int(record.dictionary), bytes))
        }
        out.add(.record(ordinal: ordinal, copy record))
        return out.fault == nil
      }
    }
    try store.allWords(of: ledger) { (digest, words) throws(StoreFault) in
      out.add(.words(digest, withWords ? words : .erased))
      return out.fault == nil
    }
    try store.entries(of: ledger, after: 0) { (entry) throws(StoreFault) in
      out.add(.entry(copy entry))
      return out.fault == nil
    }
  }
}

/// Gathers lines into large pieces; after a fault nothing more is written, and the fault is kept.
private struct LineSink {
  private let sink: (ArraySlice<UInt8>) throws(FileFault) -> Void
  private var held: [UInt8] = []
  private(set) var fault: FileFault?

  init(_ sink: @escaping (ArraySlice<UInt8>) throws(FileFault) -> Void) { self.sink = sink }

  mutating func add(_ line: LedgerLine) {
    held += line.json.text().utf8
    held.append(UInt8(ascii: "\n"))
    if held.count > 1 << 20 { flush() }
  }

  mutating func flush() {
    guard fault == nil else { return }
    do throws(FileFault) {
      try sink(held[...])
    } catch {
      fault = error
    }
    held.removeAll(keepingCapacity: true)
  }
}
