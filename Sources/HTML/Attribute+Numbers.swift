// Attributes that are numbers, and those that are there or not.
extension Attribute {
  /// `colspan`: how many columns a cell takes.
  public static func colspan(_ number: Int) -> Attribute { Attribute("colspan", .number(number)) }
  /// `rowspan`: how many rows a cell takes.
  public static func rowspan(_ number: Int) -> Attribute { Attribute("rowspan", .number(number)) }
  /// `span`: how many columns are meant.
  public static func span(_ number: Int) -> Attribute { Attribute("span", .number(number)) }
  /// `rows`: how many lines a field shows.
  public static func rows(_ number: Int) -> Attribute { Attribute("rows", .number(number)) }
  /// `cols`: how many characters a line of a field shows.
  public static func cols(_ number: Int) -> Attribute { Attribute("cols", .number(number)) }
  /// `size`: how many characters or choices a field shows.
  public static func size(_ number: Int) -> Attribute { Attribute("size", .number(number)) }
  /// `minlength`: how many characters are needed.
  public static func minlength(_ number: Int) -> Attribute {
    Attribute("minlength", .number(number))
  }
  /// `maxlength`: how many characters are taken.
  public static func maxlength(_ number: Int) -> Attribute {
    Attribute("maxlength", .number(number))
  }
  /// `width`: the width in pixels.
  public static func width(_ number: Int) -> Attribute { Attribute("width", .number(number)) }
  /// `height`: the height in pixels.
  public static func height(_ number: Int) -> Attribute { Attribute("height", .number(number)) }
  /// `tabindex`: whether and when the tab key comes here.
  public static func tabindex(_ number: Int) -> Attribute { Attribute("tabindex", .number(number)) }
  /// `start`: the number of a list's first item.
  public static func start(_ number: Int) -> Attribute { Attribute("start", .number(number)) }
  /// `checked`: whether the box is ticked.
  public static func checked(_ holds: Bool = true) -> Attribute {
    Attribute("checked", .flag(holds))
  }
  /// `selected`: whether the choice is chosen.
  public static func selected(_ holds: Bool = true) -> Attribute {
    Attribute("selected", .flag(holds))
  }
  /// `disabled`: whether the field is out of use.
  public static func disabled(_ holds: Bool = true) -> Attribute {
    Attribute("disabled", .flag(holds))
  }
  /// `readonly`: whether the field is only shown.
  public static func readonly(_ holds: Bool = true) -> Attribute {
    Attribute("readonly", .flag(holds))
  }
  /// `required`: whether the field must be filled.
  public static func required(_ holds: Bool = true) -> Attribute {
    Attribute("required", .flag(holds))
  }
  /// `multiple`: whether several values are taken.
  public static func multiple(_ holds: Bool = true) -> Attribute {
    Attribute("multiple", .flag(holds))
  }
  /// `autofocus`: whether the page begins at this field.
  public static func autofocus(_ holds: Bool = true) -> Attribute {
    Attribute("autofocus", .flag(holds))
  }
  /// `open`: whether the part is open.
  public static func open(_ holds: Bool = true) -> Attribute { Attribute("open", .flag(holds)) }
  /// `hidden`: whether the element is not shown.
  public static func hidden(_ holds: Bool = true) -> Attribute { Attribute("hidden", .flag(holds)) }
  /// `reversed`: whether a list counts down.
  public static func reversed(_ holds: Bool = true) -> Attribute {
    Attribute("reversed", .flag(holds))
  }
  /// `novalidate`: whether the browser sends the form unchecked.
  public static func novalidate(_ holds: Bool = true) -> Attribute {
    Attribute("novalidate", .flag(holds))
  }
  /// `formnovalidate`: whether this button sends the form unchecked.
  public static func formnovalidate(_ holds: Bool = true) -> Attribute {
    Attribute("formnovalidate", .flag(holds))
  }
}
