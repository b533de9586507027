// Attributes that are texts, and those that are addresses. None holds script or style.
extension Attribute {
  /// `class`: names for the style sheet.
  public static func classes(_ text: String) -> Attribute { Attribute("class", .text(text)) }
  /// `id`: the element's own name.
  public static func id(_ text: String) -> Attribute { Attribute("id", .text(text)) }
  /// `lang`: the language of the text.
  public static func lang(_ text: String) -> Attribute { Attribute("lang", .text(text)) }
  /// `title`: a remark that shows on demand.
  public static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }
  /// `role`: what the element is to assistive technology.
  public static func role(_ text: String) -> Attribute { Attribute("role", .text(text)) }
  /// `name`: the name of a field, or of a fact about the document.
  public static func name(_ text: String) -> Attribute { Attribute("name", .text(text)) }
  /// `value`: the value of a field.
  public static func value(_ text: String) -> Attribute { Attribute("value", .text(text)) }
  /// `placeholder`: a hint in an empty field.
  public static func placeholder(_ text: String) -> Attribute {
    Attribute("placeholder", .text(text))
  }
  /// `autocomplete`: what the browser may fill in.
  public static func autocomplete(_ text: String) -> Attribute {
    Attribute("autocomplete", .text(text))
  }
  /// `pattern`: what a value must look like.
  public static func pattern(_ text: String) -> Attribute { Attribute("pattern", .text(text)) }
  /// `list`: the id of values to suggest.
  public static func list(_ text: String) -> Attribute { Attribute("list", .text(text)) }
  /// `form`: the id of the form that a field belongs to.
  public static func form(_ text: String) -> Attribute { Attribute("form", .text(text)) }
  /// `for`: the id of the field that a label names.
  public static func `for`(_ text: String) -> Attribute { Attribute("for", .text(text)) }
  /// `label`: the name of a group of choices.
  public static func label(_ text: String) -> Attribute { Attribute("label", .text(text)) }
  /// `datetime`: a moment for machines.
  public static func datetime(_ text: String) -> Attribute { Attribute("datetime", .text(text)) }
  /// `rel`: how the other page is related.
  public static func rel(_ text: String) -> Attribute { Attribute("rel", .text(text)) }
  /// `charset`: how the bytes are coded.
  public static func charset(_ text: String) -> Attribute { Attribute("charset", .text(text)) }
  /// `content`: a fact about the document.
  public static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }
  /// `alt`: what a picture shows.
  public static func alt(_ text: String) -> Attribute { Attribute("alt", .text(text)) }
  /// `media`: when a style sheet applies.
  public static func media(_ text: String) -> Attribute { Attribute("media", .text(text)) }
  /// `download`: the name to save a link's target under.
  public static func download(_ text: String) -> Attribute { Attribute("download", .text(text)) }
  /// `headers`: the ids of the cells that head this one.
  public static func headers(_ text: String) -> Attribute { Attribute("headers", .text(text)) }
  /// `min`: the smallest value.
  public static func min(_ text: String) -> Attribute { Attribute("min", .text(text)) }
  /// `max`: the largest value.
  public static func max(_ text: String) -> Attribute { Attribute("max", .text(text)) }
  /// `step`: the distance between values.
  public static func step(_ text: String) -> Attribute { Attribute("step", .text(text)) }
  /// `href`: where a link leads; left out where the address is neither of this site nor http, https or mailto.
  public static func href(_ address: String) -> Attribute { Attribute("href", .address(address)) }
  /// `src`: where a picture is; left out where the address is neither of this site nor http, https or mailto.
  public static func src(_ address: String) -> Attribute { Attribute("src", .address(address)) }
  /// `action`: where a form is sent; left out where the address is neither of this site nor http, https or mailto.
  public static func action(_ address: String) -> Attribute {
    Attribute("action", .address(address))
  }
  /// `formaction`: where this button sends the form; left out where the address is neither of this site nor http, https or mailto.
  public static func formaction(_ address: String) -> Attribute {
    Attribute("formaction", .address(address))
  }
  /// `cite`: where a quotation is from; left out where the address is neither of this site nor http, https or mailto.
  public static func cite(_ address: String) -> Attribute { Attribute("cite", .address(address)) }
}
