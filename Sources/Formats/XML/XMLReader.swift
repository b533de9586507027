import Bibliography

/// Reads the records of an XML format, whose elements a gatherer understands.
///
/// Where the XML is broken, the record in which it breaks is quarantined and reading goes on at the
/// next one. A class, because the parser calls back to it while it reads.
final class XMLReader<Gatherer: XMLGatherer>: ReferenceReader, @unchecked Sendable {
  static var format: Format { Gatherer.format }

  /// The parser is given no more at once, so that few records wait to be handed over.
  static var portion: Int { 1 << 16 }

  /// A record that has begun.
  struct Opening {
    var offset: Int
    var line: Int
  }

  /// A record in which the XML breaks, with the first of its bytes.
  struct Lost {
    var opening: Opening
    var fault: ReadFault
    var raw: [UInt8] = []

    mutating func take(_ part: ArraySlice<UInt8>) { raw += part.prefix((1 << 16) - raw.count) }
  }

  enum State {
    case reading
    /// The XML has broken, and the next record is looked for from a place and line on.
    case seeking(Lost?, from: Int, line: Int)
    /// Nothing more is read.
    case refused(Lost)
  }

  let gatherer = Gatherer()
  /// How many bytes the parser is given at once.
  var step = portion
  /// From where a part may have to be read again, and how many items were ready there.
  var anchor = (place: 0, line: 1, items: 0)
  var push: XMLPush
  /// What has to be added to the parser's places and lines to get those of the file.
  var shift = (bytes: 0, lines: 0)
  var trail = SourceTrail()
  /// Where the last record ended, and its line.
  var lastEnd = (place: 0, line: 1)
  /// Where reading began anew: a tag that breaks at once is not tried again.
  var lastStart = -1
  var opening: Opening?
  var state = State.reading
  var ready: [ReadItem] = []
  var seen: TextEncoding?

  init() {
    push = XMLPush(gatherer)
    gatherer.onBegin = { [unowned self] in open() }
    gatherer.onEnd = { [unowned self] in close() }
  }

  /// The encoding, as the file declares it.
  var encoding: TextEncoding { seen ?? TextEncoding(declared: push.declaredEncoding) }

  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    Gatherer.recognises(beginning)
  }

  func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    for start in stride(from: 0, to: piece.count, by: Self.portion) {
      let portion = piece.extracting(start..<min(start + Self.portion, piece.count))
      portion.withUnsafeBufferPointer { take($0) }
      try handOver(body)
    }
  }

  func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    setAnchor()
    while case .reading = state {
      push.finish()
      guard push.broken != nil else { break }
      mend()
    }
    switch state {
    case .reading, .seeking(nil, _, _): break
    case .seeking(.some(var lost), let from, _):
      lost.fault = ReadFault(.fileEnds, line: lost.opening.line)
      quarantine(lost, from: from, to: trail.end)
    case .refused(let lost): quarantine(lost, from: trail.end, to: trail.end)
    }
    try handOver(body)
  }

  private func handOver<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let items = ready
    ready.removeAll(keepingCapacity: true)
    for item in items { try body(item) }
  }

  // MARK: Records

  private func open() {
    let offset: Int
    if let place = push.place.map({ $0 + shift.bytes }) {
      // The parser tells of an element when it has read its attributes.
      offset = trail.last(UInt8(ascii: "<"), before: place) ?? place
    } else {
      offset = nextBegin(from: lastEnd.place)
    }
    opening = Opening(offset: offset, line: push.line + shift.lines)
  }

  private func close() {
    guard let opening else { return }
    self.opening = nil
    let end = push.place.map { $0 + shift.bytes } ?? nextEnd(from: opening.offset) ?? trail.end
    lastEnd = (end, push.line + shift.lines)
    var warnings: [ReadWarning] = []
    let reference = gatherer.reference(line: opening.line, &warnings)
    guard !reference.isEmpty else {
      let fault = ReadFault(.nothingSaid, line: opening.line)
      return quarantine(
        Lost(opening: opening, fault: fault), from: opening.offset, to: end)
    }
    ready += warnings.map { .warning($0) }
    ready.append(
      .record(
        ReadRecord(
          reference: reference, line: opening.line, offset: opening.offset,
          length: end - opening.offset)))
  }

  func quarantine(_ lost: Lost, from: Int, to end: Int) {
    var lost = lost
    lost.take(trail.part(from..<max(from, end)))
    let raw = trail.width == 1 ? lost.raw : Array(String(printed: lost.raw).utf8)
    ready.append(
      .quarantined(
        Quarantined(
          line: lost.opening.line, offset: lost.opening.offset,
          length: end - lost.opening.offset, raw: raw, fault: lost.fault)))
  }

  // MARK: Reading on

  private func take(_ portion: UnsafeBufferPointer<UInt8>) {
    trail.append(portion)
    setAnchor()
    switch state {
    case .reading: push.read(portion)
    case .seeking: lookForNext()
    case .refused: break
    }
    mend()
    if let opening, trail.end - opening.offset > EntryLimit.length {
      lose(opening, ReadFault(.entryTooLong(limit: EntryLimit.length), line: opening.line))
    }
    forget()
  }

  /// Forgets what nobody will ask for.
  private func forget() {
    switch state {
    case .reading:
      let place = push.place.map { $0 + shift.bytes - 1 } ?? trail.end - Self.portion
      // Where the XML breaks between records, the next one is looked for from the last one's end.
      if place - lastEnd.place > EntryLimit.length {
        lastEnd = (place, lastEnd.line + trail.lineEnds(lastEnd.place..<place))
      }
      trail.forget(before: min(opening?.offset ?? lastEnd.place, lastEnd.place))
    case .seeking(_, let from, _): trail.forget(before: from)
    case .refused: trail.forget(before: trail.end)
    }
  }
}
