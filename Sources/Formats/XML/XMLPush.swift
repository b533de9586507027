import CLibXML2

/// What a parser of XML tells of: elements and the text in them.
///
/// Names and texts are only there during the call.
protocol XMLEvents: AnyObject {
  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  /// Text, in as many parts as the parser likes.
  func text(_ part: UnsafeBufferPointer<UInt8>)
  /// An element ends.
  func end(_ name: XMLName)
}

/// Reads XML that comes piece by piece, with libxml2's parser that is pushed.
///
/// Nothing outside of the file is ever read, and no entity is expanded: a file that declares one is
/// refused. Depth, names and attributes have libxml2's own limits.
final class XMLPush {
  /// Why the XML could not be read on.
  enum Fault: Hashable {
    case broken(String)
    /// Bytes that the encoding which the file declares does not know.
    case undecodable
    case declaresEntities
  }

  /// What is wrong, and where.
  struct Break: Hashable {
    var fault: Fault
    var line: Int
    var column: Int
  }

  /// How deep elements may stand in each other; libxml2 has a limit for trees only.
  static let depthLimit = 256

  private let events: any XMLEvents
  // Looked at in every call, and never while someone else changes it.
  @exclusivity(unchecked) private var depth = 0
  private let context: xmlParserCtxtPtr?
  fileprivate(set) var broken: Break?

  init(_ events: any XMLEvents) {
    self.events = events
    _ = libraryWithoutOutside
    var calls = Self.calls()
    context = xmlCreatePushParserCtxt(&calls, nil, nil, 0, nil)
    guard let context else { return }
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue))
  }

  deinit { if let context { xmlFreeParserCtxt(context) } }

  /// Reads on, until something is wrong.
  func read(_ piece: UnsafeBufferPointer<UInt8>) {
    guard broken == nil, !piece.isEmpty else { return }
    keepQuiet()
    piece.withMemoryRebound(to: CChar.self) {
      _ = xmlParseChunk(context, $0.baseAddress, Int32(clamping: $0.count), 0)
    }
    checkHalted()
  }

  /// Reads what is left once the file has ended.
  func finish() {
    guard broken == nil else { return }
    keepQuiet()
    _ = xmlParseChunk(context, nil, 0, 1)
    checkHalted()
  }

  /// Where libxml2 cannot decode what it was given, it takes none of it, stops, and tells nobody.
  private func checkHalted() {
    if broken == nil, context?.pointee.disableSAX != 0 { fail(.undecodable, column: 1) }
  }

  /// libxml2 prints what is wrong with an encoding, unless the thread says that it must not.
  private func keepQuiet() {
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    clibxml2_keep_quiet()
  }

  /// How many bytes have been taken up, at the moment of an event; nil where they are decoded, of which
  /// libxml2 loses count.
  var place: Int? {
    guard let context, let input = context.pointee.input else { return nil }
    return input.pointee.buf?.pointee.encoder == nil ? xmlByteConsumed(context) : nil
  }

  /// The line, at the moment of an event.
  var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

  /// The encoding that the file declares or shows; nil where it is UTF-8.
  var declaredEncoding: String? {
    guard let name = context?.pointee.encoding ?? context?.pointee.input?.pointee.encoding else {
      return nil
    }
    return String(cString: name)
  }

  fileprivate func fail(_ fault: Fault, column: Int) {
    if broken == nil { broken = Break(fault: fault, line: line, column: column) }
    xmlStopParser(context)
  }

  private static func calls() -> xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.initialized = XML_SAX2_MAGIC
    calls.startElementNs = { owner, name, _, _, _, _, count, _, values in
      guard let owner, let name else { return }
      Unmanaged<XMLPush>.fromOpaque(owner)._withUnsafeGuaranteedRef {
        $0.begin(name, XMLAttributes(count: Int(count), values: values))
      }
    }
    calls.endElementNs = { owner, name, _, _ in
      guard let owner, let name else { return }
      Unmanaged<XMLPush>.fromOpaque(owner)._withUnsafeGuaranteedRef {
        $0.depth -= 1
        $0.events.end(XMLName(pointer: name))
      }
    }
    calls.characters = { owner, text, count in
      guard let owner else { return }
      Unmanaged<XMLPush>.fromOpaque(owner)._withUnsafeGuaranteedRef {
        $0.events.text(UnsafeBufferPointer(start: text, count: Int(count)))
      }
    }
    calls.ignorableWhitespace = calls.characters
    calls.cdataBlock = calls.characters
    // An entity that only a DTD elsewhere declares stays as it is printed.
    calls.reference = { owner, name in
      guard let push = XMLPush.from(owner), let name else { return }
      let text = Array("&\(String(cString: name));".utf8)
      text.withUnsafeBufferPointer { push.events.text($0) }
    }
    calls.entityDecl = { owner, _, _, _, _, _ in
      guard let push = XMLPush.from(owner) else { return }
      push.fail(.declaresEntities, column: 1)
    }
    calls.serror = { owner, error in
      guard let push = XMLPush.from(owner), let error = error?.pointee else { return }
      // Whatever is not fatal, such as an entity of a DTD that is not read, is let pass.
      guard error.level == XML_ERR_FATAL else { return }
      push.fail(
        .broken(error.message.map { String(cString: $0).asRemark } ?? "unknown"),
        column: Int(error.int2))
    }
    return calls
  }

  private static func from(_ owner: UnsafeMutableRawPointer?) -> XMLPush? {
    owner.map { Unmanaged<XMLPush>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
    depth += 1
    guard depth <= Self.depthLimit else {
      return fail(.broken("more than \(Self.depthLimit) elements in each other"), column: 1)
    }
    events.begin(XMLName(pointer: name), attributes)
  }
}

/// The name of an element: libxml2 keeps each name of a file once, so that its address tells it.
struct XMLName {
  fileprivate let pointer: UnsafePointer<UInt8>

  /// The name as text.
  var text: String { String(cString: pointer) }
}

/// What names of elements stand for, found by the address that a name has while its file is read. Of
/// two names for one slot the later is kept, and the other looked up once more when it comes again.
struct XMLNames<Meaning> {
  private var slots: [(name: XMLName, meaning: Meaning)?] = Array(repeating: nil, count: 256)

  /// What a name stands for; `look` tells it where it is not known.
  mutating func meaning(of name: XMLName, _ look: (String) -> Meaning) -> Meaning {
    let slot = (UInt(bitPattern: name.pointer) &* 0x9E37_79B9_7F4A_7C15) >> 56
    if let known = slots[Int(slot)], known.name.pointer == name.pointer { return known.meaning }
    let meaning = look(name.text)
    slots[Int(slot)] = (name, meaning)
    return meaning
  }
}

extension XMLNames<String> {
  /// A name as text.
  mutating func text(of name: XMLName) -> String { meaning(of: name) { $0 } }
}

/// The attributes of an element.
struct XMLAttributes {
  fileprivate let count: Int
  fileprivate let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The value of an attribute, which is only there during the call.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let values else { return nil }
    // Of each attribute there are five: name, prefix, namespace, begin and end of the value.
    for index in 0..<count {
      guard let known = values[index * 5], let start = values[index * 5 + 3],
        let end = values[index * 5 + 4],
        name.withUTF8Buffer({ xmlStrncmp(known, $0.baseAddress, Int32($0.count) + 1) == 0 })
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The value of an attribute as a text.
  func text(of name: StaticString) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an attribute has this value.
  func has(_ name: StaticString, _ value: StaticString) -> Bool {
    self[name]?.elementsEqual(
      UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)) ?? false
  }
}

/// Sets libxml2 up once: whatever stands outside of a file is as good as absent.
private let libraryWithoutOutside: Void = {
  xmlInitParser()
  xmlSetExternalEntityLoader { _, _, _ in nil }
}()

extension String {
  /// A message of libxml2 without the line end behind it, and without its count of lines, which
  /// begins anew with each record that is lost.
  fileprivate var asRemark: String {
    let words = split { $0.isWhitespace }
    let kept = words.indices.filter { place in
      let isNumber = words[place].utf8.allSatisfy(\.isDigit)
      let isLine = words[place] == "line"
      return !(isLine && place + 1 < words.count && words[place + 1].utf8.allSatisfy(\.isDigit))
        && !(isNumber && place > 0 && words[place - 1] == "line")
    }
    return kept.map { words[$0] }.joined(separator: " ")
  }
}
