/// " Did you mean "x"?" with a blank before it, or nothing if no known word is near.
func suggestion(for word: String, among known: [String]) -> String { "" }
