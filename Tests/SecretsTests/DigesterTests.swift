import CSodium
import Testing

@testable import Secrets

@Suite("A digest is SHA-256, however the bytes are fed and whatever the processor can do")
struct DigesterTests {
  private static let bytes = (0..<700).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }

  private static func bySodium(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
    return out
  }

  @Test("The digest of \"abc\" is that of FIPS 180-4")
  func known() {
    var digester = Digester()
    digester.feed(Array("abc".utf8))
    #expect(
      digester.digest().description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("Every length gives what libsodium gives")
  func lengths() {
    for length in 0...Self.bytes.count {
      let bytes = Array(Self.bytes.prefix(length))
      var digester = Digester()
      digester.feed(bytes)
      #expect(digester.digest().bytes == Self.bySodium(bytes), "\(length) bytes")
    }
  }

  @Test("It makes no difference where the pieces are cut", arguments: [1, 3, 63, 64, 65, 129])
  func pieces(_ size: Int) {
    for beginning in 0..<size {
      var digester = Digester()
      digester.feed(Array(Self.bytes.prefix(beginning)))
      for start in stride(from: beginning, to: Self.bytes.count, by: size) {
        digester.feed(Array(Self.bytes[start..<min(start + size, Self.bytes.count)]))
      }
      #expect(digester.digest().bytes == Self.bySodium(Self.bytes))
    }
  }
}
