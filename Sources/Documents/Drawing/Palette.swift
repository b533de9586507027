/// The colours of pictures, by day and by night; words keep a contrast of 7 to 1 on what is behind.
enum Palette {
  /// One colour by day and by night.
  struct Colour: Sendable {
    let light: String
    let dark: String
  }

  static let page = Colour(light: "#ffffff", dark: "#15191e")
  static let ink = Colour(light: "#1b1f24", dark: "#e8ecf1")
  static let faint = Colour(light: "#4b535d", dark: "#b3bcc7")
  static let line = Colour(light: "#4b535d", dark: "#9aa4b0")

  /// What a panel is filled and framed with.
  static func colours(of style: Picture.Style) -> (fill: Colour, stroke: Colour) {
    switch style {
    case .box: (page, line)
    case .open: (Colour(light: "#f4f6f8", dark: "#1e242b"), line)
    case .head:
      (Colour(light: "#fdeec4", dark: "#4a3b12"), Colour(light: "#c9971c", dark: "#a98a3a"))
    case .phase:
      (Colour(light: "#d9e8f6", dark: "#1d3a55"), Colour(light: "#6d9bc9", dark: "#4d7ba8"))
    }
  }

  /// The colours by night; print is always by day.
  static let styleSheet: String = {
    var rules = [
      ".page{fill:\(page.dark)}", "text{fill:\(ink.dark)}", ".foot{fill:\(faint.dark)}",
      ".line{stroke:\(line.dark)}", ".tip{fill:\(line.dark)}",
    ]
    for style in Picture.Style.allCases {
      let (fill, stroke) = colours(of: style)
      rules.append(".\(style.rawValue) rect{fill:\(fill.dark);stroke:\(stroke.dark)}")
    }
    return "@media screen and (prefers-color-scheme:dark){" + rules.joined() + "}"
  }()
}
