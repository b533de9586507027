import HTTP
import Screening
import Service
import Testing

@testable import Web

@Suite("What stands beside a report that is decided")
struct ScreeningTests {
  @Test("Limits that fail, or of which nothing can be told, stand beside the report")
  func limits() async throws {
    let file =
      Desk.protocolFile + """
        limits:
          - {id: new, text: Published since 2021, published: {from: 2021}}
          - {id: english, text: In English, language: [en]}
          - {id: titled, text: With an abstract, abstract: required}

        """
    let desk = try await Desk(protocolFile: file)
    let page = try await desk.one.get(
      .screening(review: "sleep", RecordNumber(1), .titleAbstract))
    #expect(page.text.contains("<strong>Fails the limit</strong>: Published since 2021"))
    #expect(page.text.contains("<strong>Cannot tell</strong>: In English"))
    #expect(!page.text.contains("With an abstract"))
  }

  @Test("Other reasons can be ticked, and what one said stands in the form again")
  func also() async throws {
    let file = Desk.protocolFile.replacing(
      "labels:",
      with: """
        stages:
          title-abstract: {reasons: optional}
        labels:
        """
    ).replacing(
      "exclude: [{", with: "exclude: [{id: too-old, text: Too old}, {")
    let desk = try await Desk(protocolFile: file)
    let address = Address.screening(review: "sleep", RecordNumber(1), .titleAbstract)
    try await desk.one.send(
      ["verdict": "exclude", "reason": "not-sleep", "also": "too-old", "note": "My own words"],
      to: address)
    let view = try desk.bench.state(of: desk.review.id).review
      .view(of: RecordNumber(1), for: desk.one.person)
    #expect(view.stages[0].mine?.also == [CriterionID("too-old")])
    let page = try await desk.one.get(address)
    #expect(page.text.contains("name=\"also\" value=\"too-old\" checked"))
    #expect(page.text.contains("name=\"reason\" value=\"not-sleep\" checked"))
    #expect(page.text.contains("My own words</textarea>"))
  }

  @Test("Which terms are marked is said in words, and which criteria include or exclude")
  func words() async throws {
    let desk = try await Desk()
    let page = try await desk.one.get(
      .screening(review: "sleep", RecordNumber(1), .titleAbstract))
    #expect(page.text.contains("Include terms: <mark class=\"include\">report</mark>"))
    #expect(page.text.contains("<h4>Include</h4>") && page.text.contains("<h4>Exclude</h4>"))
  }
}
