// The frame of a document and its parts.
extension Page {
  /// `html`: the document.
  public var html: Element { Element("html", of: self) }
  /// `head`: what describes the document.
  public var head: Element { Element("head", of: self) }
  /// `title`: the document's title.
  public var title: Element { Element("title", of: self) }
  /// `body`: what is shown.
  public var body: Element { Element("body", of: self) }
  /// `header`: the head of a page or section.
  public var header: Element { Element("header", of: self) }
  /// `nav`: a group of links to get about.
  public var nav: Element { Element("nav", of: self) }
  /// `main`: what the page is for.
  public var main: Element { Element("main", of: self) }
  /// `footer`: the foot of a page or section.
  public var footer: Element { Element("footer", of: self) }
  /// `section`: a part with a heading.
  public var section: Element { Element("section", of: self) }
  /// `article`: a part that stands for itself.
  public var article: Element { Element("article", of: self) }
  /// `aside`: a part beside the matter.
  public var aside: Element { Element("aside", of: self) }
  /// `div`: a block without meaning.
  public var div: Element { Element("div", of: self) }
  /// `h1`: a heading of the first rank.
  public var h1: Element { Element("h1", of: self) }
  /// `h2`: a heading of the second rank.
  public var h2: Element { Element("h2", of: self) }
  /// `h3`: a heading of the third rank.
  public var h3: Element { Element("h3", of: self) }
  /// `h4`: a heading of the fourth rank.
  public var h4: Element { Element("h4", of: self) }
  /// `p`: a paragraph.
  public var p: Element { Element("p", of: self) }
  /// `blockquote`: a passage from elsewhere.
  public var blockquote: Element { Element("blockquote", of: self) }
  /// `ul`: a list without order.
  public var ul: Element { Element("ul", of: self) }
  /// `ol`: a list in order.
  public var ol: Element { Element("ol", of: self) }
  /// `li`: an item of a list.
  public var li: Element { Element("li", of: self) }
  /// `dl`: a list of names and values.
  public var dl: Element { Element("dl", of: self) }
  /// `dt`: a name in such a list.
  public var dt: Element { Element("dt", of: self) }
  /// `dd`: a value in such a list.
  public var dd: Element { Element("dd", of: self) }
  /// `figure`: a picture or table with its caption.
  public var figure: Element { Element("figure", of: self) }
  /// `figcaption`: the caption of a figure.
  public var figcaption: Element { Element("figcaption", of: self) }
  /// `details`: a part that opens on demand.
  public var details: Element { Element("details", of: self) }
  /// `summary`: what shows of a closed part.
  public var summary: Element { Element("summary", of: self) }
  /// `meta`: a fact about the document.
  public var meta: VoidElement { VoidElement("meta", of: self) }
  /// `link`: a file that the document needs.
  public var link: VoidElement { VoidElement("link", of: self) }
  /// `hr`: a break between themes.
  public var hr: VoidElement { VoidElement("hr", of: self) }
  /// `pre`: text with its own line ends.
  public var pre: VerbatimElement { VerbatimElement("pre", of: self) }
}
