import Compression
import Testing

@Suite("Compression")
struct CompressionTests {
  @Test("What goes in comes out, at any length, with one compressor after another piece")
  func roundTrip() throws {
    let compressor = Compressor()
    let decompressor = Decompressor()
    for length in [0, 1, 100, 70_000, 1_000_000] {
      let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
      let compressed = compressor.compress(piece)
      #expect(try decompressor.decompress(compressed, limit: length) == piece)
    }
  }

  @Test("A piece longer than the caller can take is refused before it takes any room")
  func bomb() {
    let bomb = Compressor(level: 19).compress([UInt8](repeating: 0, count: 50_000_000))
    #expect(bomb.count < 10_000)
    #expect(throws: CompressionFault.tooLong(length: 50_000_000, limit: 1_000_000)) {
      try Decompressor().decompress(bomb, limit: 1_000_000)
    }
  }

  @Test("A changed byte anywhere is found", arguments: [1, 2])
  func damage(seed: Int) {
    let piece = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ seed) }
    let compressed = Compressor().compress(piece)
    for place in compressed.indices {
      var changed = compressed
      changed[place] ^= UInt8(1 << (place % 8))
      let read = try? Decompressor().decompress(changed, limit: 1_000)
      // Some bits of the header say nothing about the content.
      #expect(read == nil || read == piece, "byte \(place)")
    }
    for length in compressed.indices {
      #expect(throws: CompressionFault.self, "\(length) bytes") {
        try Decompressor().decompress(Array(compressed.prefix(length)), limit: 1_000)
      }
    }
  }

  @Test("A dictionary makes small pieces that resemble each other much smaller")
  func dictionary() throws {
    let samples = (0..<2_000).map { number in
      Array(
        """
        {"title":"Peer support in ward \(number * 7919 % 1_000)","journal":"Journal of Examples",\
        "year":\(1990 + number % 30),"language":"eng","type":"article"}
        """.utf8)
    }
    let dictionary = try #require(Compressor.dictionary(from: samples, capacity: 4_096))
    let with = Compressor(dictionary: dictionary)
    let without = Compressor()
    let reader = Decompressor(dictionary: dictionary)
    for sample in samples.prefix(20) {
      let compressed = with.compress(sample)
      #expect(compressed.count * 2 < without.compress(sample).count)
      #expect(try reader.decompress(compressed, limit: 1_000) == sample)
      #expect(throws: CompressionFault.damaged) {
        try Decompressor().decompress(compressed, limit: 1_000)
      }
    }
  }

  @Test("Too few samples give no dictionary")
  func tooFew() {
    #expect(Compressor.dictionary(from: []) == nil)
    #expect(Compressor.dictionary(from: [[1, 2, 3]]) == nil)
  }
}
