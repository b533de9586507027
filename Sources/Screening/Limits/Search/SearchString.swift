/// A search string of a database, read as blocks of alternatives that are joined by *and*.
///
/// `OR` binds closer than `AND`, as review teams write their blocks. What it finds in a record is a
/// hint for people: it decides nothing.
public struct SearchString: Hashable, Sendable {
  /// The blocks, in order; a record matches when all of them do.
  public let blocks: [Block]

  /// Terms of which one is enough.
  public struct Block: Hashable, Sendable {
    /// The terms in the order written, each once.
    public let terms: [Term]
    /// How they are joined; all by *or* but where the search nests more deeply.
    let expression: SearchExpression

    init(_ expression: SearchExpression) {
      self.expression = expression
      var terms: [Term] = []
      for term in expression.terms where !terms.contains(term) { terms.append(term) }
      self.terms = terms
    }

    /// Whether the block asks for something not to be there.
    public var isNegated: Bool {
      guard case .not = expression else { return false }
      return true
    }
  }

  /// Reads a search string as it was typed.
  public static func parse(_ text: String) throws(SearchFault) -> SearchString {
    var parser = SearchParser(tokens: try SearchToken.all(in: text))
    return SearchString(blocks: try parser.search().conjuncts.map { Block($0) })
  }
}

/// How the terms of a search are joined.
indirect enum SearchExpression: Hashable, Sendable {
  case term(Term)
  case any([SearchExpression])
  case all([SearchExpression])
  case not(SearchExpression)

  /// The terms in the order written.
  var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .any(let parts), .all(let parts): parts.flatMap(\.terms)
    case .not(let part): part.terms
    }
  }

  /// The parts that all must hold.
  var conjuncts: [SearchExpression] {
    guard case .all(let parts) = self else { return [self] }
    return parts.flatMap(\.conjuncts)
  }

  /// Whether it holds where these terms are found.
  func holds(with found: Set<Term>) -> Bool {
    switch self {
    case .term(let term): found.contains(term)
    case .any(let parts): parts.contains { $0.holds(with: found) }
    case .all(let parts): parts.allSatisfy { $0.holds(with: found) }
    case .not(let part): !part.holds(with: found)
    }
  }
}
