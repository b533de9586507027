// What happens where the XML is broken: the record in which it breaks is lost, the next one is looked for
// in the bytes of the file, and reading begins anew there.
extension XMLReader {
  /// Reads on behind what is broken, as long as something is.
  func mend() {
    while case .reading = state, let broken = push.broken {
      if broken.fault == .undecodable, step > 1 {
        readAgain()
      } else {
        fail(broken)
        lookForNext()
      }
    }
    step = Self.portion
  }

  func setAnchor() {
    guard case .reading = state else { return }
    anchor = (opening?.offset ?? lastEnd.place, opening?.line ?? lastEnd.line, ready.count)
  }

  func fail(_ broken: XMLPush.Break) {
    seen = encoding
    let line = broken.line + shift.lines
    switch broken.fault {
    case .declaresEntities:
      let fault = ReadFault(.declaresEntities, line: line)
      var lost = Lost(opening: Opening(offset: trail.start, line: 1), fault: fault)
      lost.take(trail.part(trail.start..<trail.end))
      state = .refused(lost)
    case .broken(let message): fail(message, line, broken.column)
    case .undecodable: fail("a byte that the declared encoding does not know", line, broken.column)
    }
  }

  func fail(_ message: String, _ line: Int, _ column: Int) {
    if let opening {
      lose(opening, ReadFault(.brokenXML(message), line: line, column: column))
    } else {
      ready.append(.warning(ReadWarning(.brokenBetween(message), line: line)))
      state = .seeking(nil, from: lastEnd.place, line: lastEnd.line)
    }
  }

  /// Reads a part again, byte by byte: of one that cannot be decoded the parser takes nothing, not even
  /// what stands before the byte that is wrong.
  func readAgain() {
    ready.removeSubrange(anchor.items...)
    opening = nil
    step = 1
    restart(at: anchor.place, line: anchor.line)
  }

  func lose(_ opening: Opening, _ fault: ReadFault) {
    self.opening = nil
    // Its own first letter is passed over, so that it is not found as the next one.
    var lost = Lost(opening: opening, fault: fault)
    lost.take(trail.part(opening.offset..<opening.offset + 1))
    state = .seeking(lost, from: opening.offset + 1, line: opening.line)
  }

  /// Looks for the end of a lost record or the beginning of the next, and reads on there.
  func lookForNext() {
    guard case .seeking(var lost, let from, let line) = state else { return }
    var place = max(from, trail.start)
    let margin = trail.width * Self.longest
    while let found = trail.next(UInt8(ascii: "<"), from: place), found + margin < trail.end {
      let start = found - trail.lead
      if let length = endOfRecord(at: found), length > 0 || start != lastStart {
        if let lost { quarantine(lost, from: from, to: start + length) }
        return restart(at: start + length, line: line + trail.lineEnds(from..<found))
      }
      place = found + 1
    }
    let rest = max(place, trail.end - margin)
    lost?.take(trail.part(from..<rest))
    state = .seeking(lost, from: rest, line: line + trail.lineEnds(from..<rest))
  }

  /// More than the longest mark that is looked for.
  private static var longest: Int { 24 }

  /// Whether a record ends here: behind its end tag, or before the next one's begin.
  func endOfRecord(at place: Int) -> Int? {
    for name in gatherer.recordNames {
      if trail.hasTag("/", name, at: place) {
        return trail.width * (name.utf8CodeUnitCount + 3)
      }
      if trail.hasTag("", name, at: place) { return 0 }
    }
    return nil
  }

  /// Where the next record begins, from a place on: at its tag, or at the last one if the file ends
  /// within that.
  func nextBegin(from start: Int) -> Int {
    var place = start
    while let found = trail.next(UInt8(ascii: "<"), from: place) {
      if endOfRecord(at: found) == 0 { return found - trail.lead }
      place = found + 1
    }
    return max(start, place - 1 - trail.lead)
  }

  /// Where the record ends that begins at a place: behind its end tag or its only one, or before the
  /// next one begins.
  func nextEnd(from start: Int) -> Int? {
    if let close = trail.next(UInt8(ascii: ">"), from: start),
      trail.has("/", at: close - trail.width)
    {
      return close - trail.lead + trail.width
    }
    var place = start + trail.width
    while let found = trail.next(UInt8(ascii: "<"), from: place) {
      if let length = endOfRecord(at: found) { return found - trail.lead + length }
      place = found + 1
    }
    return nil
  }

  func restart(at place: Int, line: Int) {
    let head = place == 0 ? [] : head
    gatherer.forget()
    push = XMLPush(gatherer)
    shift = (place - head.count, line - (head.isEmpty ? 1 : 2))
    (lastStart, lastEnd) = (place, (place, line))
    anchor = (place, line, ready.count)
    state = .reading
    head.withUnsafeBufferPointer { push.read($0) }
    var start = place
    while start < trail.end, push.broken == nil {
      let end = min(start + step, trail.end)
      trail.part(start..<end).withUnsafeBufferPointer { push.read($0) }
      start = end
    }
  }

  /// What has to stand before a record so that it is read as it would be in its file: the encoding,
  /// and the element around it.
  private var head: [UInt8] {
    let encoding = push.declaredEncoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    // On a line of its own, so that columns are counted from the record on.
    let bytes = Array((encoding + gatherer.root + "\n").utf8)
    guard trail.width == 2 else { return bytes }
    return bytes.flatMap { trail.lead == 1 ? [0, $0] : [$0, 0] }
  }
}
