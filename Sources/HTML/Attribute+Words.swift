/// How a form is sent.
public enum FormMethod: String, Sendable {
  /// In the address: a question.
  case get
  /// In the body: an act.
  case post
}

/// What a field takes.
public enum InputType: String, Sendable {
  case text, search, email, password, number, date, url, hidden, checkbox, radio, file
}

/// What a button does.
public enum ButtonType: String, Sendable {
  case submit, reset, button
}

/// What a heading cell heads.
public enum Scope: String, Sendable {
  case row, col, rowgroup, colgroup
}

// Attributes whose value is one of a few words, and those for assistive technology.
extension Attribute {
  /// `method`: how a form is sent.
  public static func method(_ method: FormMethod) -> Attribute {
    Attribute("method", .text(method.rawValue))
  }

  /// `type`: what a field takes.
  public static func type(_ type: InputType) -> Attribute {
    Attribute("type", .text(type.rawValue))
  }

  /// `type`: what a button does.
  public static func type(_ type: ButtonType) -> Attribute {
    Attribute("type", .text(type.rawValue))
  }

  /// `scope`: what a heading cell heads.
  public static func scope(_ scope: Scope) -> Attribute {
    Attribute("scope", .text(scope.rawValue))
  }

  /// `aria-label`: a name that is not shown.
  public static func ariaLabel(_ text: String) -> Attribute {
    Attribute("aria-label", .text(text))
  }

  /// `aria-labelledby`: the ids of what names the element.
  public static func ariaLabelledBy(_ ids: String) -> Attribute {
    Attribute("aria-labelledby", .text(ids))
  }

  /// `aria-describedby`: the ids of what describes the element, such as its fault.
  public static func ariaDescribedBy(_ ids: String) -> Attribute {
    Attribute("aria-describedby", .text(ids))
  }

  /// `aria-current`: that this is the page, step or item where the reader is.
  public static func ariaCurrent(_ what: String) -> Attribute {
    Attribute("aria-current", .text(what))
  }

  /// `aria-invalid`: that the value of the field is not taken.
  public static func ariaInvalid(_ holds: Bool = true) -> Attribute {
    Attribute("aria-invalid", .text(holds ? "true" : "false"))
  }

  /// `aria-hidden`: that the element is decoration.
  public static func ariaHidden(_ holds: Bool = true) -> Attribute {
    Attribute("aria-hidden", .text(holds ? "true" : "false"))
  }

  /// `aria-live`: how a change is announced.
  public static func ariaLive(_ how: String) -> Attribute { Attribute("aria-live", .text(how)) }
}
