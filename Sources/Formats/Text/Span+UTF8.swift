// Whether bytes are UTF-8 without zeros. Nearly all are ASCII, which is looked at 64 bytes at a time.
extension Span<UInt8> {
  /// Whether it is ASCII without zeros, as nearly every text is.
  var isPlain: Bool { firstUnplain(from: 0) == nil }

  /// Where the first byte stands that is a zero or not ASCII.
  func firstUnplain(from start: Int) -> Int? {
    var place = start
    withUnsafeBytes { bytes in
      while place &+ 64 <= bytes.count {
        let one = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
        let two = bytes.loadUnaligned(fromByteOffset: place &+ 32, as: SIMD4<UInt64>.self)
        // A zero byte borrows from its high bit, and any other byte of ASCII does not.
        let seen = one | (one &- Self.ones) | two | (two &- Self.ones)
        if (seen[0] | seen[1] | seen[2] | seen[3]) & Self.high != 0 { break }
        place &+= 64
      }
    }
    while place < count, self[place] &- 1 < 0x7F { place += 1 }
    return place < count ? place : nil
  }

  /// Whether it is UTF-8 without zeros from a place on, before which it is.
  func isUTF8(from start: Int) -> Bool {
    var unplain = firstUnplain(from: start)
    while let place = unplain {
      guard let length = lengthOfCharacter(at: place) else { return false }
      let next = place + length
      unplain = next < count && self[next] > 0x7F ? next : firstUnplain(from: next)
    }
    return true
  }

  /// How many bytes the character beyond ASCII takes that stands at a place; nil where none does.
  private func lengthOfCharacter(at place: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch self[place] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard place + length <= count, second.contains(self[place + 1]) else { return nil }
    for next in 2..<Swift.max(2, length) where self[place + next] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static var ones: SIMD4<UInt64> { SIMD4(repeating: 0x0101_0101_0101_0101) }
  private static var high: UInt64 { 0x8080_8080_8080_8080 }
}
