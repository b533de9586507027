import Glibc
import Ledger
import Secrets
import Service

/// What stands at the beginning of a checkpoint file.
private enum CheckpointHeader {
  /// The layout of the file is the last digit; another layout is thrown away.
  private static let magic = Array("winnow checkpoint 1\n".utf8)
  static let count = magic.count + 16 + 4 + 8 + 32

  static func bytes(_ ledger: Identifier, _ head: Head) -> [UInt8] {
    magic + ledger.bytes + bigEndian(head.position) + bigEndian(head.moment) + head.digest.bytes
  }

  static func head(_ bytes: [UInt8], _ ledger: Identifier) -> Head? {
    guard bytes.count == count, bytes.starts(with: magic) else { return nil }
    var rest = bytes.dropFirst(magic.count)
    guard Identifier(bytes: rest.prefix(16)) == ledger else { return nil }
    rest = rest.dropFirst(16)
    let position = UInt32(truncatingIfNeeded: number(rest.prefix(4)))
    let moment = Int64(bitPattern: number(rest.dropFirst(4).prefix(8)))
    guard let digest = Digest(bytes: rest.dropFirst(12)) else { return nil }
    return Head(position: position, moment: moment, digest: digest)
  }

  static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// The digest of a piece, over its bytes and the digest before.
private func digest(of piece: [UInt8], after before: [UInt8]) -> [UInt8] {
  var digester = Digester()
  digester.feed(counted: before)
  digester.feed(piece)
  return digester.digest().bytes
}

/// A checkpoint file being read; after a fault it has ended.
final class CheckpointFile: CheckpointReading {
  let head: Head
  private let file: OpenFile
  private var before: [UInt8]
  /// Read from the file and not handed out yet.
  private var held: [UInt8] = []
  private var used = 0

  /// A piece is a page of at most 1,024 rows; more is damage.
  private static let longest = 64 << 20

  init?(reading path: String, _ ledger: Identifier) {
    guard let descriptor = try? Descriptor.open(path, O_RDONLY) else { return nil }
    let file = OpenFile(descriptor)
    guard let bytes = CheckpointFile.take(CheckpointHeader.count, of: file),
      let head = CheckpointHeader.head(bytes, ledger)
    else { return nil }
    (self.file, self.head, before) = (file, head, bytes)
  }

  func next() -> [UInt8]? {
    guard let length = take(8).map({ CheckpointHeader.number($0[...]) }),
      length <= CheckpointFile.longest, let expected = take(32), let piece = take(Int(length)),
      digest(of: piece, after: before) == expected
    else { return nil }
    before = expected
    return piece
  }

  /// So many bytes; nil if the file ends before.
  private func take(_ count: Int) -> [UInt8]? {
    while held.count - used < count {
      if used > 0 {
        held.removeFirst(used)
        used = 0
      }
      guard let more = try? file.descriptor.readPiece(of: max(count, 1 << 18)) else { return nil }
      held += more
    }
    defer { used += count }
    return Array(held[used..<used + count])
  }

  private static func take(_ count: Int, of file: OpenFile) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = try? file.descriptor.readPiece(of: count - bytes.count) else { return nil }
      bytes += more
    }
    return bytes
  }
}

/// A checkpoint file being written under a passing name; after a fault it is thrown away.
final class CheckpointDraft: CheckpointWriting {
  private let path: String
  private let part: String
  private let file: OpenFile
  private let finished: () -> Void
  private var before: [UInt8]
  private var held: [UInt8]
  private var isWhole = true

  init?(_ path: String, _ ledger: Identifier, _ head: Head, finished: @escaping () -> Void) {
    self.path = path
    self.finished = finished
    part = "\(path)\(Self.partMark)\(getpid())"
    guard let descriptor = try? Descriptor.open(part, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600)
    else { return nil }
    file = OpenFile(descriptor)
    before = CheckpointHeader.bytes(ledger, head)
    held = before
  }

  private static let partMark = ".part-"

  /// The process that writes, or wrote, a file of this passing name.
  static func process(ofPart name: String) -> pid_t? {
    let words = name.split(separator: partMark)
    return words.count == 2 ? words.last.flatMap { pid_t($0) } : nil
  }

  /// Also for whoever never finishes: nothing is left behind.
  deinit { unlink(part) }

  func add(_ piece: [UInt8]) {
    let digest = digest(of: piece, after: before)
    held += CheckpointHeader.bigEndian(UInt64(piece.count)) + digest + piece
    before = digest
    if held.count >= 1 << 18 { flush() }
  }

  func finish() {
    flush()
    guard isWhole, (try? file.descriptor.synchronise()) != nil, rename(part, path) == 0 else {
      return
    }
    Descriptor.synchronise(folderOf: path)
    finished()
  }

  private func flush() {
    defer { held.removeAll(keepingCapacity: true) }
    guard isWhole else { return }
    isWhole = (try? file.descriptor.write(held)) != nil
  }
}
