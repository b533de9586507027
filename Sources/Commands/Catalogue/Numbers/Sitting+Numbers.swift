import Documents
import Reporting
import Screening
import Service

extension Sitting {
  /// The numbers as the person may see them.
  func numbers(asOf word: AsOfWord?) throws(Failure) -> Numbers {
    let asOf = word?.asOf(in: state.content?.zone ?? .utc) ?? .now
    return try answer(of: bench.numbers(of: review.id, for: person.id, asOf: asOf))
  }
}

extension Sitting {
  /// What is in a box: records as imported, reports and studies as people see them.
  func prints(of box: FlowBox, in review: Review) throws(Failure) -> [ReportPrint] {
    try answer(of: bench.texts(of: box, in: review)).map { number, text in
      ReportPrint(report: number, text: text)
    }
  }
}

extension FlowChart {
  /// The box of a name that a command line gave for an option.
  func box(called name: String, by option: Option<String>) throws(Failure) -> FlowBox {
    if let box = box(named: name) { return box }
    let known = boxes(all: true).flatMap { [$0] + $0.parts }.map(\.name)
    throw .usage(
      .unreadable(value: name, parameter: option.label, expected: .nameOfBox, known: known))
  }
}

extension Invocation {
  /// Says whose numbers they are, where the result itself has no room to.
  func remarkView(of numbers: Numbers) {
    guard numbers.view != .live else { return }
    for line in numbers.provenance.lines { remark(line) }
  }
}

extension Common {
  /// Up to where numbers are counted.
  static let asOf = Option(
    "as-of", "MOMENT", .asOf,
    "counts up to the end of a date or minute (in the review's zone unless Z), or an entry")
}

extension String {
  fileprivate static let nameOfBox = "the name of a box, as \"winnow prisma\" prints it"
}
