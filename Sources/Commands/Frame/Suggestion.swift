import Screening

/// The question after a mistyped word, with a blank before it; nothing if no known word is near.
func suggestion(for word: String, among known: [String]) -> String {
  DidYouMean.nearest(to: word, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
}
