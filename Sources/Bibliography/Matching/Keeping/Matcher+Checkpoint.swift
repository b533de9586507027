// What a matcher knows, kept in pieces, so that the next one compares only what is new. The first
// piece tells under which rules and codings it was found; under others it is thrown away.
extension Matcher {
  /// Hands out the pieces, in order.
  public func checkpoint(_ add: ([UInt8]) -> Void) {
    add(Self.header(keys: keys.count, pairs: pairs.count))
    keys.checkpoint(add)
    for start in stride(from: 0, to: pairs.count, by: Self.pairsInPiece) {
      let part = pairs[start..<min(pairs.count, start + Self.pairsInPiece)]
      add(
        Self.bytes(
          of: part.lazy.flatMap { [UInt64($0.low) | UInt64($0.high) << 32, $0.verdict.bits] }))
    }
  }

  /// Takes up what was kept; nil if anything of it does not fit.
  public init?(beyondMemory scratch: (any Scratch)? = nil, pieces next: () -> [UInt8]?) {
    var keys = MatchKeys(beyondMemory: scratch)
    guard let counts = next().flatMap({ Self.counts(of: $0) }),
      keys.take(counts.keys, pieces: next), let pairs = Self.pairs(counts.pairs, pieces: next)
    else { return nil }
    self.init(keys: keys, pairs: pairs)
  }

  /// The pairs alone of what was kept; nil if anything of it does not fit.
  public static func pairs(pieces next: () -> [UInt8]?) -> [MatchPair]? {
    guard let counts = next().flatMap({ counts(of: $0) }) else { return nil }
    for _ in 0..<MatchKeys.pieces(of: counts.keys) {
      guard next() != nil else { return nil }
    }
    return pairs(counts.pairs, pieces: next)
  }

  private static func pairs(_ count: Int, pieces next: () -> [UInt8]?) -> [MatchPair]? {
    var pairs: [MatchPair] = []
    while pairs.count < count {
      guard let piece = next(), piece.count % 16 == 0, !piece.isEmpty else { return nil }
      for place in stride(from: 0, to: piece.count, by: 16) {
        guard let pair = MatchPair(kept: piece.span, at: place) else { return nil }
        pairs.append(pair)
      }
    }
    return pairs.count == count && next() == nil ? pairs : nil
  }

  /// The same without some records; what is left is yet to be compared.
  public func keeping(_ isKept: (UInt32) -> Bool) -> Matcher {
    var matcher = Matcher(keys: MatchKeys(where: keys), pairs: [])
    keys.forEach { place, key in
      if isKept(numbers[place]) { matcher.append(MatchKey(key, number: numbers[place])) }
    }
    return matcher
  }

  /// The numbers of the records, in order.
  public var numbers: [UInt32] { keys.numbers }

  private static func header(keys: Int, pairs: Int) -> [UInt8] {
    bytes(of: rules + [UInt64(keys), UInt64(pairs)])
  }

  /// How much a first piece says will follow; nil if it is of other rules.
  private static func counts(of header: [UInt8]) -> (keys: Int, pairs: Int)? {
    let own = Matcher.bytes(of: rules)
    guard header.count == own.count + 16, header.starts(with: own),
      let keys = Int(exactly: header.span.number(at: own.count, as: UInt64.self)),
      let pairs = Int(exactly: header.span.number(at: own.count + 8, as: UInt64.self))
    else { return nil }
    return (keys, pairs)
  }

  private static let rules = [layout, UInt64(version), UInt64(MatchKey.coding), sample]

  /// The layout of the pieces.
  private static let layout: UInt64 = 2
  private static let pairsInPiece = 1 << 16

  private static func bytes(of numbers: some Sequence<UInt64>) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers {
      withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}

extension MatchPair {
  fileprivate init?(kept bytes: Span<UInt8>, at place: Int) {
    let numbers: UInt64 = bytes.number(at: place)
    guard let verdict = PackedVerdict(bits: bytes.number(at: place + 8)) else { return nil }
    self.init(
      low: UInt32(truncatingIfNeeded: numbers), high: UInt32(numbers >> 32), verdict: verdict)
  }
}

extension Matcher {
  /// A hash of the keys of two made-up records, of the verdict on them, and of how verdicts are
  /// written down. Where it is another, something has changed and nobody has raised a version.
  fileprivate static let sample: UInt64 = {
    let (one, other) = (MatchKey(Reference.sample, number: 0), MatchKey(.reprinted, number: 1))
    let codes = MatchRule.allCases.map(\.rawValue) + Band.allCases.map(\.rawValue)
    return [
      hash64(one.bytes), hash64(other.bytes), MatchPair(one, other).verdict.bits,
      hash64(codes.joined(separator: " ").utf8),
    ].reduce(0, joined)
  }()
}

extension Reference {
  /// A made-up record with something for every normal form.
  fileprivate static var sample: Reference {
    var record = Reference()
    record.title = "[The \u{3B2}2-agonist&rsquo;s r\u{F4}le in 3 wards: part II] [Abstract]"
    record.authors = [.person(family: "van der \u{141}uk", given: "A. B."), .named("Example Team")]
    record.date = "12 March 2019"
    record.journal = "Ai zheng = Chinese journal of cancer (Example edition)"
    record.volume = "147 Suppl 1"
    record.issue = "3"
    record.pages = "S123-9, 140"
    record.issn = "1234-5679"
    record.type = "Journal Article; Review"
    record.urls = ["https://doi.org/10.1000/ABC", "https://pubmed.ncbi.nlm.nih.gov/12345/"]
    record.abstract = (0..<40).map { "word\($0 * $0)" }.joined(separator: " ")
    return record
  }

  /// The same as another database might print it.
  fileprivate static var reprinted: Reference {
    var record = sample
    record.title = "THE BETA2-AGONISTS ROLE IN 3 WARDS. PART II"
    record.authors = [.person(family: "van der Luk", given: "Anna")]
    record.journal = "Chin J Cancer"
    record.pages = "S123-S129"
    record.urls = []
    record.abstract = record.abstract.map { String($0.prefix(200)) }
    return record
  }
}
