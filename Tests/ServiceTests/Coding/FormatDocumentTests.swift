import Glibc
import Testing

@testable import Service

@Suite("The facts in docs/ledger-format.md")
struct FactsDocumentTests {
  @Test("Every kind has its row, and every row its kind")
  func rows() throws {
    let rows = try FactsDocumentTests.document().split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count == 3, let number = UInt16(cells[0].prefix { $0.isNumber }) else {
        return nil as String?
      }
      return "\(number) \(cells[1].split(separator: "`").first ?? "")"
    }
    let ofReviews = FactKind.allCases.map { "\($0.rawValue) \($0)" }
    let ofTheWorkspace = FactSamples.ofTheWorkspace.map { fact in
      "\(fact.kind) \("\(fact)".prefix { $0 != "(" })"
    }
    #expect(rows == ofReviews + ofTheWorkspace)
  }

  @Test("Every word that stands for a choice of the protocol is named")
  func words() throws {
    let document = try FactsDocumentTests.document()
    for word in Dice.wordsOfProtocols {
      #expect(document.contains("`\(word)`"), "\(word) is not in docs/ledger-format.md")
    }
  }

  private static func document() throws -> String {
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let file = try #require(fopen("/\(package)/docs/ledger-format.md", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
