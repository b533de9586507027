import Bibliography
import Glibc
import LabelledSets
import Testing

@Suite("The matcher on records that people have labelled")
struct LabelledSetTests {
  /// Beside the package, where the labelled sets lie if they are there at all.
  private static let folder =
    #filePath.split(separator: "/").dropLast(4)
    .reduce("") { $0 + "/" + $1 } + "/../shared/data/dedup"

  @Test(
    "No work is lost, and few duplicates are left",
    .enabled(
      if: access(folder, R_OK) == 0, "the labelled sets are not beside the package: not measured"),
    arguments: [("diabetes", 2), ("respiratory", 14)])
  func bars(name: String, most: Int) throws {
    let set = try #require(LabelledSet(folder: "\(Self.folder)/\(name)", name: name))
    let (groups, result) = set.matched()
    let score = set.score(groups, asked: result.asked)
    #expect(score.worksLost == 0)
    #expect(score.duplicatesLeft <= most)
    #expect(100 * score.asked <= 3 * groups.count)
    #expect(1_000 * score.missed <= 5 * (score.found + score.left))
  }
}
