import Bibliography
import Documents
import HTML
import HTTP
import Reporting
import Screening
import Service

extension Site {
  /// The PRISMA flow as a person may see it: the form, and every box with a way to what is in it.
  func prisma(_ room: Room, _ request: Request) throws(Fault) -> Response {
    let document = try flow(room).document
    if request.wantsJSON { return .json(document.json) }
    return Layout(
      title: "Flow", visitor: room.visitor, room: room, here: .prisma(review: room.name)
    ).page { page in
      page.h1("Flow")
      page.provenance(document.provenance)
      if document.provenance.isUndisclosed { return }
      page.div(.classes("picture")) {
        page.img(.src(Address.prismaPicture(review: room.name).text), .alt(String.picture))
      }
      page.h2("What is in the boxes")
      page.div(.classes("scroll")) {
        page.table(.classes("boxes")) {
          for section in document.sections { write(section.heading, section.boxes, room, page) }
        }
      }
    }
  }

  private func write(_ heading: String, _ boxes: [FlowBox], _ room: Room, _ page: Page) {
    page.tbody {
      page.tr(.classes("sum")) { page.th(heading, .scope(.rowgroup), .colspan(2)) }
      for box in boxes {
        row(box, room, page)
        for part in box.parts where part.number > 0 { row(part, room, page, isPart: true) }
      }
    }
  }

  private func row(_ box: FlowBox, _ room: Room, _ page: Page, isPart: Bool = false) {
    page.tr {
      page.th(box.words, .scope(.row), .classes(isPart ? "part" : "whole"))
      page.td(.classes("number")) {
        page.a(
          "\(box.number)", .href(Address.box(review: room.name, box.name).text),
          .ariaLabel("\(box.number), \(box.words)"))
      }
    }
  }

  /// The form of PRISMA 2020.
  func prismaPicture(_ room: Room) throws(Fault) -> Response {
    .svg(Array(try flow(room).document.svg.utf8))
  }

  /// What is in one box: exactly the records, reports or studies that its number counts.
  func box(_ name: String, _ room: Room) throws(Fault) -> Response {
    let (numbers, document) = try flow(room)
    guard let box = document.chart.box(named: name) else { return nothingThere(room.visitor) }
    let texts = try workbench.texts(of: box, first: Site.longestList, in: numbers.review)
    return Layout(
      title: box.words, visitor: room.visitor, room: room, here: .prisma(review: room.name)
    ).page { page in
      page.p { page.a("Flow", .href(Address.prisma(review: room.name).text)) }
      page.h1("\(box.words): \(box.number)")
      page.provenance(document.provenance)
      if box.number == 0 { page.p("There is nothing in this box.") }
      page.ul(.classes("list")) {
        for (number, text) in texts {
          let description = Description(text.reference)
          page.li {
            page.text(description.title)
            page.p("\(number) · \(description.line)", .classes("soft"))
          }
        }
      }
      if box.number > texts.count { page.p(.firstOnly(texts.count, of: box), .classes("soft")) }
    }
  }

  private func flow(_ room: Room) throws(Fault) -> (numbers: Numbers, document: FlowDocument) {
    let numbers = try workbench.numbers(of: room.id, for: room.person)
    let chart = FlowChart(try numbers.flow(), numbers.content)
    return (numbers, FlowDocument(chart, numbers.provenance))
  }

  /// A page never lists more.
  private static let longestList = 500
}

extension Page {
  /// Where numbers come from, as every output of them says.
  func provenance(_ provenance: Provenance) {
    p(provenance.captions.joined(separator: " "), .classes("soft"))
  }
}

extension String {
  fileprivate static let picture =
    "The numbers of the review in the form of PRISMA 2020; the table below tells the same."

  fileprivate static func firstOnly(_ count: Int, of box: FlowBox) -> String {
    "These are the first \(count). \"winnow prisma --box \(box.name) --list\" lists all."
  }
}
