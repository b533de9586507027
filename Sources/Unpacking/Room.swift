/// How far a packed file may grow: bombs are told by their size, or by how much they say in little.
public struct Room: Hashable, Sendable {
  /// No file is longer than this.
  public let length: Int
  /// A file longer than `free` is no more than so many times as long as it was packed.
  public let ratio: Int
  /// Below this length no ratio is suspicious.
  public let free: Int

  /// Joins the limits.
  public init(length: Int, ratio: Int, free: Int) {
    self.length = length
    self.ratio = ratio
    self.free = free
  }

  /// Far beyond any export: text packs to a third, and repeats itself a hundred times at most.
  public static let standard = Room(length: 16 << 30, ratio: 200, free: 64 << 20)

  /// Refuses what has grown beyond reason.
  func check(_ length: Int, from packed: Int) throws(UnpackFault) {
    guard length <= self.length else { throw .tooLong(limit: self.length) }
    guard length <= free || length / ratio <= packed else { throw .growsTooMuch(ratio: ratio) }
  }
}
