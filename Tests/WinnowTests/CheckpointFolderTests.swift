import Glibc
import Ledger
import Secrets
import Service
import Testing

@testable import Disk
@testable import winnow

@Suite("Checkpoints are read whole, or not at all")
struct CheckpointFolderTests: ~Copyable {
  private let path: String
  private let ledger = Identifier(high: 7, low: 8)
  private let pieces: [[UInt8]] = [
    [1, 2, 3], [], [UInt8](repeating: 9, count: 400_000), Array("last".utf8),
  ]

  init() throws {
    var template = Array("/tmp/winnow-checkpoints-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { _ = system("rm -rf '\(path)'") }

  private var place: CheckpointFolder { CheckpointFolder(path + "/checkpoints") }

  private func head(_ position: UInt32) -> Head {
    Head(
      position: position, moment: Int64(position) * 1_000_000,
      digest: Digest(quarters: (UInt64(position), 2, 3, 4)))
  }

  private func keep(_ position: UInt32) throws {
    let writing = try #require(place.begin(of: ledger, at: head(position)))
    for piece in pieces { writing.add(piece) }
    writing.finish()
  }

  private func all(_ reading: any CheckpointReading) -> [[UInt8]] {
    var found: [[UInt8]] = []
    while let piece = reading.next() { found.append(piece) }
    return found
  }

  private var names: [String] {
    var found: [String] = []
    guard let folder = opendir(path + "/checkpoints") else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { found.append(name) }
    }
    return found.sorted()
  }

  @Test("What a killed process had begun is removed by the next; a living one keeps its own")
  func sweeping() throws {
    try keep(5)
    let gone = "one.matches.part-99999999"
    let living = "one.matches.part-\(getppid())"
    for name in [gone, living] {
      let descriptor = try Descriptor.open(
        "\(path)/checkpoints/\(name)", O_WRONLY | O_CREAT, mode: 0o600)
      close(descriptor.number)
    }
    try keep(6)
    #expect(!names.contains(gone))
    #expect(names.contains(living))
  }

  @Test("What is written is read back, piece by piece, with the head it was made at")
  func roundTrip() throws {
    try keep(5)
    let reading = try #require(place.newest(of: ledger, through: .max))
    #expect(reading.head == head(5))
    #expect(all(reading) == pieces)
    #expect(names == ["\(ledger)-5.checkpoint"])
  }

  @Test("The newest that is not too new is taken, and only of its own ledger")
  func newest() throws {
    try keep(300_000)
    try keep(600_000)
    #expect(place.newest(of: ledger, through: 299_999) == nil)
    #expect(place.newest(of: ledger, through: 300_000)?.head == head(300_000))
    #expect(place.newest(of: ledger, through: 599_999)?.head == head(300_000))
    #expect(place.newest(of: ledger, through: .max)?.head == head(600_000))
    #expect(place.newest(of: Identifier(high: 1, low: 1), through: .max) == nil)
  }

  @Test("The newest is kept, and of the older ones the first behind each quarter of a million")
  func tidied() throws {
    for position: UInt32 in [10, 260_000, 270_000, 499_999, 500_000, 760_000, 770_000] {
      try keep(position)
    }
    let kept = names.map { $0.dropFirst("\(ledger)-".count).dropLast(".checkpoint".count) }
    #expect(Set(kept) == ["260000", "500000", "760000", "770000"])
  }

  /// Whether the checkpoint of position 5 is there with all that was written.
  private var readsWhole: Bool {
    guard let reading = place.newest(of: ledger, through: .max) else { return false }
    return reading.head == head(5) && all(reading) == pieces
  }

  @Test("A file that is cut, changed or of another layout ends where it is wrong")
  func damaged() throws {
    try keep(5)
    let file = "\(path)/checkpoints/\(ledger)-5.checkpoint"
    let whole = try SystemFiles().read(file)
    #expect(readsWhole)
    for place in [0, 19, 30, 60, 90, 130, 200, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 1
      put(bytes, in: file)
      #expect(!readsWhole, "byte \(place)")
    }
    for length in [0, 10, 80, 100, 140, whole.count - 1] {
      put(Array(whole.prefix(length)), in: file)
      #expect(!readsWhole, "cut at \(length)")
    }
  }

  @Test("Of matches the last that were finished are kept, whatever position they are of")
  func matches() throws {
    let place = CheckpointFolder(path + "/checkpoints", of: .matches)
    for position: UInt32 in [300_000, 7] {
      let writing = try #require(place.begin(of: ledger, at: head(position)))
      writing.add(Array("\(position)".utf8))
      writing.finish()
    }
    #expect(names == ["\(ledger).matches"])
    #expect(place.newest(of: ledger, through: 6) == nil)
    let reading = try #require(place.newest(of: ledger, through: 7))
    #expect(reading.head == head(7) && all(reading) == [Array("7".utf8)])
    try keep(5)
    #expect(names.count == 2 && place.newest(of: ledger, through: .max)?.head == head(7))
    #expect(self.place.newest(of: ledger, through: .max)?.head == head(5))
  }

  @Test("A checkpoint that is never finished leaves nothing behind")
  func abandoned() throws {
    do {
      let writing = try #require(place.begin(of: ledger, at: head(5)))
      writing.add([1])
    }
    #expect(names == [])
    #expect(place.newest(of: ledger, through: .max) == nil)
  }

  @Test("Where the folder cannot be made, there are no checkpoints")
  func nowhere() {
    let place = CheckpointFolder("/dev/null/checkpoints")
    #expect(place.begin(of: ledger, at: head(5)) == nil)
    #expect(place.newest(of: ledger, through: .max) == nil)
  }

  private func put(_ bytes: [UInt8], in file: String) {
    guard let descriptor = try? Descriptor.open(file, O_WRONLY | O_TRUNC) else { return }
    defer { descriptor.close() }
    try? descriptor.write(bytes)
  }
}
