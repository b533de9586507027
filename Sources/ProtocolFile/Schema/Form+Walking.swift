extension Shape {
  /// The form that stands here, alone or in a list.
  var form: Form? {
    switch self {
    case .form(_, let form): form()
    case .list(let shape, _): shape.form
    case .text, .id, .reference, .word, .yesNo, .number, .date, .pattern: nil
    }
  }

  /// Whether a single mapping stands here.
  var isForm: Bool {
    switch self {
    case .form: true
    case .list, .text, .id, .reference, .word, .yesNo, .number, .date, .pattern: false
    }
  }

  /// Every form that stands here or below, each once, in the order of the format.
  var forms: [Form] {
    var found: [Form] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [Form]) {
    guard let form, !found.contains(where: { $0.name == form.name }) else { return }
    found.append(form)
    for entry in form.entries { entry.shape.collect(into: &found) }
  }
}

extension String {
  /// The name of a form as links have it.
  var anchor: String { lowercased().replacing(" ", with: "-") }
}

extension Form.Entry {
  var isRequired: Bool {
    switch need {
    case .required: true
    case .optional, .defaulted: false
    }
  }
}
