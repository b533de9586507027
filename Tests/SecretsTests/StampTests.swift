import Secrets
import Testing

@Suite("Stamps and passwords")
struct StampTests {
  private static func digest(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap {
      UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16)
    }
  }

  @Test("A stamp is HMAC-SHA-256: the value that RFC 4231 publishes for its second key, padded")
  func published() throws {
    let key = Array("Jefe".utf8) + [UInt8](repeating: 0, count: 28)
    let stamp = try #require(Stamp(key: key)).stamp(Array("what do ya want for nothing?".utf8))
    #expect(
      stamp.bytes
        == Self.digest("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
  }

  @Test("A stamp fits its own bytes under its own key, and nothing else")
  func fits() throws {
    let bytes = Array("form".utf8)
    let stamp = try #require(Stamp(key: [UInt8](repeating: 1, count: Stamp.keyLength)))
    let other = try #require(Stamp(key: [UInt8](repeating: 2, count: Stamp.keyLength)))
    let made = stamp.stamp(bytes)
    #expect(stamp.fits(made, on: bytes))
    #expect(!stamp.fits(made, on: bytes + [0]))
    #expect(!other.fits(made, on: bytes))
    #expect(!stamp.fits(.zero, on: bytes))
  }

  @Test("A key has one length", arguments: [0, 31, 33])
  func lengths(_ length: Int) {
    #expect(Stamp(key: [UInt8](repeating: 1, count: length)) == nil)
  }

  @Test("A kept password fits the one that was chosen, in any script, and no other")
  func passwords() throws {
    for password in ["correct horse battery", "пароль из слов", ""] {
      let kept = try #require(Password.hash(password))
      #expect(Password.fits(password, kept))
      #expect(!Password.fits(password + " ", kept))
      #expect(try #require(Password.hash(password)) != kept, "each has a salt of its own")
    }
  }

  @Test("Nothing fits what is no kept password", arguments: [[], [0], Array("$argon2id$".utf8)])
  func broken(_ kept: [UInt8]) { #expect(!Password.fits("", kept)) }
}
