import JSON

/// What may stand at one place of the file: its description, and how the value is read there.
///
/// The whole format is one value of this type. Reading, checking, the schema for editors and the
/// tables of the reference all come from it, so none can say what the others do not.
struct Kind<Value: Sendable>: Sendable {
  let shape: Shape
  /// The value at a spot; nil after noting at least one fault.
  let read: @Sendable (Spot, Reading) -> Value?
  /// A value as a default is shown; nil where there is nothing short to show.
  var shown: @Sendable (Value) -> JSONValue? = { _ in nil }

  /// The same place with one more rule: it makes another value, or notes a fault and gives nil.
  func checked<Other: Sendable>(
    _ check: @escaping @Sendable (Value, Spot, Reading) -> Other?
  ) -> Kind<Other> {
    Kind<Other>(shape: shape) { spot, reading in
      guard let value = read(spot, reading) else { return nil }
      return check(value, spot, reading)
    }
  }
}

/// A node, and the key under which it stands.
struct Spot: Sendable {
  let key: String
  let node: Node
}

/// A key of a form with the kind of its value.
struct Key<Value: Sendable>: Sendable {
  let entry: Form.Entry
  let read: @Sendable (Filled) -> Value?
}

/// A key that must be there.
func required<Value>(_ key: String, _ kind: Kind<Value>, _ says: String) -> Key<Value> {
  Key(entry: Form.Entry(key: key, shape: kind.shape, need: .required, says: says)) { form in
    guard let spot = form.spot(key) else {
      form.missing(key)
      return nil
    }
    return kind.read(spot, form.reading)
  }
}

/// A key that may be left out.
func optional<Value>(_ key: String, _ kind: Kind<Value>, _ says: String) -> Key<Value?> {
  Key(entry: Form.Entry(key: key, shape: kind.shape, need: .optional, says: says)) { form in
    guard let spot = form.spot(key) else { return .some(nil) }
    return kind.read(spot, form.reading).map { .some($0) }
  }
}

/// A key that may be left out and then has a default.
func optional<Value>(
  _ key: String, _ kind: Kind<Value>, default value: Value, _ says: String
) -> Key<Value> {
  let need = Form.Need.defaulted(kind.shown(value))
  return Key(entry: Form.Entry(key: key, shape: kind.shape, need: need, says: says)) { form in
    guard let spot = form.spot(key) else { return value }
    return kind.read(spot, form.reading)
  }
}
