/// Panels by the room that their words take.
extension FlowLayout {
  func lines(_ panel: FlowForm.Panel) -> [Picture.Line] {
    panel.passages.flatMap { passage in
      let indent = Double(passage.level) * Measure.indent
      let hang = passage.level > 0 ? Measure.hang : 0
      let width = Measure.panel - 2 * Picture.padding - indent - hang
      return Picture.plain.lines(of: passage.text, within: width).enumerated().map { place, text in
        Picture.Line(text: text, indent: indent + (place > 0 ? hang : 0))
      }
    }
  }

  func height(_ panel: FlowForm.Panel) -> Double {
    Picture.height(ofLines: lines(panel).count)
  }

  func height(of stack: [FlowForm.Panel]) -> Double {
    stack.map(height).reduce(0, +) + Double(max(stack.count - 1, 0)) * Picture.padding
  }

  @discardableResult
  mutating func add(
    _ panel: FlowForm.Panel, x: Double, around centre: Double
  ) -> Picture.Frame {
    let height = height(panel)
    return add(lines(panel), panel.style, x: x, y: centre - height / 2, Measure.panel, height)
  }

  @discardableResult
  mutating func add(
    _ lines: [Picture.Line], _ style: Picture.Style, x: Double, y: Double, _ width: Double,
    _ height: Double
  ) -> Picture.Frame {
    let frame = Picture.Frame(x: x, y: y, width: width, height: height)
    picture.panels.append(Picture.Panel(frame: frame, style: style, lines: lines))
    return frame
  }
}

extension FlowForm.Passage {
  /// The words with the number, which no line end parts: `Records screened (n = 1,234)`.
  fileprivate var text: String {
    number.map { "\(words) (n\u{A0}=\u{A0}\($0.grouped))" } ?? words
  }
}

extension Int {
  /// The digits in groups of three: `1,234,567`.
  fileprivate var grouped: String {
    let digits = String(magnitude)
    let head = digits.count % 3
    let groups = stride(from: head, to: digits.count, by: 3).map { start in
      digits.dropFirst(start).prefix(3)
    }
    let parts = (head > 0 ? [digits.prefix(head)] : []) + groups
    return (self < 0 ? "-" : "") + parts.joined(separator: ",")
  }
}
