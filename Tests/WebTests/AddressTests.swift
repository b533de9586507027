import Foundation
import HTTP
import Reporting
import Screening
import Testing

@testable import Web

@Suite("Addresses")
struct AddressTests {
  static let names = ["sleep", "a b", "déjà-vu", "50%", "a/b", "q?x=1#y"]

  static var all: [Address] {
    var all: [Address] = [.home, .style, .signIn, .signOut]
    for name in names {
      all += [
        .welcome(token: name), .review(name), .texts(review: name), .labels(review: name),
        .prisma(review: name), .prismaPicture(review: name), .box(review: name, name),
        .disclosure(review: name), .duplicates(review: name),
      ]
      all += ThemeTally.Unit.allCases.map { .themes(review: name, $0) }
      for number: UInt32 in [2, .max] {
        let report = RecordNumber(number)
        all += [
          .merged(review: name, report), .pair(review: name, RecordPair(RecordNumber(1), report)),
        ]
      }
      for stage in Stage.allCases {
        all += [
          .queue(review: name, stage), .conflicts(review: name, stage), .pilot(review: name, stage),
        ]
        for number: UInt32 in [1, 412, .max] {
          let report = RecordNumber(number)
          all += [
            .screening(review: name, report, stage), .conflict(review: name, report, stage),
            .text(review: name, report), .labelling(review: name, report),
          ]
        }
      }
    }
    return all
  }

  @Test("Every address that is printed leads back to itself, through a request", arguments: all)
  func roundTrip(_ address: Address) throws {
    let request = try Request(.get, address.text)
    #expect(Address(request.path) == address)
  }

  @Test("No two addresses are printed alike")
  func distinct() {
    #expect(Set(Self.all.map(\.text)).count == Set(Self.all).count)
  }

  @Test("docs/http.md has a row for every address")
  func documented() throws {
    let page = try String(contentsOf: Self.document, encoding: .utf8)
    let report = RecordNumber(412)
    let samples: [Address] = [
      .home, .signIn, .signOut, .welcome(token: "TOKEN"), .review("NAME"), .texts(review: "NAME"),
      .text(review: "NAME", report), .labels(review: "NAME"), .labelling(review: "NAME", report),
      .prisma(review: "NAME"), .prismaPicture(review: "NAME"), .box(review: "NAME", "BOX"),
      .disclosure(review: "NAME"), .duplicates(review: "NAME"), .merged(review: "NAME", report),
      .pair(review: "NAME", RecordPair(report, RecordNumber(417))),
      .queue(review: "NAME", .fullText),
      .screening(review: "NAME", report, .fullText), .conflicts(review: "NAME", .fullText),
      .conflict(review: "NAME", report, .fullText), .pilot(review: "NAME", .fullText),
      .themes(review: "NAME", .reports),
      .themes(review: "NAME", .studies),
    ]
    for address in samples {
      let row = address.text.replacing("R412", with: "R").replacing("R417", with: "R")
        .replacing("full-text", with: "STAGE")
      #expect(page.contains("\n| `\(row)` |"), "\(row)")
    }
    let rows = page.split(separator: "\n").count { $0.hasPrefix("| `/") }
    #expect(rows == samples.count + 1, "the style sheet has the last row")
  }

  private static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/http.md")

  @Test(
    "What is printed for no address leads nowhere",
    arguments: [
      "/nothing", "/reviews", "/reviews/sleep/reports", "/reviews/sleep/reports/R1",
      "/reviews/sleep/reports/R01/full-text", "/reviews/sleep/reports/1/full-text",
      "/reviews/sleep/reports/R1/full-text/conflict/more", "/reviews/sleep/conflicts/nowhere",
      "/reviews/sleep/pilot", "/reviews/sleep/pilot/nowhere",
      "/reviews/sleep/themes/reports", "/reviews/sleep/themes/records", "/assets/style-0.css",
      "/welcome", "/sign-in/more", "/reviews/sleep/prisma/more", "/reviews/sleep/duplicates/R2/R1",
      "/reviews/sleep/duplicates/R1/R1", "/reviews/sleep/duplicates/1",
    ])
  func nowhere(_ text: String) throws {
    #expect(Address(try Request(.get, text).path) == nil)
  }
}
