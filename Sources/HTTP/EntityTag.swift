/// The mark of one version of a file, by which a browser asks whether it still has the newest.
///
/// For what is the same for everybody. A tag of a page made for one person could tell by its change
/// what that person may not know.
public struct EntityTag: Hashable, Sendable {
  /// The tag in its quotation marks.
  public let field: String

  /// Makes a tag of some bytes of a digest.
  public init(digest: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    field = "\"" + String(decoding: text, as: UTF8.self) + "\""
  }
}

extension Request {
  /// Whether the sender says that it has this version already.
  public func has(_ tag: EntityTag) -> Bool {
    headers.values(of: "If-None-Match").flatMap { $0.split(separator: ",") }.contains { text in
      let known = String(text).trimmed
      return known == "*" || known == tag.field || known == "W/" + tag.field
    }
  }
}
