import Foundation
import FoundationXML
import Reporting
import Screening
import Testing

@testable import Documents

@Suite("The form as a picture")
struct FlowFormTests {
  @Test("Every shape's numbers close", arguments: Shapes.allCases)
  func closes(shape: Shapes) { #expect(shape.document.chart.flow.breaches.map(\.sentence) == []) }

  @Test(
    "Pictures look the same as ever", arguments: [Shapes.arms, .update, .reasons, .disclosed])
  func goldens(shape: Shapes) throws {
    try Golden.expect(shape.document.svg, is: "flow-\(shape.rawValue).svg")
  }

  @Test("Words stay inside of their panels", arguments: Shapes.allCases)
  func inside(shape: Shapes) {
    for panel in FlowForm(shape.document).picture.panels where panel.style != .phase {
      let letters = panel.style == .head ? Picture.strong : Picture.plain
      for line in panel.lines {
        let room = panel.frame.width - 2 * Picture.padding
        #expect(line.indent + letters.width(of: line.text) <= room, "\(line.text)")
      }
      #expect(Picture.height(ofLines: panel.lines.count) <= panel.frame.height)
    }
  }

  @Test("No panel covers another, and all stay on the page", arguments: Shapes.allCases)
  func apart(shape: Shapes) {
    let picture = FlowForm(shape.document).picture
    let frames = picture.panels.map(\.frame)
    for (place, one) in frames.enumerated() {
      #expect(
        one.x >= 0 && one.y >= 0 && one.right <= picture.width && one.bottom <= picture.height)
      for other in frames[(place + 1)...] {
        let isApart =
          one.right <= other.x || other.right <= one.x || one.bottom <= other.y
          || other.bottom <= one.y
        #expect(isApart, "\(one) covers \(other)")
      }
    }
  }

  @Test("No line runs through a panel", arguments: Shapes.allCases)
  func clear(shape: Shapes) {
    let picture = FlowForm(shape.document).picture
    for arrow in picture.arrows {
      for (start, end) in zip(arrow.points, arrow.points.dropFirst()) {
        let (left, right) = (min(start.x, end.x), max(start.x, end.x))
        let (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
        for frame in picture.panels.map(\.frame) {
          let crosses =
            left < frame.right && right > frame.x && top < frame.bottom && bottom > frame.y
          #expect(!crosses, "a line from \(start) to \(end) crosses \(frame)")
        }
      }
    }
  }

  @Test(
    "The picture is XML with a title and a description, and holds no script",
    arguments: Shapes.allCases)
  func wellFormed(shape: Shapes) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(shape.document.svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.elements.isSuperset(of: ["svg", "title", "desc", "text", "rect", "path"]))
    #expect(reader.elements.isDisjoint(with: ["script", "foreignObject", "image", "a"]))
    #expect(reader.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "href" })
  }

  @Test("Whoever hears the picture is told every number that it shows", arguments: Shapes.allCases)
  func spoken(shape: Shapes) {
    let document = shape.document
    let heard = FlowForm(document).picture.description
    for box in document.chart.boxes() where box.number > 0 {
      #expect(heard.contains("\(box.words): \(box.number)."))
    }
  }

  @Test("Names with markup in them stay text")
  func escaped() {
    let svg = Shapes.reasons.document.svg
    #expect(svg.contains("&lt;&amp; others&gt;"))
  }

  @Test("A number never leaves its words' line at its own blanks")
  func unbroken() {
    let lines = FlowForm(Shapes.thousands.document).picture.panels.flatMap(\.lines).map(\.text)
    #expect(lines.contains { $0.contains("(n\u{A0}=\u{A0}112,345)") })
    #expect(lines.allSatisfy { $0.contains("(n") == $0.contains(")") || !$0.contains("(n") })
  }
}

/// Notes what elements and attributes a document has.
private final class Reader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
  }
}
