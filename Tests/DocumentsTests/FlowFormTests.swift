import Documents
import Glibc
import Reporting
import Testing

@Suite("The form as a picture")
struct FlowFormTests {
  @Test("Every shape's numbers close", arguments: Shapes.allCases)
  func closes(shape: Shapes) { #expect(shape.flow.0.breaches.map(\.sentence) == []) }

  @Test("dump", arguments: Shapes.allCases)
  func dump(shape: Shapes) {
    let f = fopen("/tmp/w/\(shape.rawValue).svg", "w")
    fputs(shape.document.svg, f); fclose(f)
  }
}
