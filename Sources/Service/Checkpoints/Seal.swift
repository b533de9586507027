import Ledger
import Secrets

/// Sums that make a damaged, shortened or foreign checkpoint show: each piece ends in the sum of
/// all so far, begun from the head that the checkpoint was made at.
///
/// No defence against someone who means harm, who could as well change the ledger's own file.
struct Seal {
  private var sum: UInt64
  private static let length = 8

  init(of head: Head) {
    let quarters = head.digest.quarters
    sum = quarters.0 ^ quarters.1 ^ quarters.2 ^ quarters.3 ^ UInt64(head.position)
  }

  /// A piece with the sum behind it.
  mutating func put(on piece: [UInt8]) -> [UInt8] {
    add(piece[...])
    return piece + withUnsafeBytes(of: sum.littleEndian) { Array($0) }
  }

  /// The piece without its sum; nil if the sum is another.
  mutating func take(from sealed: [UInt8]) -> [UInt8]? {
    guard sealed.count >= Seal.length else { return nil }
    let piece = sealed.dropLast(Seal.length)
    add(piece)
    let kept = sealed.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: piece.count, as: UInt64.self))
    }
    return kept == sum ? Array(piece) : nil
  }

  private mutating func add(_ piece: ArraySlice<UInt8>) {
    var sum = sum ^ UInt64(piece.count)
    piece.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        sum = Seal.mix(sum ^ UInt64(littleEndian: word))
        place += 8
      }
      while place < bytes.count {
        sum = Seal.mix(sum ^ UInt64(bytes[place]))
        place += 1
      }
    }
    self.sum = Seal.mix(sum)
  }

  /// One to one, so that any single change changes every later sum.
  private static func mix(_ value: UInt64) -> UInt64 {
    let mixed = value &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ (mixed >> 32)
  }
}
