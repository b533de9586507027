/// Writes the numbers of a checkpoint, eight bytes each, least significant first.
struct PieceWriter {
  private var bytes: [UInt8] = []

  /// What was written since the last piece.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func number(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout PieceWriter, Element) -> Void
  ) {
    number(UInt64(elements.count))
    for element in elements { write(&self, element) }
  }

  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func pair(_ pair: RecordPair) {
    number(UInt64(pair.low.value) | UInt64(pair.high.value) << 32)
  }

  mutating func set(_ set: NumberSet) {
    number(UInt64(set.rawValue.count))
    for word in set.rawValue { number(word) }
  }

  mutating func step(_ step: Step) {
    number(UInt64(step.position) | UInt64(step.detail) << 32)
    number(
      UInt64(step.person) | UInt64(step.reason) << 16 | UInt64(step.kind.rawValue) << 32
        | UInt64(step.stage.rawValue) << 40 | UInt64(step.round) << 48 | UInt64(step.code) << 56)
  }

  mutating func row(_ row: RecordRow) {
    optional(row.first)
    optional(row.second)
    number(UInt64(row.more) | UInt64(row.group) << 32)
    number(
      UInt64(row.file) | UInt64(row.leafDetail) << 16
        | UInt64(row.leaf?.rawValue ?? .max) << 32 | (row.isWithdrawn ? 1 << 40 : 0)
        | (row.isRested ? 1 << 41 : 0))
  }

  private mutating func optional(_ step: Step?) {
    if let step {
      self.step(step)
    } else {
      number(0)
      number(.max)
    }
  }

  mutating func group(_ group: Group) {
    list(group.members) { $0.number(UInt64($1.value)) }
    list(group.links) {
      $0.pair($1.pair)
      $0.number(UInt64($1.position) | ($1.isByRule ? 1 << 32 : 0))
    }
    number(UInt64(group.kept.value))
  }

  mutating func answers(of file: Review.File) {
    number(file.isWithdrawn ? 1 : 0)
    list(file.answered.keys.sorted()) {
      $0.number(UInt64($1))
      $0.number(UInt64((file.answered[$1] ?? nil)?.value ?? 0))
    }
    list(file.corrected) {
      $0.number(UInt64($1.record.value))
      $0.number($1.batch.high)
      $0.number($1.batch.low)
    }
  }

  mutating func pilot(_ pilot: Review.Pilot?) {
    number(pilot == nil ? 0 : 1)
    guard let pilot else { return }
    number(UInt64(pilot.drawnAt))
    list(pilot.sample) { $0.number(UInt64($1.value)) }
    list(pilot.roster) { $0.number(UInt64($1)) }
    number(pilot.seed)
    number(UInt64(pilot.passedAt ?? 0))
  }
}

/// Reads the numbers of a piece. A piece that ends early reads as zeros and is not sound.
struct PieceReader {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var isSound = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read and nothing was missing.
  var isAtEnd: Bool { isSound && place == bytes.count }

  mutating func number() -> UInt64 {
    guard bytes.count - place >= 8 else {
      isSound = false
      return 0
    }
    let value = bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    place += 8
    return value
  }

  mutating func short() -> UInt32 {
    let value = number()
    if value > UInt32.max { isSound = false }
    return UInt32(truncatingIfNeeded: value)
  }

  /// A length; every element takes eight bytes or more.
  mutating func count() -> Int {
    let value = number()
    guard value <= UInt64(bytes.count - place) else {
      isSound = false
      return 0
    }
    return Int(value)
  }

  mutating func list<Element>(_ read: (inout PieceReader) -> Element?) -> [Element]? {
    var elements: [Element] = []
    for _ in 0..<count() {
      guard let element = read(&self) else { return nil }
      elements.append(element)
    }
    return elements
  }

  mutating func texts() -> [String] {
    var texts: [String] = []
    for _ in 0..<count() {
      let length = count()
      texts.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
      place += length
    }
    return texts
  }

  mutating func pair() -> RecordPair {
    let value = number()
    return RecordPair(
      RecordNumber(UInt32(truncatingIfNeeded: value)),
      RecordNumber(UInt32(truncatingIfNeeded: value >> 32)))
  }

  mutating func set() -> NumberSet {
    var words: [UInt64] = []
    for _ in 0..<count() { words.append(number()) }
    return NumberSet(rawValue: words)
  }

  mutating func step() -> Step? {
    let (low, high) = (number(), number())
    guard high != .max, let kind = Step.Kind(rawValue: UInt8(truncatingIfNeeded: high >> 32)),
      let stage = Stage(rawValue: UInt8(truncatingIfNeeded: high >> 40))
    else { return nil }
    return Step(
      position: UInt32(truncatingIfNeeded: low), detail: UInt32(truncatingIfNeeded: low >> 32),
      person: UInt16(truncatingIfNeeded: high), reason: UInt16(truncatingIfNeeded: high >> 16),
      kind: kind, stage: stage, round: UInt8(truncatingIfNeeded: high >> 48),
      code: UInt8(truncatingIfNeeded: high >> 56))
  }

  mutating func row() -> RecordRow? {
    let (first, second) = (step(), step())
    let (places, marks) = (number(), number())
    var row = RecordRow(file: UInt16(truncatingIfNeeded: marks))
    row.first = first
    row.second = second
    row.more = UInt32(truncatingIfNeeded: places)
    row.group = UInt32(truncatingIfNeeded: places >> 32)
    row.leafDetail = UInt16(truncatingIfNeeded: marks >> 16)
    let leaf = UInt8(truncatingIfNeeded: marks >> 32)
    row.leaf = Leaf(rawValue: leaf)
    row.isWithdrawn = marks & 1 << 40 != 0
    row.isRested = marks & 1 << 41 != 0
    return isSound && (row.leaf != nil || leaf == .max) ? row : nil
  }

  mutating func group() -> Group? {
    guard let members = list({ RecordNumber($0.short()) }),
      let links = list({ input in
        let pair = input.pair()
        let marks = input.number()
        return Group.Link(
          pair: pair, position: UInt32(truncatingIfNeeded: marks), isByRule: marks >> 32 & 1 == 1)
      })
    else { return nil }
    let kept = RecordNumber(short())
    return isSound ? Group(members: members, links: links, kept: kept) : nil
  }

  mutating func answers(into file: inout Review.File) {
    file.isWithdrawn = number() == 1
    for _ in 0..<count() {
      let item = short()
      let record = short()
      file.answered[item] = .some(record == 0 ? nil : RecordNumber(record))
    }
    for _ in 0..<count() {
      file.corrected.append(
        (RecordNumber(short()), BatchID(high: number(), low: number())))
    }
  }

  mutating func pilot() -> Review.Pilot? {
    guard number() == 1 else { return nil }
    let drawnAt = short()
    guard let sample = list({ RecordNumber($0.short()) }),
      let roster = list({ UInt16(truncatingIfNeeded: $0.number()) })
    else { return nil }
    let seed = number()
    let passed = short()
    return Review.Pilot(
      drawnAt: drawnAt, sample: sample, roster: roster, seed: seed,
      passedAt: passed == 0 ? nil : passed)
  }
}
