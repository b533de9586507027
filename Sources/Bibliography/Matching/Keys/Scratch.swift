/// Room outside of memory for bytes that are needed only for a while.
public protocol Scratch: AnyObject, Sendable {
  /// So many bytes are held in memory before this room is used.
  var threshold: Int { get }
  /// Adds bytes behind those before and gives the place where they begin; nil where there is no
  /// room for them, and then they stay in memory.
  func add(_ bytes: [UInt8]) -> Int?
  /// So many bytes from a place; nil where they cannot be read again. Whoever lent the room asks it
  /// for the fault in the end, and believes nothing that was worked out meanwhile.
  func read(from place: Int, count: Int) -> [UInt8]?
}
