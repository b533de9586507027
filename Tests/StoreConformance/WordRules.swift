import Ledger
import Secrets
import Testing

extension StoreRule {
  static let wordRules = [
    StoreRule("Words are kept under their digest, per ledger") { kind in
      let store = try kind.connect()
      let ledger = Identifier.random()
      let (words, digest) = KeptWords.salted("too narrow a scope", salt: Random.bytes(16))
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(words, digest: digest, in: ledger)
      }
      #expect(try store.words(of: digest, in: ledger) == words)
      #expect(try store.words(of: digest, in: .workspace) == nil)
      #expect(try store.words(of: .zero, in: ledger) == nil)
    },

    StoreRule("Words without a letter are kept too") { kind in
      let store = try kind.connect()
      let (words, digest) = KeptWords.salted("", salt: Random.bytes(16))
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(words, digest: digest, in: .workspace)
      }
      #expect(try store.words(of: digest, in: .workspace) == words)
    },

    StoreRule("Erased words are gone for good, and the chain stays whole") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      let (words, digest) = KeptWords.salted("my own words", salt: Random.bytes(16))
      try store.write { (transaction) throws(StoreFault) in
        try transaction.append(
          Entry(
            ledger: ledger.id, after: .empty, moment: 1, author: .rule(1), protocolVersion: 1,
            kind: 1, payload: digest.bytes))
        try transaction.keep(words, digest: digest, in: ledger.id)
      }
      ledger = SampleLedger(ledger.id, from: try store.head(of: ledger.id))
      try store.write { (transaction) throws(StoreFault) in
        try transaction.eraseWords(digest: digest, in: ledger.id)
        try transaction.append(ledger.next())
      }
      #expect(try store.words(of: digest, in: ledger.id) == .erased)
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(words, digest: digest, in: ledger.id)
      }
      #expect(try store.words(of: digest, in: ledger.id) == .erased)
      #expect(try store.verifyChain(of: ledger.id) == ledger.head)
    },

    StoreRule("Erasing words that were never kept makes none") { kind in
      let store = try kind.connect()
      try store.write { (transaction) throws(StoreFault) in
        try transaction.eraseWords(digest: .zero, in: .workspace)
      }
      #expect(try store.words(of: .zero, in: .workspace) == nil)
    },

    StoreRule("All words of a ledger come in order of digest, until the reader has enough") {
      kind in
      let store = try kind.connect()
      let ledger = Identifier.random()
      var kept: [Digest: KeptWords] = [:]
      for number in 0..<20 {
        let (words, digest) = KeptWords.salted("word \(number)", salt: Random.bytes(16))
        kept[digest] = number.isMultiple(of: 4) ? .erased : words
      }
      let words = kept
      try store.write { (transaction) throws(StoreFault) in
        for (digest, words) in words { try transaction.keep(words, digest: digest, in: ledger) }
        try transaction.keep(.erased, digest: .zero, in: .workspace)
      }
      var seen: [Digest] = []
      try store.allWords(of: ledger) { digest, words in
        #expect(kept[digest] == words)
        seen.append(digest)
        return true
      }
      #expect(seen.map(\.description) == kept.keys.map(\.description).sorted())
      var some = 0
      try store.allWords(of: ledger) { _, _ in
        some += 1
        return some < 3
      }
      #expect(some == 3)
    },
  ]
}
