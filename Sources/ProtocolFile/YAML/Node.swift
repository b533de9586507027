/// One node of a YAML file, with the place where it starts.
///
/// A scalar is text and nothing else: what the text means is for the schema to say, so that `no`,
/// `1990` or a date never change meaning on the way.
struct Node: Sendable {
  let place: Place
  let content: Content

  enum Content: Sendable {
    /// A text as written, without its quotes.
    case text(String)
    /// Nothing stands after the key or the dash.
    case nothing
    case list([Node])
    case mapping([Entry])
    /// Something that the format does not allow; its fault has been noted.
    case refused
  }

  /// A key of a mapping with its value.
  struct Entry: Sendable {
    let key: String
    let place: Place
    let value: Node
  }
}

extension Node {
  /// What the node is, as sentences name it.
  var kind: String {
    switch content {
    case .text(let text): "`\(text.shortened)`"
    case .nothing: "nothing"
    case .list: "a list"
    case .mapping: "a mapping"
    case .refused: "nothing that can be read"
    }
  }
}

extension String {
  /// The first line of the text, cut where it is too long for a sentence.
  var shortened: String {
    let line = prefix { !$0.isNewline }
    return line.count > 40 || line.count < count ? line.prefix(39) + "…" : self
  }
}
