public import Bibliography
public import JSON

// How a JSON object says a reference: the keys of the fields, `authors` and `extra`. A key that is
// none of them is kept in `extra` under its own name.
extension Reference {
  /// Reads the object of one record; a member that is `null` is as good as absent.
  public init(json value: JSONValue) throws(ReadFault.Problem) {
    guard let members = value.members else { throw .notAnObject(found: value.kind) }
    self.init()
    for member in members where member.value != .null { try read(member) }
    guard !isEmpty else { throw .nothingSaid }
  }

  /// The object of one record; what is empty is left out.
  public var json: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { members.append(.init(key: key, value: .string(text))) }
    }
    func add(_ key: String, _ values: [JSONValue]) {
      if !values.isEmpty { members.append(.init(key: key, value: .array(values))) }
    }
    for key in Key.inOrder {
      switch key {
      case .text(let field): add(field.rawValue, self[field])
      case .list(let field): add(field.rawValue, self[field].map { .string($0) })
      case .authors: add(Key.authorsName, authors.map(\.json))
      case .extra:
        let kept = extra.filter { !$0.values.isEmpty }
        guard !kept.isEmpty else { continue }
        members.append(
          .init(
            key: Key.extraName,
            value: .object(kept.map { .init(key: $0.tag, value: JSONValue($0.values)) })))
      }
    }
    return .object(members)
  }

  /// Whether it is a key of a record's object.
  static func isKey(_ name: String) -> Bool { Key(name) != nil }

  private mutating func read(_ member: JSONValue.Member) throws(ReadFault.Problem) {
    switch Key(member.key) {
    case .text(let field): self[field] = try text(member)
    case .list(let field): self[field] = try texts(member)
    case .authors: authors = try Self.authors(member)
    case .extra:
      guard let tags = member.value.members else {
        throw .wrongValue(key: member.key, found: member.value.kind, wanted: .anObject)
      }
      for tag in tags where tag.value != .null { keep(tag.value.texts, under: tag.key) }
    case nil: keep(member.value.texts, under: member.key)
    }
  }

  private func text(_ member: JSONValue.Member) throws(ReadFault.Problem) -> String {
    guard let text = member.value.printed else {
      throw .wrongValue(key: member.key, found: member.value.kind, wanted: .aString)
    }
    return text
  }

  /// A list of texts; a single text is a list of one.
  private func texts(_ member: JSONValue.Member) throws(ReadFault.Problem) -> [String] {
    guard let elements = member.value.elements else { return [try text(member)] }
    var texts: [String] = []
    for element in elements {
      guard let text = element.printed else {
        throw .wrongValue(key: member.key, found: "\(element.kind) in its list", wanted: .aString)
      }
      texts.append(text)
    }
    return texts
  }

  private static func authors(
    _ member: JSONValue.Member
  ) throws(ReadFault.Problem) -> [Author] {
    var authors: [Author] = []
    for element in member.value.elements ?? [member.value] {
      guard let author = Author(json: element) else {
        throw .wrongValue(key: member.key, found: element.kind, wanted: .anAuthor)
      }
      authors.append(author)
    }
    return authors
  }
}

extension Reference.Author {
  /// `{"family": ..., "given": ...}` or `{"name": ...}`; a bare string is a name.
  fileprivate init?(json value: JSONValue) {
    if let name = value.string {
      self = .named(name)
    } else if let family = value["family"]?.string {
      self = .person(family: family, given: value["given"]?.string)
    } else if let name = value["name"]?.string {
      self = .named(name)
    } else {
      return nil
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .person(let family, let given?): ["family": .string(family), "given": .string(given)]
    case .person(let family, nil): ["family": .string(family)]
    case .named(let name): ["name": .string(name)]
    }
  }
}

extension JSONValue {
  /// A text, or a number as printed.
  fileprivate var printed: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// What has no field of its own, as texts: a value that is neither text nor number as its JSON.
  fileprivate var texts: [String] {
    (elements ?? [self]).map { $0.printed ?? $0.text() }
  }
}

/// A key of a record's object.
private enum Key {
  case text(Reference.TextField)
  case list(Reference.ListField)
  case authors
  case extra

  static let authorsName = "authors"
  static let extraName = "extra"

  /// The keys in the order in which they are written.
  static let inOrder: [Key] =
    [.text(.id), .text(.type), .text(.title), .authors]
    + [.year, .date, .journal, .volume, .issue, .pages, .doi, .pmid, .issn, .isbn, .abstract]
    .map { .text($0) }
    + [.list(.keywords), .text(.language), .list(.urls)]
    + [.publisher, .place, .accession, .database].map { .text($0) }
    + [.list(.notes), .extra]

  init?(_ name: String) {
    if let field = Reference.TextField(rawValue: name) {
      self = .text(field)
    } else if let field = Reference.ListField(rawValue: name) {
      self = .list(field)
    } else if name == Self.authorsName {
      self = .authors
    } else if name == Self.extraName {
      self = .extra
    } else {
      return nil
    }
  }
}

extension String {
  fileprivate static let aString = "a string"
  fileprivate static let anObject = "an object of tags with their values"
  fileprivate static let anAuthor = "a list of {\"family\", \"given\"} or {\"name\"}"
}
