import Glibc
import Service
import Testing

@testable import Disk

@Suite("Bytes that memory shall not hold stand in a file without a name")
struct NamelessFileTests: ~Copyable {
  private let folder: String

  init() throws {
    var template = Array("/tmp/winnow-nameless-XXXXXX".utf8CString)
    folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { _ = system("rm -rf '\(folder)'") }

  @Test("What is added is read back from its place, and nobody sees a file")
  func readBack() throws {
    let file = NamelessFile(in: folder + "/checkpoints")
    #expect(rmdir(folder + "/checkpoints") != 0, "the folder is there before it is needed")
    let pieces = (1...3).map { [UInt8](repeating: UInt8($0), count: 100_000 * $0) }
    let places = pieces.map { file.add($0) }
    #expect(places == [0, 100_000, 300_000])
    for (piece, place) in zip(pieces, places) {
      #expect(file.read(from: place ?? 0, count: piece.count) == piece)
    }
    #expect(file.read(from: 99_999, count: 2) == [1, 2] && file.fault == nil)
    #expect(rmdir(folder + "/checkpoints") == 0, "the folder is not empty")
  }

  @Test("On a full disk nothing more is added, and that is no fault")
  func full() throws {
    let file = NamelessFile(try Descriptor.open("/dev/full", O_RDWR), in: folder)
    #expect(file.add([1, 2, 3]) == nil && file.add([]) == nil && file.fault == nil)
  }

  @Test("What cannot be read again is a fault that names the folder")
  func lost() {
    let file = NamelessFile(in: folder)
    #expect(file.add([1, 2, 3]) == 0)
    #expect(file.read(from: 2, count: 2) == nil)
    #expect(
      file.fault?.sentence
        == "\(folder): reading failed (Input/output error). Look at the disk, then try again.")
    #expect(file.read(from: 0, count: 3) == [1, 2, 3] && file.fault != nil)
  }

  @Test("Where the folder takes no file, nothing is added, and that is no fault")
  func nowhere() {
    let file = NamelessFile(in: "/dev/null/checkpoints")
    #expect(file.add([1]) == nil && file.fault == nil)
  }
}
