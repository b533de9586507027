extension Picture {
  /// The picture as SVG 1.1 without any script.
  ///
  /// Every shape carries its light colours itself, so that a program without style sheets shows it
  /// well; the style sheet has the dark ones.
  var svg: String {
    var svg = Markup()
    svg.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 \(width.pixels) \(height.pixels)"),
        ("width", width.pixels), ("height", height.pixels), ("role", "img"),
        ("aria-labelledby", "winnow-title winnow-description"),
        ("font-family", Lettering.family), ("font-size", Picture.plain.size.pixels),
      ])
    svg.leaf("title", [("id", "winnow-title")], title)
    svg.leaf("desc", [("id", "winnow-description")], description)
    svg.leaf("style", [], Palette.styleSheet)
    svg.empty(
      "rect",
      [("class", "page"), ("width", "100%"), ("height", "100%"), ("fill", Palette.page.light)]
    )
    for arrow in arrows { draw(arrow, in: &svg) }
    for panel in panels { draw(panel, in: &svg) }
    for caption in captions { draw(caption, in: &svg) }
    svg.close("svg")
    return svg.text
  }

  private func draw(_ panel: Panel, in svg: inout Markup) {
    let colours = Palette.colours(of: panel.style)
    let frame = panel.frame
    svg.open("g", [("class", panel.style.rawValue)])
    svg.empty(
      "rect",
      [
        ("x", frame.x.pixels), ("y", frame.y.pixels), ("width", frame.width.pixels),
        ("height", frame.height.pixels),
        ("rx", panel.style == .box || panel.style == .open ? "3" : "8"),
        ("fill", colours.fill.light), ("stroke", colours.stroke.light),
      ] + (panel.style == .open ? [("stroke-dasharray", "5 3")] : []))
    switch panel.style {
    case .box, .open: drawLeft(panel, in: &svg)
    case .head: drawCentred(panel, in: &svg)
    case .phase: drawUpwards(panel, in: &svg)
    }
    svg.close("g")
  }

  private func drawLeft(_ panel: Panel, in svg: inout Markup) {
    let frame = panel.frame
    let block = Double(panel.lines.count) * Picture.leading
    let first = frame.centre - block / 2 + Picture.leading * 0.75
    for (place, line) in panel.lines.enumerated() {
      svg.leaf(
        "text",
        [
          ("x", (frame.x + Picture.padding + line.indent).pixels),
          ("y", (first + Double(place) * Picture.leading).pixels),
          ("fill", Palette.ink.light),
        ], line.text)
    }
  }

  private func drawCentred(_ panel: Panel, in svg: inout Markup) {
    let block = Double(panel.lines.count) * Picture.leading
    let first = panel.frame.centre - block / 2 + Picture.leading * 0.75
    for (place, line) in panel.lines.enumerated() {
      svg.leaf(
        "text",
        [
          ("x", panel.frame.middle.pixels),
          ("y", (first + Double(place) * Picture.leading).pixels), ("text-anchor", "middle"),
          ("font-weight", "bold"), ("fill", Palette.ink.light),
        ], line.text)
    }
  }

  private func drawUpwards(_ panel: Panel, in svg: inout Markup) {
    let (x, y) = ((panel.frame.middle + Picture.plain.size * 0.35), panel.frame.centre)
    svg.leaf(
      "text",
      [
        ("transform", "translate(\(x.pixels) \(y.pixels)) rotate(-90)"), ("text-anchor", "middle"),
        ("font-weight", "bold"), ("fill", Palette.ink.light),
      ], panel.lines.map(\.text).joined(separator: " "))
  }

  private func draw(_ arrow: Arrow, in svg: inout Markup) {
    let path = arrow.points.map { "\($0.x.pixels) \($0.y.pixels)" }.joined(separator: "L")
    svg.empty(
      "path",
      [
        ("class", "line"), ("d", "M" + path), ("fill", "none"), ("stroke", Palette.line.light),
        ("stroke-width", "1.2"),
      ] + (arrow.isOpen ? [("stroke-dasharray", "5 3")] : []))
    guard arrow.hasHead, arrow.points.count > 1 else { return }
    let (tip, before) = (arrow.points[arrow.points.count - 1], arrow.points[arrow.points.count - 2])
    let isDown = tip.x == before.x
    let back = (isDown ? tip.y < before.y : tip.x < before.x) ? 7.0 : -7.0
    let wings =
      isDown
      ? [(tip.x - 4, tip.y + back), (tip.x + 4, tip.y + back)]
      : [(tip.x + back, tip.y - 4), (tip.x + back, tip.y + 4)]
    let points = ([(tip.x, tip.y)] + wings).map { "\($0.0.pixels),\($0.1.pixels)" }
    svg.empty(
      "polygon",
      [
        ("class", "tip"), ("points", points.joined(separator: " ")), ("fill", Palette.line.light),
      ])
  }

  private func draw(_ caption: Caption, in svg: inout Markup) {
    let letters = caption.isTitle ? Picture.large : Picture.small
    svg.leaf(
      "text",
      [
        ("class", caption.isTitle ? "title" : "foot"), ("x", caption.x.pixels),
        ("y", caption.baseline.pixels), ("font-size", letters.size.pixels),
        ("fill", (caption.isTitle ? Palette.ink : Palette.faint).light),
      ] + (letters.isBold ? [("font-weight", "bold")] : []), caption.text)
  }
}

extension Double {
  /// The number as SVG writes it, to a hundredth of a pixel.
  fileprivate var pixels: String {
    let hundredths = Int((self * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(sign)\(whole).\(digits)"
  }
}
