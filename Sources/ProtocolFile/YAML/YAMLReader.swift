/// Builds the tree of nodes from the events of a YAML file.
///
/// Only the plain part of YAML is let through, the part that says what it shows: no anchors and
/// aliases, no tags, one document, every key once. What is left out is noted and read on, so that
/// one reading finds every fault; only where the file stops being YAML does the reading end.
struct YAMLReader {
  /// How large a file may be; the largest protocols are a hundredth of it.
  static let largestFile = 1 << 20
  /// How deep lists and mappings may stand in each other.
  static let deepestNode = 32

  private var events: YAMLEvents
  private var faults: [ProtocolFault] = []

  /// Reads a file; the root is missing if the file breaks off or is empty.
  static func read(_ bytes: [UInt8]) -> (root: Node?, faults: [ProtocolFault]) {
    guard bytes.count <= largestFile else {
      return (nil, [ProtocolFault(at: .start, .tooLarge(bytes.count))])
    }
    if let place = placeOfFirstBadByte(in: bytes) {
      return (nil, [ProtocolFault(at: place, .notUTF8)])
    }
    var reader = YAMLReader(events: YAMLEvents(bytes))
    do {
      let root = try reader.document()
      return (root, reader.faults)
    } catch {
      return (nil, reader.faults + [error])
    }
  }

  private init(events: YAMLEvents) { self.events = events }

  private mutating func document() throws(ProtocolFault) -> Node {
    var root: Node?
    while true {
      let event = try events.next()
      switch event.kind {
      case .documentStart where root != nil: note(event.place, .secondDocument)
      case .documentStart, .documentEnd: continue
      case .end:
        guard let root else { throw ProtocolFault(at: .start, .empty) }
        return root
      case .scalar, .listStart, .mappingStart, .alias, .listEnd, .mappingEnd:
        let node = try node(from: event, depth: 1)
        root = root ?? node
      }
    }
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(ProtocolFault) -> Node {
    guard depth <= Self.deepestNode else { throw ProtocolFault(at: event.place, .tooDeep) }
    if event.isAnchored { note(event.place, .anchor) }
    if event.isTagged { note(event.place, .tag) }
    let content: Node.Content =
      switch event.kind {
      case .scalar(let text, let isPlain): isPlain && text.isEmpty ? .nothing : .text(text)
      case .listStart: .list(try elements(depth: depth))
      case .mappingStart: .mapping(try entries(depth: depth))
      case .alias, .listEnd, .mappingEnd, .documentStart, .documentEnd, .end: .refused
      }
    if case .alias = event.kind { note(event.place, .alias) }
    return Node(place: event.place, content: content)
  }

  private mutating func elements(depth: Int) throws(ProtocolFault) -> [Node] {
    var elements: [Node] = []
    while true {
      let event = try events.next()
      if case .listEnd = event.kind { return elements }
      elements.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func entries(depth: Int) throws(ProtocolFault) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var places: [String: Place] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { return entries }
      let key = try node(from: event, depth: depth + 1)
      let value = try node(from: try events.next(), depth: depth + 1)
      guard case .text(let name) = key.content else {
        note(key.place, .keyIsNoText)
        continue
      }
      if let first = places[name] {
        note(key.place, .duplicateKey(name, first: first))
        continue
      }
      places[name] = key.place
      entries.append(Node.Entry(key: name, place: key.place, value: value))
    }
  }

  private mutating func note(_ place: Place, _ sentence: String) {
    faults.append(ProtocolFault(at: place, sentence))
  }

  private static func placeOfFirstBadByte(in bytes: [UInt8]) -> Place? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return Place(after: bytes[..<error.byteOffsets.lowerBound])
    }
  }
}

extension String {
  fileprivate static func tooLarge(_ size: Int) -> String {
    """
    The file holds \(size) bytes, more than the \(YAMLReader.largestFile) that a protocol may \
    have. Is it the right file?
    """
  }
  fileprivate static let notUTF8 =
    "The file is not UTF-8 from here on. Save it again with the encoding UTF-8."
  fileprivate static let empty =
    "The file says nothing. A protocol needs at least a title, a framework and a domain."
  fileprivate static let tooDeep =
    "Lists and mappings stand more than \(YAMLReader.deepestNode) deep here. Write it flatter."
  fileprivate static let secondDocument =
    "A second document begins here; a protocol is one document. Take the `---` away."
  fileprivate static let anchor =
    "Anchors (`&name`) are not part of the format. Take it away and write the value out."
  fileprivate static let alias =
    "Aliases (`*name`) are not part of the format. Write the value out, or in quotes if the star is meant."
  fileprivate static let tag =
    "Tags (`!name`) are not part of the format. Take it away, or use quotes if it is meant as text."
  fileprivate static let keyIsNoText =
    "A key is a word followed by a colon, and this is none. Put quotes around what is meant as text."
  fileprivate static func duplicateKey(_ name: String, first: Place) -> String {
    """
    The key `\(name.shortened)` stands here for the second time; the first is at line \
    \(first.line), column \(first.column). Keep one of them.
    """
  }
}
