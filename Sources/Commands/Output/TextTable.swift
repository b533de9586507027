/// Rows of text in aligned columns.
///
/// Nothing is ever cut off to fit a window: whoever reads it may be a program.
public struct TextTable: Hashable, Sendable {
  /// On which side of its column a cell stands.
  public enum Side: Hashable, Sendable {
    case left
    case right
  }

  private let sides: [Side]
  private let indent: Int
  private var rows: [[String]]

  /// Begins a table, with a head if its columns need names.
  public init(_ sides: [Side], head: [String]? = nil, indent: Int = 0) {
    self.sides = sides
    self.indent = indent
    self.rows = head.map { [$0] } ?? []
  }

  /// Adds a row; absent cells stay empty.
  public mutating func add(_ cells: String...) { rows.append(cells) }

  /// Adds a row.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows as lines, without a line end behind the last.
  public var text: String {
    let widths = sides.indices.map { column in
      rows.lazy.filter { column < $0.count }.map(\.[column].columns).max() ?? 0
    }
    return rows.map { line($0, widths) }.joined(separator: "\n")
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = zip(row, zip(sides, widths)).map { cell, column in
      let gap = String(repeating: " ", count: column.1 - cell.columns)
      return switch column.0 {
      case .left: cell + gap
      case .right: gap + cell
      }
    }
    let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

extension String {
  /// How many columns of a terminal the text takes: East Asian wide characters take two.
  fileprivate var columns: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }
}

extension Character {
  /// Unicode Standard Annex 11, W and F, in the blocks that names and titles use.
  fileprivate var isWide: Bool {
    guard let first = unicodeScalars.first?.value, first >= 0x1100 else { return false }
    return Self.wideBlocks.contains { $0.contains(first) }
  }

  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD,
  ]
}
