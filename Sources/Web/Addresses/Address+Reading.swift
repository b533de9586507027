import HTTP
import Reporting
import Screening

extension Address {
  /// The address that the parts of a path spell; nil if it leads nowhere.
  public init?(_ segments: [String]) {
    var path = PathReader(segments)
    guard let address = Address.read(&path), path.isAtEnd else { return nil }
    self = address
  }

  private static func read(_ path: inout PathReader) -> Address? {
    if path.isAtEnd { return .home }
    switch path.next() {
    case "sign-in": return .signIn
    case "sign-out": return .signOut
    case "welcome": return path.next().map { .welcome(token: $0) }
    case "assets": return path.next() == Style.name ? .style : nil
    case "reviews":
      guard let name = path.next() else { return nil }
      return path.isAtEnd ? .review(name) : read(&path, in: name)
    default: return nil
    }
  }

  private static func read(_ path: inout PathReader, in review: String) -> Address? {
    guard let word = path.next() else { return nil }
    switch word {
    case "reports": return readReport(&path, in: review)
    case "conflicts":
      return path.next().flatMap { Stage(name: $0) }.map { .conflicts(review: review, $0) }
    case "pilot": return path.next().flatMap { Stage(name: $0) }.map { .pilot(review: review, $0) }
    case "texts": return .texts(review: review)
    case "labels": return .labels(review: review)
    case "themes": return readThemes(&path, in: review)
    case "prisma": return .prisma(review: review)
    case "prisma.svg": return .prismaPicture(review: review)
    case "boxes": return path.next().map { .box(review: review, $0) }
    case "disclosure": return .disclosure(review: review)
    case "duplicates": return readDuplicates(&path, in: review)
    default: return Stage(name: word).map { .queue(review: review, $0) }
    }
  }

  private static func readThemes(_ path: inout PathReader, in review: String) -> Address? {
    guard let word = path.next() else { return .themes(review: review, .reports) }
    let unit = ThemeTally.Unit(rawValue: word)
    return unit.flatMap { $0 == .reports ? nil : .themes(review: review, $0) }
  }

  private static func readDuplicates(_ path: inout PathReader, in review: String) -> Address? {
    if path.isAtEnd { return .duplicates(review: review) }
    guard let one = readNumber(&path) else { return nil }
    if path.isAtEnd { return .merged(review: review, one) }
    guard let other = readNumber(&path), one < other else { return nil }
    return .pair(review: review, RecordPair(one, other))
  }

  /// A number as it is printed, and in no other way.
  private static func readNumber(_ path: inout PathReader) -> RecordNumber? {
    guard let text = path.next(), let number = RecordNumber(text: text),
      number.description == text
    else { return nil }
    return number
  }

  private static func readReport(_ path: inout PathReader, in review: String) -> Address? {
    guard let report = readNumber(&path), let word = path.next() else { return nil }
    switch word {
    case "text": return .text(review: review, report)
    case "labels": return .labelling(review: review, report)
    default:
      guard let stage = Stage(name: word) else { return nil }
      if path.isAtEnd { return .screening(review: review, report, stage) }
      return path.take("conflict") ? .conflict(review: review, report, stage) : nil
    }
  }
}
