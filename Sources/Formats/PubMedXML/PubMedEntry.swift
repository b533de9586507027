/// A record as PubMed has it.
struct PubMedEntry {
  /// Texts under the elements that hold them: so few that looking through them is the quickest.
  struct Parts {
    private var texts: [(element: PubMedElement, text: String)] = []

    subscript(element: PubMedElement) -> String? {
      get {
        for part in texts where part.element == element { return part.text }
        return nil
      }
      set {
        if self[element] != nil { texts.removeAll { $0.element == element } }
        if let newValue { texts.append((element, newValue)) }
      }
    }
  }

  /// Someone who wrote or edited.
  struct Name {
    var parts = Parts()
    /// Whether it was found to be wrong; the right one stands beside it.
    var isWithdrawn = false
  }

  /// A part of an abstract.
  struct Section {
    var label: String?
    var text: String
  }

  /// A number under the word that says whose it is.
  struct Number {
    var kind: String
    var text: String
  }

  /// A subject heading with its qualifiers.
  struct Heading {
    var descriptor: String
    var qualifiers: [String] = []
  }

  /// Another article that this one corrects, comments on, or the other way round.
  struct Relation {
    var kind: String
    var parts = Parts()
  }

  var isBook = false
  /// The elements of which there is but one.
  var parts = Parts()
  /// When it was published: `2015 Dec 1`, `2014 Winter`, `1998 Dec-1999 Jan`.
  var published = Parts()
  /// When it appeared in electronic form.
  var appeared = Parts()
  var sections: [Section] = []
  var otherSections: [Section] = []
  var authors: [Name] = []
  var editors: [Name] = []
  var affiliations: [String] = []
  var languages: [String] = []
  var types: [String] = []
  var isbn: [String] = []
  var numbers: [Number] = []
  var locations: [Number] = []
  var keywords: [String] = []
  var headings: [Heading] = []
  var relations: [Relation] = []
  var notes: [String] = []
}
