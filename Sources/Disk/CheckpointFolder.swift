import Glibc
public import Ledger
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
    sweep()
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
    let start = "\(ledger)-"
    return names().compactMap { name in
      guard name.hasPrefix(start), name.hasSuffix(Self.ending) else { return nil }
      return UInt32(name.dropFirst(start.count).dropLast(Self.ending.count))
    }.sorted()
  }

  /// The names of the files of the folder.
  private func names() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// Removes what processes that were killed had begun and not ended.
  private func sweep() {
    for name in names() {
      guard let process = CheckpointDraft.process(ofPart: name), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      unlink("\(path)/\(name)")
    }
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
