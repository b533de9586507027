import HTTP
public import Reporting
public import Screening

/// Every address of the service: what routes requests is what prints links.
public enum Address: Hashable, Sendable {
  case home
  case style
  case signIn
  case signOut
  case welcome(token: String)
  case review(String)
  case queue(review: String, Stage)
  case screening(review: String, RecordNumber, Stage)
  case conflicts(review: String, Stage)
  case conflict(review: String, RecordNumber, Stage)
  case pilot(review: String, Stage)
  case texts(review: String)
  case text(review: String, RecordNumber)
  case labels(review: String)
  case labelling(review: String, RecordNumber)
  case themes(review: String, ThemeTally.Unit)
  case prisma(review: String)
  case prismaPicture(review: String)
  case box(review: String, String)
  case disclosure(review: String)
  case duplicates(review: String)
  case pair(review: String, RecordPair)
  case merged(review: String, RecordNumber)

  /// The address as links and forms print it.
  public var text: String {
    var path: PathWriter
    switch self {
    case .home: path = PathWriter()
    case .style: path = PathWriter("assets", Style.name)
    case .signIn: path = PathWriter("sign-in")
    case .signOut: path = PathWriter("sign-out")
    case .welcome(let token): path = PathWriter("welcome", token)
    case .review(let name): path = PathWriter("reviews", name)
    case .queue(let name, let stage): path = PathWriter("reviews", name, stage.name)
    case .screening(let name, let report, let stage):
      path = PathWriter("reviews", name, "reports", report.description, stage.name)
    case .conflicts(let name, let stage):
      path = PathWriter("reviews", name, "conflicts", stage.name)
    case .conflict(let name, let report, let stage):
      path = PathWriter("reviews", name, "reports", report.description, stage.name, "conflict")
    case .pilot(let name, let stage):
      path = PathWriter("reviews", name, "pilot", stage.name)
    case .texts(let name): path = PathWriter("reviews", name, "texts")
    case .text(let name, let report):
      path = PathWriter("reviews", name, "reports", report.description, "text")
    case .labels(let name): path = PathWriter("reviews", name, "labels")
    case .labelling(let name, let report):
      path = PathWriter("reviews", name, "reports", report.description, "labels")
    case .themes(let name, .reports): path = PathWriter("reviews", name, "themes")
    case .themes(let name, let unit): path = PathWriter("reviews", name, "themes", unit.rawValue)
    case .prisma(let name): path = PathWriter("reviews", name, "prisma")
    case .prismaPicture(let name): path = PathWriter("reviews", name, "prisma.svg")
    case .box(let name, let box): path = PathWriter("reviews", name, "boxes", box)
    case .disclosure(let name): path = PathWriter("reviews", name, "disclosure")
    case .duplicates(let name): path = PathWriter("reviews", name, "duplicates")
    case .pair(let name, let pair):
      path = PathWriter(
        "reviews", name, "duplicates", pair.low.description, pair.high.description)
    case .merged(let name, let report):
      path = PathWriter("reviews", name, "duplicates", report.description)
    }
    return path.address
  }
}
