import Packing
import Testing

@testable import Unpacking

@Suite("What is packed comes out as it went in, or is refused with a sentence")
struct InflaterTests {
  private static let text = Array(
    (0..<40_000).map { "TY  - JOUR\nTI  - Report \($0)\nER  - \n" }.joined().utf8)

  /// Unpacks pieces of a size, until the end or as far as they go.
  private static func unpack(
    _ packed: [UInt8], _ wrapping: Inflater.Wrapping, pieces: Int, room: Room = .standard
  ) throws(UnpackFault) -> (bytes: [UInt8], hasEnded: Bool) {
    let inflater = Inflater(wrapping, room: room)
    var (rest, bytes) = (packed[...], [UInt8]())
    while true {
      if let piece = try inflater.next() {
        bytes += piece
      } else if inflater.hasEnded || rest.isEmpty {
        return (bytes, inflater.hasEnded)
      } else {
        inflater.take(Array(rest.prefix(pieces)))
        rest = rest.dropFirst(pieces)
      }
    }
  }

  @Test("However the pieces are cut, gzip gives back every byte", arguments: [1, 7, 4096, 1 << 20])
  func pieces(_ size: Int) throws {
    let packed = Packer.deflated(Self.text, asGzip: true)
    let found = try Self.unpack(packed, .gzip, pieces: size)
    #expect(found.bytes == Self.text)
    #expect(found.hasEnded)
  }

  @Test("Streams of gzip that follow each other are one file, and padding is none of it")
  func severalStreams() throws {
    let half = Packer.deflated(Array(Self.text.prefix(1_000)), asGzip: true)
    let padded = half + half + [0, 0, 0, 0]
    #expect(try Self.unpack(padded, .gzip, pieces: 4096).bytes.count == 2_000)
  }

  @Test("A file cut short anywhere never seems whole", arguments: [0, 1, 9, 40, 150, 399])
  func cutShort(_ end: Int) throws {
    let packed = Packer.deflated(Array(Self.text.prefix(20_000)), asGzip: true)
    let found = try Self.unpack(Array(packed.prefix(end)), .gzip, pieces: 64)
    #expect(!found.hasEnded)
  }

  @Test("A changed byte is damage")
  func damage() {
    var packed = Packer.deflated(Self.text, asGzip: true)
    packed[packed.count / 2] ^= 0x55
    #expect(throws: UnpackFault.damaged) { try Self.unpack(packed, .gzip, pieces: 4096) }
  }

  @Test("A bomb is refused by its ratio, and by its length, before it has filled anything")
  func bombs() {
    let bomb = Packer.deflated([UInt8](repeating: 0x41, count: 8 << 20), asGzip: true)
    #expect(throws: UnpackFault.growsTooMuch(ratio: 200)) {
      try Self.unpack(
        bomb, .gzip, pieces: 512, room: Room(length: 1 << 30, ratio: 200, free: 1 << 20))
    }
    #expect(throws: UnpackFault.tooLong(limit: 2 << 20)) {
      try Self.unpack(bomb, .gzip, pieces: 512, room: Room(length: 2 << 20, ratio: 9_999, free: 0))
    }
  }
}

@Suite("A zip is read by its directory")
struct ZipDirectoryTests {
  private static func directory(of zip: [UInt8]) throws(UnpackFault) -> ZipDirectory {
    let place = try ZipDirectory.Place(
      tail: Array(zip.suffix(ZipDirectory.tailLength)), of: zip.count)
    return try ZipDirectory(Array(zip[place.offset..<place.offset + place.length]), at: place)
  }

  private static let files = [
    Packer.Entry(name: "exports/", bytes: [], method: 0),
    Packer.Entry(name: "exports/a.ris", bytes: Array("TY  - JOUR\n".utf8)),
    Packer.Entry(name: "b\u{1B}[2J.ris", bytes: Array("as it is".utf8), method: 0),
  ]

  @Test("Its files stand there by name, folders do not, and no name moves a cursor")
  func members() throws {
    let found = try Self.directory(of: Packer.zip(Self.files, comment: "a comment"))
    #expect(found.members.map(\.name) == ["exports/a.ris", "b\u{FFFD}[2J.ris"])
    #expect(found.members.map(\.isStored) == [false, true])
  }

  @Test("Each file's bytes begin where its own head says")
  func bytes() throws {
    let zip = Packer.zip(Self.files)
    for member in try Self.directory(of: zip).members {
      let start = try member.start(head: Array(zip[member.head...].prefix(ZipMember.headLength)))
      let packed = Array(zip[start..<start + member.packedLength])
      guard !member.isStored else {
        #expect(packed == Array("as it is".utf8))
        continue
      }
      let inflater = Inflater(.none)
      inflater.take(packed)
      #expect(try inflater.next() == Array("TY  - JOUR\n".utf8))
      #expect(inflater.check == member.check)
    }
  }

  @Test("A zip cut short or changed anywhere is refused or reads as before, and never crashes")
  func hostile() {
    let zip = Packer.zip(Self.files)
    for place in zip.indices {
      _ = try? Self.directory(of: Array(zip.prefix(place)))
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var changed = zip
        changed[place] = value
        _ = try? Self.directory(of: changed)
      }
    }
    #expect(throws: UnpackFault.cutShort) { try Self.directory(of: []) }
  }

  @Test("A password and another method are told, each with what to do")
  func locked() {
    let locked = Packer.zip([Packer.Entry(name: "a", bytes: [1], flags: 1)])
    #expect(throws: UnpackFault.encrypted) { try Self.directory(of: locked) }
    let other = Packer.zip([Packer.Entry(name: "a", bytes: [1], method: 14)])
    #expect(throws: UnpackFault.unknownMethod(14)) { try Self.directory(of: other) }
  }

  @Test("Files that share their bytes are a bomb")
  func overlapping() throws {
    var zip = Packer.zip([
      Packer.Entry(name: "a", bytes: [UInt8](repeating: 7, count: 500), method: 0)
    ])
    let place = try ZipDirectory.Place(tail: zip, of: zip.count)
    // The directory's one line twice: both files claim the same bytes.
    let line = Array(zip[place.offset..<place.offset + place.length])
    zip.insert(contentsOf: line, at: place.offset)
    let end = zip.count - 22
    for (field, value) in [(8, 2), (10, 2), (12, 2 * line.count)] {
      zip[end + field] = UInt8(value)
    }
    #expect(throws: UnpackFault.overlapping) { try Self.directory(of: zip) }
  }

  @Test("Every fault says what to do")
  func sentences() {
    let faults: [UnpackFault] = [
      .damaged, .cutShort, .tooLong(limit: 16 << 30), .growsTooMuch(ratio: 200),
      .tooManyFiles(limit: 9), .overlapping, .tooBig, .encrypted, .unknownMethod(14),
    ]
    for fault in faults {
      #expect(fault.sentence.hasSuffix(".") && !fault.sentence.lowercased().contains("invalid"))
    }
  }
}
