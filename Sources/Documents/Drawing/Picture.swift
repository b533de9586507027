/// A picture made of panels, arrows and captions, placed in pixels from the upper left corner.
struct Picture: Sendable {
  /// What it is called: a screen reader says it first.
  let title: String
  /// What it shows, in sentences, for whoever does not see it.
  let description: String
  /// How wide it is.
  var width = 0.0
  /// How high it is.
  var height = 0.0
  /// Its boxes of words.
  var panels: [Panel] = []
  /// Its lines between them.
  var arrows: [Arrow] = []
  /// Words that stand in no panel.
  var captions: [Caption] = []

  /// A rectangle.
  struct Frame: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var middle: Double { x + width / 2 }
    var centre: Double { y + height / 2 }
    var right: Double { x + width }
    var bottom: Double { y + height }
  }

  /// What a panel is drawn as.
  enum Style: String, CaseIterable, Sendable {
    /// A box of the form.
    case box
    /// Work that goes on: the official form has no such box.
    case open
    /// The head of a column.
    case head
    /// The name of a phase, along the left side and read upwards.
    case phase
  }

  /// A line of words.
  struct Line: Hashable, Sendable {
    var text: String
    var indent = 0.0
  }

  /// A box with lines of words.
  struct Panel: Sendable {
    var frame: Frame
    var style: Style
    var lines: [Line]
  }

  /// A line through points, with a head at its last one.
  struct Arrow: Sendable {
    var points: [(x: Double, y: Double)]
    var isOpen = false
    var hasHead = true
  }

  /// Words that stand in no panel.
  struct Caption: Sendable {
    var x: Double
    var baseline: Double
    var text: String
    var isTitle = false
  }
}

extension Picture {
  /// Letters in panels.
  static let plain = Lettering(size: 13, isBold: false)
  /// Letters of heads and phases.
  static let strong = Lettering(size: 13, isBold: true)
  /// Letters of the title.
  static let large = Lettering(size: 17, isBold: true)
  /// Letters of the foot.
  static let small = Lettering(size: 11, isBold: false)
  /// From one baseline to the next.
  static let leading = 17.0
  /// From the edge of a panel to its words.
  static let padding = 10.0

  /// How high a panel of so many lines is.
  static func height(ofLines count: Int) -> Double {
    Double(count) * leading + 2 * padding - 3
  }
}
