/// How wide words are, and where they break: a picture has to know before anyone draws it.
///
/// Measured in Liberation Sans, which Arial and Helvetica agree with, so the three are what a picture
/// asks for.
struct Lettering: Hashable, Sendable {
  /// The size in pixels.
  let size: Double
  /// Whether it is bold.
  let isBold: Bool

  /// Families of these widths, the first that a machine has.
  static let family = "Liberation Sans, Arial, Helvetica, sans-serif"

  /// Room for rounding, hinting and a family that is a little wider.
  private static let allowance = 1.04

  /// How wide a text is, in pixels.
  func width(of text: String) -> Double {
    let widths = isBold ? Lettering.bold : Lettering.regular
    let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (Lettering.place(of: scalar).map { widths[$0] } ?? Lettering.width(ofOther: scalar))
    }
    return Double(thousandths) * size / 1000 * Lettering.allowance
  }

  /// Breaks a text into lines no wider than `limit`; a word that is wider itself is cut. A
  /// no-break space holds its neighbours together.
  func lines(of text: String, within limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces(of: String($0), within: limit) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || width(of: longer) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private func pieces(of word: String, within limit: Double) -> [String] {
    guard width(of: word) > limit else { return [word] }
    var pieces = [""]
    for character in word {
      let longer = pieces[pieces.count - 1] + String(character)
      if width(of: longer) > limit && longer.count > 1 {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1] = longer
      }
    }
    return pieces
  }

  private static func place(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value == 0xA0 ? 0x20 : scalar.value
    return (0x20...0x7E).contains(value) ? Int(value) - 0x20 : nil
  }

  /// Marks that join the letter before take no room; wide scripts take a full square.
  private static func width(ofOther scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F: 0
    case 0xA1...0x10FF: 600
    case 0x2010...0x2012, 0x2018...0x201D: 400
    default: 1000
    }
  }

  // swift-format-ignore
  private static let regular = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  // swift-format-ignore
  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
