import Reporting

extension FlowForm {
  /// The form as a picture.
  var picture: Picture {
    var layout = FlowLayout(self)
    layout.place()
    return layout.picture
  }
}

extension FlowDocument {
  /// What the picture is called.
  var spokenTitle: String { .title(provenance.title) }

  /// The flow in sentences, for whoever hears the picture.
  var spoken: String {
    let sentences = chart.boxes().map { "\($0.words): \($0.number)." }
    return (sentences + provenance.captions).joined(separator: " ")
  }
}

extension String {
  fileprivate static func title(_ review: String) -> String {
    "PRISMA 2020 flow diagram: \(review)"
  }
}
