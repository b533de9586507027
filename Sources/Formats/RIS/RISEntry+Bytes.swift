// The bytes of a record, wherever the pieces of the file part it.
extension RISEntry {
  /// Keeps what is needed of a text that is about to go: from a place on, or all of it where earlier
  /// texts are kept already. A record or line that is too long is refused, so its bytes are not kept.
  mutating func hold(_ text: Span<UInt8>, at textStart: Int, from place: Int) {
    if bytes.isEmpty || place >= textStart {
      release()
      bytesStart = max(place, textStart)
      bytes.append(text.extracting(bytesStart - textStart..<text.count))
    } else if bytes.count <= 2 * EntryLimit.length {
      bytes.append(text)
    }
  }

  /// Completes the bytes from the text in which the record ends.
  mutating func gather(_ text: Span<UInt8>, at textStart: Int) {
    guard !isRefused else { return }
    held = bytes.count
    if bytes.isEmpty { bytesStart = start }
    let known = bytesStart + bytes.count
    if stop > known { bytes.append(text.extracting(known - textStart..<stop - textStart)) }
    if !continued.isEmpty { joinContinued() }
  }

  /// Puts the lines of each value together, behind the record's own bytes.
  private mutating func joinContinued() {
    var next = 0
    while next < continued.count {
      let field = continued[next].field
      let separator = UInt8(ascii: fields[field].meaning.isProse ? "\n" : " ")
      var joined = Array(bytes[fields[field].value])
      while next < continued.count, continued[next].field == field {
        let text = continued[next].text
        if !joined.isEmpty { joined.append(separator) }
        joined += bytes[text]
        next += 1
      }
      fields[field].value = bytes.count..<bytes.count + joined.count
      bytes += joined
    }
  }

  /// Takes back what has been gathered; what is held may be the beginning of the next record's line.
  mutating func ungather() {
    if held == 0 { release() } else { bytes.removeSubrange(min(held, bytes.count)...) }
    held = 0
  }

  /// Lets go of the bytes.
  mutating func release() {
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20) }
  }

  /// Makes all values UTF-8, those that are not being Windows-1252, and leaves out zero bytes.
  mutating func settleText(_ maker: inout TextMaker) {
    // Values begin and end at blanks, so where all is UTF-8, each of them is.
    guard !maker.accepts(bytes.span) else { return }
    for place in fields.indices {
      guard let text = maker.corrected(bytes.span.extracting(fields[place].value)) else { continue }
      let start = bytes.count
      bytes += text.utf8
      fields[place].value = start..<bytes.count
    }
  }
}
