// Forms.
extension Page {
  /// `form`: a form.
  public var form: Element { Element("form", of: self) }
  /// `fieldset`: fields that belong together.
  public var fieldset: Element { Element("fieldset", of: self) }
  /// `legend`: the name of a fieldset.
  public var legend: Element { Element("legend", of: self) }
  /// `label`: the name of a field.
  public var label: Element { Element("label", of: self) }
  /// `input`: a field of one line, or to tick.
  public var input: VoidElement { VoidElement("input", of: self) }
  /// `textarea`: a field of several lines.
  public var textarea: VerbatimElement { VerbatimElement("textarea", of: self) }
  /// `select`: a field to choose from a list.
  public var select: Element { Element("select", of: self) }
  /// `optgroup`: choices that belong together.
  public var optgroup: Element { Element("optgroup", of: self) }
  /// `option`: one choice.
  public var option: Element { Element("option", of: self) }
  /// `datalist`: values to suggest.
  public var datalist: Element { Element("datalist", of: self) }
  /// `button`: a button.
  public var button: Element { Element("button", of: self) }
  /// `output`: what a form worked out.
  public var output: Element { Element("output", of: self) }

  /// Writes a field that nobody sees and that the form sends back.
  public func hidden(_ name: String, _ value: String) {
    input(.type(.hidden), .name(name), .value(value))
  }

  /// Writes a button that sends the form.
  public func submit(_ text: String, _ attributes: Attribute...) {
    open("button", [.type(.submit)] + attributes)
    self.text(text)
    close("button")
  }
}
