/// A form being read: a mapping of the file, and what to do about its keys.
struct Filled {
  let form: Form
  let place: Place
  let reading: Reading
  private let entries: [Node.Entry]
  /// Keys that a wrong key was probably meant to be.
  private let meant: Set<String>

  /// Notes every key that the form does not have.
  fileprivate init(_ entries: [Node.Entry], of form: Form, at place: Place, reading: Reading) {
    let keys = form.entries.map(\.key)
    var meant: Set<String> = []
    for entry in entries where !keys.contains(entry.key) {
      let nearest = entry.key.nearest(among: keys)
      nearest.map { _ = meant.insert($0) }
      reading.note(.unknownKey(entry.key, of: form, meant: nearest), at: entry.place)
    }
    self.form = form
    self.place = place
    self.reading = reading
    self.entries = entries
    self.meant = meant
    noteChoice()
  }

  /// What stands under a key.
  func spot(_ key: String) -> Spot? {
    entries.first { $0.key == key }.map { Spot(key: key, node: $0.value) }
  }

  /// Where the value of a key stands, or the form itself.
  func place(of key: String) -> Place { spot(key)?.node.place ?? place }

  /// Notes a fault at the value of a key.
  func note(_ sentence: String, at key: String) { reading.note(sentence, at: place(of: key)) }

  /// Notes that a key is not there, unless a slip in its name has been noted.
  func missing(_ key: String) {
    guard !meant.contains(key) else { return }
    reading.note(.missingKey(key, of: form), at: place)
  }

  private func noteChoice() {
    let given = entries.filter { form.exactlyOne.contains($0.key) }
    guard !form.exactlyOne.isEmpty, given.count != 1, meant.isDisjoint(with: form.exactlyOne) else {
      return
    }
    reading.note(
      .notExactlyOne(of: form, given: given.map(\.key)), at: given.dropFirst().first?.place ?? place
    )
  }
}

extension Kind {
  /// A mapping with these keys, whose values make the value.
  ///
  /// `make` is called when every key could be read; it may note faults of its own and give nil.
  static func form<each Part: Sendable>(
    _ name: String, _ says: String, exactlyOne: [String] = [], _ keys: repeat Key<each Part>,
    make: @escaping @Sendable (Filled, repeat each Part) -> Value?
  ) -> Kind {
    var entries: [Form.Entry] = []
    for key in repeat each keys { entries.append(key.entry) }
    let form = Form(name: name, says: says, entries: entries, exactlyOne: exactlyOne)

    return Kind(shape: .form(name: name) { form }) { spot, reading in
      guard case .mapping(let entries) = spot.node.content else {
        reading.noteWrongKind(spot, asksFor: .mapping(of: form))
        return nil
      }
      let filled = Filled(entries, of: form, at: spot.node.place, reading: reading)
      let values = (repeat (each keys).read(filled))
      do throws(Absent) {
        return make(filled, repeat try present(each values))
      } catch {
        return nil
      }
    }
  }

  /// A kind that is asked for when it is needed, so that forms may stand in themselves.
  static func later(_ name: String, _ kind: @escaping @Sendable () -> Kind) -> Kind {
    Kind(shape: .form(name: name) { kind().shape.form }) { spot, reading in
      kind().read(spot, reading)
    }
  }
}

/// A value that could not be read.
private struct Absent: Error {}

private func present<Value>(_ value: Value?) throws(Absent) -> Value {
  guard let value else { throw Absent() }
  return value
}

extension String {
  fileprivate static func mapping(of form: Form) -> String {
    "a mapping with keys such as `\(form.entries.first?.key ?? "")`"
  }

  fileprivate static func unknownKey(_ key: String, of form: Form, meant: String?) -> String {
    let keys = form.entries.map { "`\($0.key)`" }.joined(separator: ", ")
    let advice = meant.map { "Did you mean `\($0)`?" } ?? "Its keys are \(keys)."
    return "`\(key.shortened)` is no key of \(form.name.withArticle). \(advice)"
  }

  fileprivate static func missingKey(_ key: String, of form: Form) -> String {
    "This \(form.name) has no `\(key)`. Add the key: \(form.says(of: key))"
  }

  fileprivate static func notExactlyOne(of form: Form, given: [String]) -> String {
    let choices = form.exactlyOne.map { "`\($0)`" }.joined(separator: ", ")
    let found =
      given.isEmpty ? "none" : given.map { "`\($0)`" }.joined(separator: " and ")
    return
      "\(form.name.withArticle.capitalisedFirst) has exactly one of \(choices); this has \(found)."
  }

  /// `a limit`, `an entry`.
  var withArticle: String {
    (first.map { "aeiou".contains($0) } ?? false) ? "an \(self)" : "a \(self)"
  }

  /// The text with a capital at its start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Form {
  fileprivate func says(of key: String) -> String {
    entries.first { $0.key == key }?.says ?? ""
  }
}
