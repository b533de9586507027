import Foundation
import Testing

@testable import Web

@Suite("The style sheet")
struct StyleTests {
  /// The colours of both schemes by their names, light first; dark where only light names one.
  private static let schemes: [[String: [Double]]] = {
    let halves = String(decoding: Style.bytes, as: UTF8.self)
      .split(separator: "prefers-color-scheme: dark", maxSplits: 1)
    return halves.map { half in
      var colours: [String: [Double]] = [:]
      for part in half.split(separator: "--").dropFirst() {
        let words = part.split { $0 == ":" || $0 == " " || $0 == ";" }
        guard words.count > 1, let colour = channels(words[1]) else { continue }
        colours[String(words[0])] = colours[String(words[0])] ?? colour
      }
      return colours
    }
  }()

  private static func channels(_ text: Substring) -> [Double]? {
    guard text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16) else { return nil }
    return [16, 8, 0].map { Double(number >> $0 & 0xFF) / 255 }
  }

  /// WCAG 2.2: the relative luminance of a colour.
  private static func luminance(_ channels: [Double]) -> Double {
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  @Test(
    "Edges of fields stand out by 3 to 1, words by 4.5 to 1, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11)",
    arguments: [
      ("edge", 3.0), ("ink", 4.5), ("soft", 4.5), ("accent", 4.5), ("good", 4.5), ("bad", 4.5),
    ])
  func contrast(_ name: String, _ least: Double) throws {
    try #require(Self.schemes.count == 2)
    for colours in Self.schemes {
      let front = Self.luminance(try #require(colours[name]))
      for ground in ["paper", "sheet"] {
        let back = Self.luminance(try #require(colours[ground]))
        let ratio = (max(front, back) + 0.05) / (min(front, back) + 0.05)
        #expect(ratio >= least, "\(name) on \(ground): \(ratio)")
      }
    }
  }

  @Test("Fields and buttons have such an edge")
  func edges() {
    let sheet = String(decoding: Style.bytes, as: UTF8.self)
    for rule in ["input[type=text]", "button {"] {
      let start = sheet.firstRange(of: rule)
      let body = start.map { sheet[$0.lowerBound...].prefix { $0 != "}" } } ?? ""
      #expect(body.contains("1px solid var(--edge)"), "\(rule)")
    }
  }
}
