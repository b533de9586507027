import JSON
import Ledger
import Secrets

/// One line of an exported ledger: docs/ledger-format.md gives the shapes.
enum LedgerLine {
  /// What the file is, and where it ends.
  case header(review: Identifier, name: String, head: Head, withWords: Bool)
  /// A person who occurs in it.
  case person(Identifier, name: String?, display: String?)
  /// A compression dictionary that records need.
  case dictionary(Int, [UInt8])
  /// A batch of the archive.
  case batch(Identifier)
  /// A piece of a batch's file.
  case block(index: Int, [UInt8])
  /// A record of a batch.
  case record(ordinal: Int, ArchivedRecord)
  /// People's own words.
  case words(Digest, KeptWords)
  /// An entry.
  case entry(Entry)

  static let format = "winnow-ledger/1"

  /// The line as JSON.
  var json: JSONValue {
    switch self {
    case .header(let review, let name, let head, let withWords):
      [
        "format": .string(LedgerLine.format), "review": .string(review.description),
        "name": .string(name), "entries": JSONValue(Int(head.position)),
        "digest": .string(head.digest.description), "words": .bool(withWords),
      ]
    case .person(let id, let name, let display):
      JSONValue.object(
        [.init(key: "person", value: .string(id.description))]
          + (name.map { [.init(key: "name", value: .string($0))] } ?? [])
          + (display.map { [.init(key: "display", value: .string($0))] } ?? []))
    case .dictionary(let number, let bytes):
      ["dictionary": JSONValue(number), "bytes": .string(bytes.base64)]
    case .batch(let id): ["batch": .string(id.description)]
    case .block(let index, let bytes):
      ["block": JSONValue(index), "bytes": .string(bytes.base64)]
    case .record(let ordinal, let record):
      [
        "record": JSONValue(ordinal), "offset": JSONValue(Int(record.offset)),
        "length": JSONValue(Int(record.length)), "dictionary": JSONValue(Int(record.dictionary)),
        "parsed": .string(record.parsed.base64),
      ]
    case .words(let digest, .erased): ["words": .string(digest.description), "erased": .bool(true)]
    case .words(let digest, .kept(let salt, let text)):
      [
        "words": .string(digest.description), "salt": .string(salt.base64),
        "text": .string(text.base64),
      ]
    case .entry(let entry): LedgerLine.json(of: entry)
    }
  }

  private static func json(of entry: Entry) -> JSONValue {
    let author: JSONValue =
      switch entry.author {
      case .person(let id): .string(id.description)
      case .rule(let number): JSONValue(Int(number))
      }
    return [
      "entry": JSONValue(Int(entry.position)), "moment": .number(String(entry.moment)),
      "author": author, "protocol": JSONValue(Int(entry.protocolVersion)),
      "kind": JSONValue(Int(entry.kind)), "payload": .string(entry.payload.base64),
      "digest": .string(entry.digest.description),
    ]
  }

  /// Reads a line; nil if it is none of these.
  init?(_ json: JSONValue, review: Identifier) {
    if json["format"]?.asText == LedgerLine.format {
      guard let id = json.identifier("review"), let name = json["name"]?.asText,
        let entries = json.whole("entries", as: UInt32.self), let digest = json.digest("digest")
      else { return nil }
      self = .header(
        review: id, name: name, head: Head(position: entries, moment: 0, digest: digest),
        withWords: json["words"] == .bool(true))
    } else if let id = json.identifier("person") {
      self = .person(id, name: json["name"]?.asText, display: json["display"]?.asText)
    } else if let id = json.identifier("batch") {
      self = .batch(id)
    } else if let line = LedgerLine(archive: json) ?? LedgerLine(words: json) {
      self = line
    } else if let entry = Entry(json, of: review) {
      self = .entry(entry)
    } else {
      return nil
    }
  }

  private init?(archive json: JSONValue) {
    if let index = json.whole("block", as: Int.self), let bytes = json.bytes("bytes") {
      self = .block(index: index, bytes)
    } else if let ordinal = json.whole("record", as: Int.self) {
      guard let offset = json.whole("offset", as: Int64.self),
        let length = json.whole("length", as: Int32.self),
        let dictionary = json.whole("dictionary", as: Int32.self),
        let parsed = json.bytes("parsed")
      else { return nil }
      self = .record(
        ordinal: ordinal,
        ArchivedRecord(offset: offset, length: length, dictionary: dictionary, parsed: parsed))
    } else if let number = json.whole("dictionary", as: Int.self), let bytes = json.bytes("bytes") {
      self = .dictionary(number, bytes)
    } else {
      return nil
    }
  }

  private init?(words json: JSONValue) {
    guard let digest = json.digest("words") else { return nil }
    if json["erased"] == .bool(true) {
      self = .words(digest, .erased)
    } else {
      guard let salt = json.bytes("salt"), let text = json.bytes("text") else { return nil }
      self = .words(digest, .kept(salt: salt, text: text))
    }
  }
}

extension Entry {
  fileprivate init?(_ json: JSONValue, of ledger: Identifier) {
    guard let position = json.whole("entry", as: UInt32.self),
      let moment = json.whole("moment", as: Int64.self),
      let version = json.whole("protocol", as: UInt32.self),
      let kind = json.whole("kind", as: UInt16.self), let payload = json.bytes("payload"),
      let digest = json.digest("digest")
    else { return nil }
    let author: Author
    if let person = json.identifier("author") {
      author = .person(person)
    } else if let rule = json.whole("author", as: UInt16.self) {
      author = .rule(rule)
    } else {
      return nil
    }
    self.init(
      ledger: ledger, position: position, moment: moment, author: author,
      protocolVersion: version, kind: kind, payload: payload, digest: digest)
  }
}

extension JSONValue {
  fileprivate var asText: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate func whole<Number: FixedWidthInteger>(_ key: String, as: Number.Type) -> Number? {
    if case .number(let digits)? = self[key] { Number(digits) } else { nil }
  }

  fileprivate func bytes(_ key: String) -> [UInt8]? {
    self[key]?.asText.flatMap { [UInt8](base64: $0) }
  }

  fileprivate func digest(_ key: String) -> Digest? {
    self[key]?.asText.flatMap { [UInt8](hexadecimal: $0) }.flatMap { Digest(bytes: $0) }
  }

  fileprivate func identifier(_ key: String) -> Identifier? {
    self[key]?.asText.flatMap { [UInt8](hexadecimal: $0) }.flatMap { Identifier(bytes: $0) }
  }
}
