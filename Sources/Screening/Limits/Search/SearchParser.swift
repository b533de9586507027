/// Reads the tokens of a search string: `OR` first, then `AND` and `NOT`.
struct SearchParser {
  private let tokens: [SearchToken]
  private var index = 0
  private var depth = 0

  /// How deep parentheses may be nested.
  static let depthLimit = 32

  init(tokens: [SearchToken]) { self.tokens = tokens }

  mutating func search() throws(SearchFault) -> SearchExpression {
    let expression = try conjunction()
    switch current.kind {
    case .end: return expression
    case .close: throw SearchFault(.strayParenthesis, at: current.place)
    case .quoted, .word, .open, .and, .or, .not:
      throw SearchFault(.missingOperator, at: current.place)
    }
  }

  private var current: SearchToken { tokens[min(index, tokens.count - 1)] }

  private mutating func conjunction() throws(SearchFault) -> SearchExpression {
    var parts = [try disjunction()]
    while current.kind == .and || current.kind == .not {
      // "A NOT B" and "A AND NOT B" are the same; the `not` itself is read with what follows it.
      if current.kind == .and { index += 1 }
      parts.append(try disjunction())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func disjunction() throws(SearchFault) -> SearchExpression {
    if current.kind == .not {
      return .not(try nested { parser throws(SearchFault) in try parser.disjunction() })
    }
    var parts = [try operand()]
    while current.kind == .or {
      index += 1
      parts.append(try operand())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func operand() throws(SearchFault) -> SearchExpression {
    let token = current
    switch token.kind {
    case .quoted(let text):
      index += 1
      return .term(try Self.term(text, at: token.place))
    case .word: return try phrase()
    case .open: return try group()
    case .and, .or, .not, .close, .end: throw SearchFault(.missingTerm, at: token.place)
    }
  }

  /// Words that nothing parts are a phrase.
  private mutating func phrase() throws(SearchFault) -> SearchExpression {
    let place = current.place
    var words: [String] = []
    while case .word(let word) = current.kind {
      words.append(word)
      index += 1
    }
    return .term(try Self.term(words.joined(separator: " "), at: place))
  }

  private mutating func group() throws(SearchFault) -> SearchExpression {
    let place = current.place
    let expression = try nested { parser throws(SearchFault) in try parser.conjunction() }
    guard current.kind == .close else {
      let fault: SearchFault.Fault =
        current.kind == .end ? .openParenthesis : .missingOperator
      throw SearchFault(fault, at: current.kind == .end ? place : current.place)
    }
    index += 1
    return expression
  }

  /// Reads what stands after the token that nests it.
  private mutating func nested(
    _ read: (inout SearchParser) throws(SearchFault) -> SearchExpression
  ) throws(SearchFault) -> SearchExpression {
    guard depth < Self.depthLimit else { throw SearchFault(.tooDeep, at: current.place) }
    depth += 1
    index += 1
    let expression = try read(&self)
    depth -= 1
    return expression
  }

  private static func term(
    _ text: String, at place: SearchFault.Place
  ) throws(SearchFault) -> Term {
    if text.contains(where: { "?#$".contains($0) }) {
      throw SearchFault(.wildcard(text), at: place)
    }
    guard let term = Term(text) else {
      throw SearchFault(text.contains("*") ? .wildcard(text) : .emptyTerm, at: place)
    }
    return term
  }
}
