public import Bibliography

/// What a search string finds in a record.
public struct SearchMatch: Hashable, Sendable {
  /// What each block finds, in the order of the blocks.
  public let blocks: [BlockMatch]

  /// Whether every block matches.
  public var isMatch: Bool { blocks.allSatisfy(\.isMatch) }

  /// What one block finds.
  public struct BlockMatch: Hashable, Sendable {
    /// Whether the block matches.
    public let isMatch: Bool
    /// Where its terms stand, field by field.
    public let hits: [Hit]
  }

  /// Where one term stands.
  public struct Hit: Hashable, Sendable {
    /// The term.
    public let term: Term
    /// The field that it stands in.
    public let field: FieldRule.Field
    /// Which of the texts of that field, from 0; only keywords have more than one.
    public let item: Int
    /// Where in the printed text, in bytes of UTF-8.
    public let range: Range<Int>
  }
}

extension SearchString {
  /// The fields that a search looks in.
  public static let fields: [FieldRule.Field] = [.title, .abstract, .keywords]

  /// What the search finds in title, abstract and keywords of a record.
  public func matches(in reference: Reference) -> SearchMatch {
    let texts = Self.fields.flatMap { field in
      field.texts(of: reference).enumerated().map { item, text in
        (field, item, FoldedText(text, keepingOrigins: true))
      }
    }
    return SearchMatch(
      blocks: blocks.map { block in
        let hits = texts.flatMap { field, item, folded in
          block.terms.flatMap { term in
            term.hits(in: folded).map {
              SearchMatch.Hit(term: term, field: field, item: item, range: folded.origin(of: $0))
            }
          }
        }
        let found = Set(hits.map(\.term))
        return SearchMatch.BlockMatch(isMatch: block.expression.holds(with: found), hits: hits)
      })
  }
}
