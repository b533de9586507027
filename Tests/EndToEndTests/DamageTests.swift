import Foundation
import Testing

@Suite("A disk or a database that fails is told in a sentence, with its status")
struct DamageTests {
  @Test("A changed byte is told with its entry, by each command that meets it")
  func changedByte() throws {
    let place = try Place(reports: 3)
    try place.change("helps people", to: "helps peoplE")
    let answer = try place.winnow("ledger verify")
    #expect(answer.status == 74)
    #expect(answer.lines.contains("sleep: broken."))
    #expect(answer.errors.contains("Entry 1 of ledger"))
    #expect(answer.errors.contains("not what was written"))
    #expect(try place.winnow("verify").status == 74)
    #expect(try place.winnow("progress sleep").status == 74)
  }

  @Test("A word of a person that was changed is told, and the chain is whole")
  func changedWord() throws {
    let place = try Place(reports: 3)
    _ = try place.winnow(
      "decide sleep R1 --stage title-abstract --verdict include --note Unmistakable --as one")
    try place.change("Unmistakable", to: "unmistakable")
    for command in ["ledger verify sleep", "verify"] {
      let answer = try place.winnow(command)
      #expect(answer.status == 74)
      #expect(answer.errors.contains("are not the ones that were written"))
    }
    #expect(try place.winnow("progress sleep").status == 0)
  }

  @Test("A file or record of the archive that was changed is told")
  func changedArchive() throws {
    let place = try Place(reports: 3)
    var bytes = try Data(contentsOf: place.database)
    // Every frame of zstd begins so; what stands behind its head is spoilt.
    let mark = Data([0x28, 0xB5, 0x2F, 0xFD])
    var (start, frames) = (bytes.startIndex, 0)
    while let found = bytes.firstRange(of: mark, in: start..<bytes.endIndex) {
      bytes[found.upperBound + 6] ^= 0x40
      (start, frames) = (found.upperBound, frames + 1)
    }
    #expect(frames >= 5)
    try bytes.write(to: place.database)
    #expect(try place.winnow("ledger verify sleep").status == 0)
    let answer = try place.winnow("verify")
    #expect(answer.status == 74)
    #expect(answer.errors.contains("archive"))
  }

  @Test("A database of a newer program is refused, and left as it is")
  func newer() throws {
    let place = try Place(reports: 1)
    var bytes = try Data(contentsOf: place.database)
    bytes.replaceSubrange(60..<64, with: [0, 0, 1, 0])  // SQLite keeps the user's version here
    try bytes.write(to: place.database)
    let answer = try place.winnow("review list")
    #expect(answer.status == 74)
    #expect(answer.errors.contains("newer Winnow"))
    #expect(try Data(contentsOf: place.database) == bytes)
  }

  @Test("A file that is no database is refused, and left as it is")
  func foreign() throws {
    let place = try Place(reports: 1)
    try Data("Something else.".utf8).write(to: place.database)
    let answer = try place.winnow("review list")
    #expect(answer.status == 74)
    #expect(answer.errors.contains("not a Winnow database"))
    #expect(try Data(contentsOf: place.database) == Data("Something else.".utf8))
  }

  @Test("A damaged checkpoint is passed over, and what it would have said is read from the ledger")
  func noCheckpoint() throws {
    let place = try Place(reports: 2)
    let folder = place.folder.appending(path: "workspace/checkpoints")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try place.write("nonsense", to: "workspace/checkpoints/0-1.checkpoint")
    #expect(try place.winnow("progress sleep").status == 0)
  }

  @Test(
    "A full disk refuses what does not fit, keeps what was acknowledged, and works on with room",
    .enabled(
      if: Machine.mayMount, "A small disk cannot be mounted here: not root, or in a container."))
  func full() throws {
    let place = try Place(reports: 40)
    let rows = (1...40).map {
      "R\($0),title-abstract,one,include,\(String(repeating: "note ", count: 20_000))\n"
    }
    try place.write("report,stage,person,verdict,note\n" + rows.joined(), to: "one.csv")
    let answer = try place.shell(
      """
      unshare --mount sh -c '
        mkdir small && mount -t tmpfs -o size=2m none small && cp workspace/winnow.sqlite small/
        "$0" decide sleep --from one.csv --workspace small > told; echo "ended $?"
        "$0" verify --workspace small > /dev/null; echo "verified $?"
        "$0" ledger list sleep --workspace small | grep -c decision-given > kept
        test "$(grep -c decided: told)" = "$(cat kept)" && echo "kept"
        mount -o remount,size=20m small
        "$0" decide sleep --from one.csv --workspace small > /dev/null; echo "ended $?"
      ' "$0"
      """)
    #expect(answer.errors.contains("No room is left on the disk"))
    #expect(answer.lines == ["ended 74", "verified 0", "kept", "ended 0"])
  }

  @Test(
    "A workspace on a read-only disk says that it cannot be written",
    .enabled(
      if: Machine.mayMount, "A read-only disk cannot be mounted here: not root, or in a container.")
  )
  func readOnly() throws {
    let place = try Place(reports: 1)
    let answer = try place.shell(
      """
      unshare --mount sh -c '
        mount --bind workspace workspace && mount -o remount,bind,ro workspace
        "$0" decide sleep R1 --stage title-abstract --verdict include --as one; echo "ended $?"
      ' "$0"
      """)
    #expect(answer.errors.contains("cannot be written"))
    #expect(answer.lines == ["ended 74"])
  }
}

extension Place {
  /// Changes bytes of the database wherever they stand; they have to stand somewhere.
  fileprivate func change(_ text: String, to other: String) throws {
    var bytes = try Data(contentsOf: database)
    var range = try #require(bytes.firstRange(of: Data(text.utf8)))
    while true {
      bytes.replaceSubrange(range, with: Data(other.utf8))
      guard let next = bytes.firstRange(of: Data(text.utf8)) else { break }
      range = next
    }
    try bytes.write(to: database)
  }
}

/// What tests may do on this machine.
enum Machine {
  /// Whether a process may mount a disk of its own, seen by nobody else.
  static let mayMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec unshare --mount sh -c 'mount -t tmpfs -o size=1m none /mnt' 2> /dev/null",
    ]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
