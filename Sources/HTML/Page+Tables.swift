// Tables.
extension Page {
  /// `table`: a table.
  public var table: Element { Element("table", of: self) }
  /// `caption`: the table's caption.
  public var caption: Element { Element("caption", of: self) }
  /// `colgroup`: columns that belong together.
  public var colgroup: Element { Element("colgroup", of: self) }
  /// `col`: a column.
  public var col: VoidElement { VoidElement("col", of: self) }
  /// `thead`: the rows of headings.
  public var thead: Element { Element("thead", of: self) }
  /// `tbody`: the rows of values.
  public var tbody: Element { Element("tbody", of: self) }
  /// `tfoot`: the rows of totals.
  public var tfoot: Element { Element("tfoot", of: self) }
  /// `tr`: a row.
  public var tr: Element { Element("tr", of: self) }
  /// `th`: a cell that heads others.
  public var th: Element { Element("th", of: self) }
  /// `td`: a cell.
  public var td: Element { Element("td", of: self) }
}
