import Commands
import Glibc
import Service
import Testing

@testable import winnow

@Suite("Files are read and written whole")
struct SystemFilesTests: ~Copyable {
  private let files = SystemFiles()
  private let folder: String

  init() throws {
    var template = Array("/tmp/winnow-files-XXXXXX".utf8CString)
    folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { _ = system("rm -rf '\(folder)'") }

  @Test("What is written is read back, and a second writing replaces the first")
  func roundTrip() throws {
    try files.put([1, 2, 3], to: "\(folder)/a")
    try files.put([4], to: "\(folder)/a")
    #expect(try files.read("\(folder)/a") == [4])
  }

  @Test("More than one buffer of bytes arrives whole")
  func large() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    try files.put(bytes, to: "\(folder)/a")
    #expect(try files.read("\(folder)/a") == bytes)
  }

  @Test("A symbolic link stays a link, and what it leads to is written")
  func link() throws {
    try files.put([1], to: "\(folder)/a")
    #expect(symlink("\(folder)/a", "\(folder)/b") == 0)
    try files.put([2], to: "\(folder)/b")
    #expect(try files.read("\(folder)/a") == [2])
  }

  @Test("A device is written to and never replaced by a file")
  func device() throws {
    try files.put([1], to: "/dev/null")
    #expect(try files.read("/dev/null") == [])
  }

  @Test("A full disk is the machine's fault, told with the file's name")
  func full() {
    let fault = #expect(throws: FileFault.self) { try files.put([1], to: "/dev/full") }
    #expect(fault?.family == .machine)
    #expect(fault?.sentence.hasPrefix("/dev/full: writing failed (No space left") == true)
  }

  @Test("What is absent and what is a folder are told apart, and leave nothing behind")
  func wrongPath() {
    #expect(throws: FileFault.absent(path: "\(folder)/x")) { try files.read("\(folder)/x") }
    #expect(throws: FileFault.folder(path: folder)) { try files.read(folder) }
    #expect(throws: FileFault.folder(path: folder)) { try files.put([1], to: folder) }
    #expect(throws: FileFault.absent(path: "\(folder)/x/y")) {
      try files.put([1], to: "\(folder)/x/y")
    }
    #expect(rmdir(folder) == 0)
  }

  @Test("A folder is listed by name, without hidden files, and no link leads it in a circle")
  func listing() throws {
    for name in ["b", "a", ".hidden"] { try files.put([1], to: "\(folder)/\(name)") }
    #expect(mkdir("\(folder)/inside", 0o700) == 0)
    #expect(symlink(folder, "\(folder)/circle") == 0)
    #expect(symlink("\(folder)/a", "\(folder)/link") == 0)
    #expect(symlink("\(folder)/nothing", "\(folder)/broken") == 0)
    let found = try files.listing(of: folder)
    #expect(found?.map(\.name) == ["a", "b", "inside", "link"])
    #expect(found?.filter(\.isFolder).map(\.name) == ["inside"])
    #expect(try files.listing(of: "\(folder)/a") == nil)
  }

  @Test("A file is read from any place, and never beyond its end")
  func held() throws {
    try files.put([1, 2, 3, 4], to: "\(folder)/a")
    let file = try files.hold("\(folder)/a")
    #expect(file.length == 4)
    #expect(try file.read(1, 2) == [2, 3])
    #expect(try file.read(3, 9) == [4])
    #expect(try file.read(9, 9) == [])
    #expect(throws: FileFault.absent(path: "\(folder)/x")) { try files.hold("\(folder)/x") }
  }

  @Test("A pipe can be read twice")
  func pipe() throws {
    let path = "\(folder)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(system("printf twice > '\(path)' &") == 0)
    for _ in 1...2 {
      #expect(try files.hold(path).read(0, 9) == Array("twice".utf8))
    }
  }
}

extension SystemFiles {
  /// Writes a file in one piece, and throws only the fault of the file.
  fileprivate func put(_ bytes: [UInt8], to path: String) throws(FileFault) {
    do throws(Fault) {
      try write(to: path) { (sink) throws(Fault) in
        do throws(FileFault) { try sink(bytes[...]) } catch { throw .file(error) }
      }
    } catch {
      guard case .file(let fault) = error else { fatalError("\(error)") }
      throw fault
    }
  }
}
