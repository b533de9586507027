/// Gives short numbers to ids, so that rows of a fixed size can name them; never takes one back.
struct Register<ID: Hashable & Sendable>: Sendable {
  /// The ids in the order in which they were first seen.
  private(set) var ids: [ID] = []
  private var places: [ID: UInt16] = [:]

  /// The number of an id, if it has one.
  func place(of id: ID) -> UInt16? { places[id] }

  /// The id of a number.
  func id(at place: UInt16) -> ID? { Int(place) < ids.count ? ids[Int(place)] : nil }

  /// The number of an id, a new one if it has none.
  mutating func enter(_ id: ID) -> UInt16 {
    if let place = places[id] { return place }
    let place = UInt16(truncatingIfNeeded: ids.count)
    places[id] = place
    ids.append(id)
    return place
  }
}
