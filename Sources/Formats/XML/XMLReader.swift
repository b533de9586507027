import Bibliography

/// Reads the records of an XML format, whose elements a gatherer understands.
///
/// Where the XML is broken, the record in which it breaks is quarantined and reading goes on at the
/// next one. A class, because the parser calls back to it while it reads.
final class XMLReader<Gatherer: XMLGatherer>: ReferenceReader, @unchecked Sendable {
  static var format: Format { Gatherer.format }

  /// The parser is given no more at once, so that few records wait to be handed over.
  private static var portion: Int { 1 << 16 }

  /// A record that has begun.
  private struct Opening {
    var offset: Int
    var line: Int
  }

  /// A record in which the XML breaks, with the first of its bytes.
  private struct Lost {
    var opening: Opening
    var fault: ReadFault
    var raw: [UInt8] = []

    mutating func take(_ part: ArraySlice<UInt8>) { raw += part.prefix((1 << 16) - raw.count) }
  }

  private enum State {
    case reading
    /// The XML has broken, and the next record is looked for from a place and line on.
    case seeking(Lost?, from: Int, line: Int)
    /// Nothing more is read.
    case refused(Lost)
  }

  private let gatherer = Gatherer()
  private var push: XMLPush
  /// What has to be added to the parser's places and lines to get those of the file.
  private var shift = (bytes: 0, lines: 0)
  private var trail = SourceTrail()
  /// Where the last record ended, and its line.
  private var lastEnd = (place: 0, line: 1)
  /// Where reading began anew: a tag that breaks at once is not tried again.
  private var lastStart = -1
  private var opening: Opening?
  private var state = State.reading
  private var ready: [ReadItem] = []
  private var seen: TextEncoding?

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
    while case .reading = state {
      push.finish()
      guard let broken = push.broken else { break }
      fail(broken)
      lookForNext()
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
    let place = push.place + shift.bytes
    // The parser tells of an element when it has read its attributes.
    let offset = trail.last(UInt8(ascii: "<"), before: place) ?? place
    opening = Opening(offset: offset, line: push.line + shift.lines)
  }

  private func close() {
    guard let opening else { return }
    self.opening = nil
    let end = push.place + shift.bytes
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

  private func quarantine(_ lost: Lost, from: Int, to end: Int) {
    var lost = lost
    lost.take(trail.part(from..<end))
    ready.append(
      .quarantined(
        Quarantined(
          line: lost.opening.line, offset: lost.opening.offset,
          length: end - lost.opening.offset, raw: lost.raw, fault: lost.fault)))
  }

  // MARK: Reading on

  private func take(_ portion: UnsafeBufferPointer<UInt8>) {
    trail.append(portion)
    switch state {
    case .reading: push.read(portion)
    case .seeking: lookForNext()
    case .refused: break
    }
    while case .reading = state, let broken = push.broken {
      fail(broken)
      lookForNext()
    }
    if let opening, trail.end - opening.offset > EntryLimit.length {
      lose(opening, ReadFault(.entryTooLong(limit: EntryLimit.length), line: opening.line))
    }
    forget()
  }

  /// Forgets what nobody will ask for.
  private func forget() {
    switch state {
    case .reading:
      let place = push.place + shift.bytes - 1
      // Where the XML breaks between records, the next one is looked for from the last one's end.
      if place - lastEnd.place > EntryLimit.length {
        lastEnd = (place, lastEnd.line + trail.lineEnds(lastEnd.place..<place))
      }
      trail.forget(before: min(opening?.offset ?? lastEnd.place, lastEnd.place))
    case .seeking(_, let from, _): trail.forget(before: from)
    case .refused: trail.forget(before: trail.end)
    }
  }

  // MARK: Broken XML

  private func fail(_ broken: XMLPush.Break) {
    seen = encoding
    let line = broken.line + shift.lines
    switch broken.fault {
    case .declaresEntities:
      let fault = ReadFault(.declaresEntities, line: line)
      var lost = Lost(opening: Opening(offset: trail.start, line: 1), fault: fault)
      lost.take(trail.part(trail.start..<trail.end))
      state = .refused(lost)
    case .broken(let message):
      if let opening {
        let problem = ReadFault.Problem.brokenXML(message)
        lose(opening, ReadFault(problem, line: line, column: broken.column))
      } else {
        ready.append(.warning(ReadWarning(.brokenBetween(message), line: line)))
        state = .seeking(nil, from: lastEnd.place, line: lastEnd.line)
      }
    }
  }

  private func lose(_ opening: Opening, _ fault: ReadFault) {
    self.opening = nil
    // Its own first letter is passed over, so that it is not found as the next one.
    var lost = Lost(opening: opening, fault: fault)
    lost.take(trail.part(opening.offset..<opening.offset + 1))
    state = .seeking(lost, from: opening.offset + 1, line: opening.line)
  }

  /// Looks for the end of a lost record or the beginning of the next, and reads on there.
  private func lookForNext() {
    guard case .seeking(var lost, let from, let line) = state else { return }
    var place = max(from, trail.start)
    while let found = trail.next(UInt8(ascii: "<"), from: place), found + Self.longest < trail.end {
      if let length = endOfRecord(at: found), length > 0 || found != lastStart {
        if let lost { quarantine(lost, from: from, to: found + length) }
        return restart(at: found + length, line: line + trail.lineEnds(from..<found))
      }
      place = found + 1
    }
    let rest = max(place, trail.end - Self.longest)
    lost?.take(trail.part(from..<rest))
    state = .seeking(lost, from: rest, line: line + trail.lineEnds(from..<rest))
  }

  /// More than the longest mark that is looked for.
  private static var longest: Int { 24 }

  /// Whether a record ends here: behind its end tag, or before the next one's begin.
  private func endOfRecord(at place: Int) -> Int? {
    for name in gatherer.recordNames {
      if trail.hasTag("/", name, at: place) { return name.utf8CodeUnitCount + 3 }
      if trail.hasTag("", name, at: place) { return 0 }
    }
    return nil
  }

  private func restart(at place: Int, line: Int) {
    let root = Array(gatherer.root.utf8)
    gatherer.forget()
    push = XMLPush(gatherer)
    shift = (place - root.count, line - 1)
    (lastStart, lastEnd) = (place, (place, line))
    state = .reading
    root.withUnsafeBufferPointer { push.read($0) }
    trail.part(place..<trail.end).withUnsafeBufferPointer { push.read($0) }
  }
}

extension SourceTrail {
  /// Whether a tag of this name stands at a place, and not one whose name only begins so.
  fileprivate func hasTag(_ slash: StaticString, _ name: StaticString, at place: Int) -> Bool {
    let start = place + 1 + slash.utf8CodeUnitCount
    guard has(slash, at: place + 1), has(name, at: start) else { return false }
    let end = start + name.utf8CodeUnitCount
    return has(">", at: end) || has(" ", at: end) || has("/", at: end) || has("\n", at: end)
  }
}
