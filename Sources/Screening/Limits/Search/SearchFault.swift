/// Why a search string cannot be re-run as a hint, and where.
///
/// The string itself is kept as it was typed all the same: every database has a language of its own,
/// and only what they share is read here.
public struct SearchFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    case openQuote
    case openParenthesis
    case strayParenthesis
    case missingTerm
    case missingOperator
    case emptyTerm
    case wildcard(String)
    case proximity(String)
    case fieldTag(String)
    case tooDeep
  }

  /// A place in the string, both from 1.
  public struct Place: Hashable, Sendable {
    /// The line.
    public var line: Int
    /// The character in the line.
    public var column: Int
  }

  /// What is wrong.
  public let fault: Fault
  /// Where.
  public let place: Place

  init(_ fault: Fault, at place: Place) {
    self.fault = fault
    self.place = place
  }

  /// The place and the sentence.
  public var description: String { "line \(place.line), column \(place.column): \(sentence)" }

  /// What happened and what to do, without the place.
  public var sentence: String { fault.sentence }
}

extension SearchFault.Fault {
  fileprivate var sentence: String {
    switch self {
    case .openQuote:
      "A quotation mark is opened here and never closed. Close it after the phrase."
    case .openParenthesis:
      "A parenthesis is opened here and never closed. Close it after the last term of its block."
    case .strayParenthesis:
      "A parenthesis is closed here that was never opened. Take it away, or open it further ahead."
    case .missingTerm:
      "A term is missing here. Write one, or take the operator before it away."
    case .missingOperator:
      "Two terms follow each other here with nothing between. Join them by AND or OR."
    case .emptyTerm:
      "This term holds no letter and no digit. Write a word, or take it away."
    case .wildcard(let term):
      "\"\(term)\" has a wildcard that is not read here. Only a * at the end of a word is."
    case .proximity(let word):
      "\"\(word)\" asks how near words stand, which is not read here. Join the words by AND, or"
        + " quote them as a phrase."
    case .fieldTag(let word):
      "\"\(word)\" names a field or a subject heading, which is not read here. Leave the tag away:"
        + " title, abstract and keywords are looked at."
    case .tooDeep:
      "Parentheses are nested more than \(SearchParser.depthLimit) deep. Write the search flatter."
    }
  }
}
