import Secrets
import Testing

@Suite("Secrets")
struct SecretsTests {
  @Test("The digest is SHA-256: the published value of \"abc\"")
  func published() {
    var digester = Digester()
    digester.feed(Array("abc".utf8))
    #expect(
      digester.digest().description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("A digest comes back from its bytes, and from no other number of bytes")
  func bytes() {
    var digester = Digester()
    digester.feed(7)
    let digest = digester.digest()
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(Digest(bytes: digest.bytes.dropLast()) == nil)
    #expect(Digest(bytes: digest.bytes + [0]) == nil)
    #expect(Digest.zero.bytes == [UInt8](repeating: 0, count: 32))
  }

  @Test("Feeding in pieces gives the digest of the whole, unless the pieces are counted")
  func pieces() {
    func digest(_ feed: (inout Digester) -> Void) -> Digest {
      var digester = Digester()
      feed(&digester)
      return digester.digest()
    }
    let whole = digest { $0.feed([1, 2, 3, 4]) }
    #expect(
      whole
        == digest {
          $0.feed([1]); $0.feed([]); $0.feed([2, 3, 4])
        })
    #expect(
      digest {
        $0.feed(counted: [1]); $0.feed(counted: [2])
      }
        != digest {
          $0.feed(counted: [1, 2]); $0.feed(counted: [])
        })
  }

  @Test("The digest of words hangs on text and salt, and is tagged for that use alone")
  func words() {
    let salt = Array(UInt8(0)..<16)
    let digest = Digest(ofWords: Array("why".utf8), salt: salt)
    #expect(digest != Digest(ofWords: Array("who".utf8), salt: salt))
    #expect(digest != Digest(ofWords: Array("why".utf8), salt: salt.reversed()))
    var digester = Digester()
    digester.feed(Array("winnow words 1\n".utf8) + salt + Array("why".utf8))
    #expect(digest == digester.digest())
  }

  @Test("Random bytes are as many as asked for, and never the same twice")
  func random() {
    for count in [0, 1, 16, 1_000] { #expect(Random.bytes(count).count == count) }
    #expect(Set((0..<1_000).map { _ in Random.number() }).count == 1_000)
  }
}
