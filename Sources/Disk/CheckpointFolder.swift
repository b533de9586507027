import Glibc
public import Ledger
import Secrets
public import Service

/// Checkpoints as files of one folder: of states one for each ledger and position, of matches one
/// for each ledger.
///
/// A file is a header and pieces, each with the digest of its bytes and of all before them, so that
/// what is cut, changed or put together from two files reads as absent from there on. Whoever reads
/// it sees a whole file or none: it gets its name at the end.
public struct CheckpointFolder: CheckpointPlace {
  /// What is kept.
  public enum Kind: Sendable {
    /// Folded states.
    case states
    /// Which records are alike.
    case matches
  }

  private let path: String
  private let kind: Kind

  /// Older checkpoints are kept one for each so many entries.
  private static let spacing: UInt32 = 250_000

  /// Keeps checkpoints in a folder, which is made when the first one is written.
  public init(_ path: String, of kind: Kind = .states) {
    self.path = path
    self.kind = kind
  }

  /// The newest whole checkpoint at or before a position.
  public func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    if kind == .matches {
      let file = CheckpointFile(reading: name(of: ledger, at: position), ledger)
      return file.flatMap { $0.head.position <= position ? $0 : nil }
    }
    for kept in positions(of: ledger).reversed() where kept <= position {
      if let file = CheckpointFile(reading: name(of: ledger, at: kept), ledger) { return file }
    }
    return nil
  }

  /// Begins a checkpoint; nil where the folder cannot be written.
  public func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? {
    mkdir(path, 0o700)
    return CheckpointDraft(name(of: ledger, at: head.position), ledger, head) {
      tidy(ledger)
    }
  }

  private func name(of ledger: Identifier, at position: UInt32) -> String {
    switch kind {
    case .states: "\(path)/\(ledger)-\(position)\(Self.ending)"
    case .matches: "\(path)/\(ledger).matches"
    }
  }

  /// The positions at which there are checkpoints of a ledger, in order.
  private func positions(of ledger: Identifier) -> [UInt32] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var positions: [UInt32] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let start = "\(ledger)-"
      guard name.hasPrefix(start), name.hasSuffix(Self.ending) else { continue }
      if let position = UInt32(name.dropFirst(start.count).dropLast(Self.ending.count)) {
        positions.append(position)
      }
    }
    return positions.sorted()
  }

  /// Keeps the newest, and of the older ones the first behind each mark.
  private func tidy(_ ledger: Identifier) {
    guard kind == .states else { return }
    var last: UInt32 = 0
    for position in positions(of: ledger).dropLast() {
      let mark = position / Self.spacing
      if mark > last { last = mark } else { unlink(name(of: ledger, at: position)) }
    }
  }

  private static let ending = ".checkpoint"
}

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
private final class CheckpointFile: CheckpointReading {
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
private final class CheckpointDraft: CheckpointWriting {
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
    part = "\(path).part-\(getpid())"
    guard let descriptor = try? Descriptor.open(part, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600)
    else { return nil }
    file = OpenFile(descriptor)
    before = CheckpointHeader.bytes(ledger, head)
    held = before
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
