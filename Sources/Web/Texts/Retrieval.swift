import HTML
import Screening
import Service

/// How a report's full text was looked for.
struct Retrieval {
  private let notes: [RetrievalNote]

  /// Reads what the person may know of it.
  init(of report: RecordNumber, in room: Room, of workbench: Workbench) throws(Fault) {
    notes = try workbench.retrieval(of: report, in: room.id, for: room.person)
  }

  /// Writes where the text is, and how it can be read, for whoever decides on it.
  func writePlace(to page: Page) {
    guard let last = notes.last(where: { $0.kind != .attempted }),
      case .obtained(let access, let isAbstractOnly) = last.kind
    else { return }
    page.p(.classes("place")) {
      page.text(isAbstractOnly ? "Only the abstract: " : "Full text: ")
      page.outside(last.words ?? .erased)
      page.text(" (\(access.label.lowercased()))")
    }
  }

  /// Writes every step with its date, for whoever looks for the text.
  func writeHistory(to page: Page) {
    guard !notes.isEmpty else { return }
    page.h2("So far")
    page.ul(.classes("list")) {
      for note in notes {
        page.li {
          page.time(String(note.moment.text.prefix(10)), .datetime(note.moment.text))
          page.text(" \(note.kind.label): ")
          if case .obtained = note.kind {
            page.outside(note.words ?? .erased)
          } else {
            page.text(note.words ?? .erased)
          }
        }
      }
    }
  }
}

extension Page {
  /// An address elsewhere as a link that does not tell where it was found; other words as words.
  func outside(_ address: String) {
    if address.hasPrefix("https://") || address.hasPrefix("http://") {
      a(address, .href(address), .rel("noreferrer"))
    } else {
      text(address)
    }
  }
}

extension TextObtained.Access {
  /// What people call it.
  var label: String {
    switch self {
    case .free: "Free to read"
    case .logIn: "With a log-in"
    }
  }
}

extension RetrievalStep.Kind {
  /// What people call it.
  fileprivate var label: String {
    switch self {
    case .attempted: "Attempt"
    case .obtained(let access, let isAbstractOnly):
      "Obtained, \(isAbstractOnly ? "abstract only, " : "")\(access.label.lowercased())"
    case .notRetrieved: "Not retrieved"
    case .withdrawn: "Withdrawn"
    }
  }
}

extension String {
  fileprivate static let erased = "the words were erased"
}
