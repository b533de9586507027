import Ledger
import Secrets
import StoreConformance
import Testing

@Suite("The chain of entries")
struct ChainTests {
  /// These digests were worked out by the Python program in docs/ledger-format.md. Ledgers are read
  /// for ever, so they never change.
  @Test("The digest of an entry is that of docs/ledger-format.md, for ever")
  func frozen() {
    let ledger = Identifier(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)
    let first = Entry(
      ledger: ledger, after: .empty, moment: 1_692_000_000_000_000,
      author: .person(Identifier(high: 1, low: 2)), protocolVersion: 3, kind: 4,
      payload: Array("winnow".utf8))
    let second = Entry(
      ledger: ledger, after: first.head, moment: 1_692_000_000_000_001, author: .rule(5),
      protocolVersion: 3, kind: 6, payload: [])
    #expect(
      first.digest.description == "f5a806f923c09ac7b128ebb06ce4caf8743a67d5a595d69627f2a083ac350171"
    )
    #expect(
      second.digest.description
        == "fab236e95e9361f446bbc82d4e55433d689f306e1ec654b3178bd64358c3f060")
  }

  @Test("A change of any part of any entry is found at that entry")
  func anyChange() {
    var ledger = SampleLedger()
    let entries = ledger.next(30)
    for (index, entry) in entries.enumerated() {
      for changed in changes(of: entry) {
        var altered = entries
        altered[index] = changed
        #expect(fault(in: altered) == .broken(ledger: ledger.id, position: entry.position))
      }
    }
    #expect(fault(in: entries) == nil)
  }

  @Test("An entry left out, put twice or put elsewhere is found")
  func order() {
    var ledger = SampleLedger()
    let entries = ledger.next(10)
    func gap(_ expected: UInt32, _ found: UInt32) -> StoreFault {
      .gap(ledger: ledger.id, expected: expected, found: found)
    }
    #expect(fault(in: Array(entries.dropFirst())) == gap(1, 2))
    #expect(fault(in: entries.filter { $0.position != 6 }) == gap(6, 7))
    #expect(fault(in: entries[..<5] + entries[4...]) == gap(6, 5))
    var other = SampleLedger()
    #expect(fault(in: entries[..<1] + other.next(2)[1...]) == gap(2, 2))
  }

  @Test("A new entry is never earlier than the one before, and the chain refuses one that is")
  func time() {
    let ledger = Identifier.random()
    let first = Entry(
      ledger: ledger, after: .empty, moment: 100, author: .rule(1), protocolVersion: 0, kind: 0,
      payload: [])
    let second = Entry(
      ledger: ledger, after: first.head, moment: 50, author: .rule(1), protocolVersion: 0, kind: 0,
      payload: [])
    #expect(second.moment == 100)

    let early = Entry(
      ledger: ledger, position: 2, moment: 99, author: .rule(1), protocolVersion: 0, kind: 0,
      payload: [], digest: .zero)
    let sealed = Entry(
      ledger: ledger, position: 2, moment: 99, author: .rule(1), protocolVersion: 0, kind: 0,
      payload: [], digest: early.sealed(after: first.digest))
    #expect(fault(in: [first, sealed]) == .broken(ledger: ledger, position: 2))
  }

  @Test("A chain can be followed from any entry that is trusted, with the same end")
  func inParts() throws {
    var ledger = SampleLedger()
    let entries = ledger.next(40)
    for cut in entries.indices {
      var chain = Chain(of: ledger.id)
      for entry in entries[..<cut] { try chain.follow(entry) }
      chain = Chain(of: ledger.id, from: chain.head)
      for entry in entries[cut...] { try chain.follow(entry) }
      #expect(chain.head == ledger.head)
    }
  }

  @Test("Words fit the digest that was made of them, and no other; erased words fit any")
  func words() {
    let (words, digest) = KeptWords.salted("out of scope", salt: Random.bytes(16))
    let (others, _) = KeptWords.salted("out of scope", salt: Random.bytes(16))
    #expect(words.fit(digest))
    #expect(!others.fit(digest))
    #expect(!KeptWords.kept(salt: [], text: []).fit(digest))
    #expect(KeptWords.erased.fit(digest))
  }

  private func fault(in entries: some Sequence<Entry>) -> StoreFault? {
    var chain: Chain?
    do throws(StoreFault) {
      for entry in entries {
        var next = chain ?? Chain(of: entry.ledger)
        try next.follow(entry)
        chain = next
      }
      return nil
    } catch {
      return error
    }
  }

  /// The entry with one part changed, once for each part.
  private func changes(of entry: Entry) -> [Entry] {
    func with(
      moment: Int64? = nil, author: Entry.Author? = nil, protocolVersion: UInt32? = nil,
      kind: UInt16? = nil, payload: [UInt8]? = nil, digest: Digest? = nil
    ) -> Entry {
      Entry(
        ledger: entry.ledger, position: entry.position, moment: moment ?? entry.moment,
        author: author ?? entry.author,
        protocolVersion: protocolVersion ?? entry.protocolVersion, kind: kind ?? entry.kind,
        payload: payload ?? entry.payload, digest: digest ?? entry.digest)
    }
    let authors: [Entry.Author] =
      switch entry.author {
      case .person(let person):
        [.person(Identifier(high: person.high, low: person.low ^ 1)), .rule(0)]
      case .rule(let number):
        [.rule(number ^ 1), .person(Identifier(high: 0, low: UInt64(number)))]
      }
    var changes = authors.map { with(author: $0) }
    changes += [
      with(moment: entry.moment + 1), with(protocolVersion: entry.protocolVersion ^ 1),
      with(kind: entry.kind ^ 1), with(payload: entry.payload + [0]), with(digest: .zero),
    ]
    for place in entry.payload.indices {
      var payload = entry.payload
      payload[place] ^= 1 << UInt8(place % 8)
      changes.append(with(payload: payload))
    }
    return changes
  }
}
