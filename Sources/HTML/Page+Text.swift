// Elements within a line.
extension Page {
  /// `a`: a link.
  public var a: Element { Element("a", of: self) }
  /// `span`: a run of text without meaning.
  public var span: Element { Element("span", of: self) }
  /// `em`: stress.
  public var em: Element { Element("em", of: self) }
  /// `strong`: importance.
  public var strong: Element { Element("strong", of: self) }
  /// `b`: a key word.
  public var b: Element { Element("b", of: self) }
  /// `i`: another voice, such as a title.
  public var i: Element { Element("i", of: self) }
  /// `small`: a side remark.
  public var small: Element { Element("small", of: self) }
  /// `mark`: what is highlighted.
  public var mark: Element { Element("mark", of: self) }
  /// `ins`: what was added.
  public var ins: Element { Element("ins", of: self) }
  /// `del`: what was taken away.
  public var del: Element { Element("del", of: self) }
  /// `sub`: a subscript.
  public var sub: Element { Element("sub", of: self) }
  /// `sup`: a superscript.
  public var sup: Element { Element("sup", of: self) }
  /// `q`: a quotation within a line.
  public var q: Element { Element("q", of: self) }
  /// `cite`: the title of a work.
  public var cite: Element { Element("cite", of: self) }
  /// `abbr`: a short form.
  public var abbr: Element { Element("abbr", of: self) }
  /// `code`: a piece of code or an id.
  public var code: Element { Element("code", of: self) }
  /// `kbd`: what is typed.
  public var kbd: Element { Element("kbd", of: self) }
  /// `time`: a moment or date.
  public var time: Element { Element("time", of: self) }
  /// `progress`: how much is done.
  public var progress: Element { Element("progress", of: self) }
  /// `meter`: a value in a known range.
  public var meter: Element { Element("meter", of: self) }
  /// `br`: a line break.
  public var br: VoidElement { VoidElement("br", of: self) }
  /// `wbr`: a place where a line may break.
  public var wbr: VoidElement { VoidElement("wbr", of: self) }
  /// `img`: a picture.
  public var img: VoidElement { VoidElement("img", of: self) }
}
