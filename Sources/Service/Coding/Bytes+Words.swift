import Screening

extension ByteWriter {
  mutating func record(_ record: RecordNumber) { number(record.value) }

  mutating func records(_ records: [RecordNumber]) { list(records) { $0.record($1) } }

  mutating func pairs(_ pairs: [RecordPair]) {
    list(pairs) {
      $0.record($1.low)
      $0.record($1.high)
    }
  }

  mutating func ranges(_ ranges: [RecordRange]) {
    list(ranges) {
      $0.record($1.first)
      $0.number($1.last.value &- $1.first.value)
    }
  }

  mutating func person(_ person: PersonID) {
    fixed(person.high)
    fixed(person.low)
  }

  mutating func batch(_ batch: BatchID) {
    fixed(batch.high)
    fixed(batch.low)
  }

  mutating func fingerprint(_ value: Fingerprint) {
    fixed(value.quarters.0)
    fixed(value.quarters.1)
    fixed(value.quarters.2)
    fixed(value.quarters.3)
  }

  mutating func words(_ words: Words) {
    flag(words.isBlank)
    fingerprint(words.fingerprint)
  }

  mutating func words(_ words: Words?) { optional(words) { $0.words($1) } }

  mutating func id<Kind>(_ id: ProtocolID<Kind>) { text(id.text) }

  mutating func date(_ date: PartialDate) {
    number(date.year)
    byte(UInt8(truncatingIfNeeded: date.month ?? 0))
    byte(UInt8(truncatingIfNeeded: date.day ?? 0))
  }
}

extension ByteReader {
  mutating func record() throws(CodingFault) -> RecordNumber {
    RecordNumber(try number(as: UInt32.self))
  }

  mutating func records() throws(CodingFault) -> [RecordNumber] {
    try list { (reader) throws(CodingFault) in try reader.record() }
  }

  mutating func pairs() throws(CodingFault) -> [RecordPair] {
    try list { (reader) throws(CodingFault) in
      RecordPair(try reader.record(), try reader.record())
    }
  }

  mutating func ranges() throws(CodingFault) -> [RecordRange] {
    try list { (reader) throws(CodingFault) in
      let first = try reader.record()
      let (last, isOver) = first.value.addingReportingOverflow(
        try reader.number(as: UInt32.self))
      guard !isOver else { throw CodingFault() }
      return RecordRange(first, RecordNumber(last))
    }
  }

  mutating func person() throws(CodingFault) -> PersonID {
    PersonID(high: try fixed(), low: try fixed())
  }

  mutating func batch() throws(CodingFault) -> BatchID {
    BatchID(high: try fixed(), low: try fixed())
  }

  mutating func fingerprint() throws(CodingFault) -> Fingerprint {
    Fingerprint(quarters: (try fixed(), try fixed(), try fixed(), try fixed()))
  }

  mutating func words() throws(CodingFault) -> Words {
    let isBlank = try flag()
    return Words(try fingerprint(), isBlank: isBlank)
  }

  mutating func wordsIfAny() throws(CodingFault) -> Words? {
    try optional { (reader) throws(CodingFault) in try reader.words() }
  }

  mutating func id<Kind>() throws(CodingFault) -> ProtocolID<Kind> { ProtocolID(try text()) }

  mutating func date() throws(CodingFault) -> PartialDate {
    let year = try number(as: Int.self)
    let (month, day) = (try byte(), try byte())
    return PartialDate(
      year: year, month: month == 0 ? nil : Int(month), day: day == 0 ? nil : Int(day))
  }

  /// One of an enumeration's cases, by its number.
  mutating func choice<Choice: RawRepresentable<UInt8>>() throws(CodingFault) -> Choice {
    guard let choice = Choice(rawValue: try byte()) else { throw CodingFault() }
    return choice
  }

  /// One of an enumeration's cases, by its name.
  mutating func named<Choice: RawRepresentable<String>>() throws(CodingFault) -> Choice {
    guard let choice = Choice(rawValue: try text()) else { throw CodingFault() }
    return choice
  }
}
