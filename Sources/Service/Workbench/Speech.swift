import Ledger
import Screening
import Secrets

/// People's own words on their way into the store: facts carry the digests, the table the texts.
struct Speech: Sendable {
  private(set) var kept: [(digest: Digest, words: KeptWords)] = []
  private let salt: @Sendable () -> [UInt8]

  init(salt: @escaping @Sendable () -> [UInt8]) { self.salt = salt }

  /// Keeps a text and gives what a fact says of it.
  mutating func words(_ text: String) -> Words {
    let (words, digest) = KeptWords.salted(text, salt: salt())
    kept.append((digest, words))
    let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    return Words(Fingerprint(digest), isBlank: isBlank)
  }

  /// Keeps a text if there is one.
  mutating func words(_ text: String?) -> Words? { text.map { words($0) } }
}

extension Fingerprint {
  init(_ digest: Digest) { self.init(quarters: digest.quarters) }
}

extension Digest {
  init(_ fingerprint: Fingerprint) { self.init(quarters: fingerprint.quarters) }
}

extension Workbench {
  /// Nothing said yet.
  var speech: Speech { Speech(salt: surroundings.salt) }
}
