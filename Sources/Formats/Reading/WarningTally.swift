/// Warnings counted by kind, with the first few of each; its size does not grow with the file.
public struct WarningTally: Hashable, Sendable {
  /// Warnings of one kind.
  public struct Share: Hashable, Sendable {
    /// The word for the kind.
    public let name: String
    /// How many there were.
    public fileprivate(set) var count = 0
    /// The first of them.
    public fileprivate(set) var examples: [ReadWarning] = []
  }

  /// How many examples of a kind are kept.
  public static let examples = 5

  /// The kinds in the order in which they were first met.
  public private(set) var shares: [Share] = []

  /// Nothing counted yet.
  public init() {}

  /// How many warnings there were.
  public var count: Int { shares.reduce(0) { $0 + $1.count } }

  /// Counts one.
  public mutating func add(_ warning: ReadWarning) {
    let name = warning.kind.name
    let index =
      shares.firstIndex { $0.name == name }
      ?? {
        shares.append(Share(name: name))
        return shares.count - 1
      }()
    shares[index].count += 1
    if shares[index].count <= Self.examples { shares[index].examples.append(warning) }
  }
}
