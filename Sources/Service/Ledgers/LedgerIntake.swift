import JSON
import Ledger
import Screening
import Secrets

/// Takes in the lines of an exported ledger one after the other.
final class LedgerIntake {
  private let path: String
  private let commit: Commit
  private let workspace: Live<Workspace>
  private var header: (review: Identifier, name: String, head: Head)?
  private var chain: Chain?
  private var batch: Identifier?
  /// The number that each dictionary of the file has here.
  private var dictionaries: [Int32: Int32] = [0: 0]
  /// Words of people in the workspace's ledger, added once the review is known.
  private var people: [WorkspaceFact] = []
  private var peoplesWords: [(digest: Digest, words: KeptWords)] = []

  init(of path: String, _ commit: Commit, _ workspace: Live<Workspace>) {
    self.path = path
    self.commit = commit
    self.workspace = workspace
  }

  /// Takes the next line.
  func take(_ bytes: [UInt8], _ number: Int) throws(Fault) {
    let json: JSONValue
    do throws(JSONFault) {
      json = try JSONValue.parse(bytes)
    } catch {
      throw wrong(header == nil ? .notALedger(line: number) : .unreadable(line: number))
    }
    guard let line = LedgerLine(json, review: header?.review ?? .workspace) else {
      throw wrong(header == nil ? .notALedger(line: number) : .unreadable(line: number))
    }
    let fault: LedgerFileFault?
    do throws(StoreFault) {
      fault = try take(line, number)
    } catch {
      throw .store(error)
    }
    if let fault { throw wrong(fault) }
  }

  /// Ends the file: its last entry must be the one that its first line promised.
  func finish() throws(Fault) -> (review: ReviewSummary, head: Head) {
    guard let header, let head = chain?.head else { throw wrong(.notALedger(line: 1)) }
    guard head.position == header.head.position else {
      throw wrong(.endsEarly(expected: header.head.position, found: head.position))
    }
    guard head.digest == header.head.digest else {
      throw wrong(
        .otherDigest(
          expected: header.head.digest.description, found: head.digest.description))
    }
    do throws(StoreFault) {
      try fileBatch()
      let founded = WorkspaceFact.reviewCreated(header.review, name: header.name)
      _ = try commit.append(people + [founded], to: workspace, by: nil)
      for (digest, words) in peoplesWords {
        try commit.store.keep(words, digest: digest, in: .workspace)
      }
    } catch {
      throw .store(error)
    }
    return (ReviewSummary(id: header.review, name: header.name), head)
  }

  private func wrong(_ fault: LedgerFileFault) -> Fault { .ledgerFile(path: path, fault) }

  private func take(_ line: LedgerLine, _ number: Int) throws(StoreFault) -> LedgerFileFault? {
    if case .header(let review, let name, let head, _) = line {
      return try begin(review, name, head, number)
    }
    guard let header else { return .notALedger(line: number) }
    switch line {
    case .header: return .unreadable(line: number)
    case .person(let id, let name, let display): return try takePerson(id, name, display)
    case .dictionary(let its, let bytes):
      dictionaries[Int32(truncatingIfNeeded: its)] = Int32(try commit.store.keep(dictionary: bytes))
    case .batch(let id):
      try fileBatch()
      try commit.store.stage(Batch(id: id, ledger: header.review, touched: commit.moment))
      batch = id
    case .block(let index, let bytes):
      guard let batch else { return .unreadable(line: number) }
      try commit.store.stage(block: bytes, index: index, of: batch, moment: commit.moment)
    case .record(let ordinal, let record):
      guard let batch, let dictionary = dictionaries[record.dictionary] else {
        return .unreadable(line: number)
      }
      let here = ArchivedRecord(
        offset: record.offset, length: record.length, dictionary: dictionary,
        parsed: record.parsed)
      try commit.store.stage(
        records: [here], from: ordinal, of: batch, moment: commit.moment)
    case .words(let digest, let words):
      if case .kept = words, !words.fit(digest) { return .wordsDoNotFit(line: number) }
      try commit.store.keep(words, digest: digest, in: header.review)
    case .entry(let entry):
      try chain?.follow(entry)
      try commit.store.append(entry)
    }
    return nil
  }

  /// A batch is filed once all of it is there.
  private func fileBatch() throws(StoreFault) {
    if let batch { try commit.store.file(batch) }
    batch = nil
  }

  private func begin(
    _ review: Identifier, _ name: String, _ head: Head, _ line: Int
  ) throws(StoreFault) -> LedgerFileFault? {
    guard header == nil, review != .workspace else { return .unreadable(line: line) }
    let known = try commit.folded(workspace).value.reviews
    if known.contains(where: { $0.id == review }) { return .reviewExists(name: name) }
    if known.contains(where: { $0.name == name }) { return .nameTaken(name: name) }
    header = (review, name, head)
    chain = Chain(of: review)
    return nil
  }

  /// Someone who is here already, by their id, stays as they are.
  private func takePerson(
    _ id: Identifier, _ name: String?, _ display: String?
  ) throws(StoreFault) -> LedgerFileFault? {
    let known = try commit.folded(workspace).value.people
    guard !known.contains(where: { Identifier($0.id) == id }) else { return nil }
    if let name {
      for person in known where try commit.store.text(of: person.name, in: .workspace) == name {
        return .personTaken(name: name)
      }
    }
    let (nameWords, displayWords) = (speech(name ?? ""), display.map { speech($0) })
    people.append(.personAdded(PersonID(id), name: nameWords, display: displayWords))
    return nil
  }

  private func speech(_ text: String) -> Words {
    var speech = Speech(salt: { Random.bytes(Digest.saltLength) })
    let words = speech.words(text)
    peoplesWords += speech.kept.map { ($0.digest, text.isEmpty ? .erased : $0.words) }
    return words
  }
}

/// What is wrong with an exported ledger.
public enum LedgerFileFault: Error, Hashable, Sendable {
  case notALedger(line: Int)
  case unreadable(line: Int)
  case endsEarly(expected: UInt32, found: UInt32)
  case otherDigest(expected: String, found: String)
  case reviewExists(name: String)
  case nameTaken(name: String)
  case personTaken(name: String)
  case wordsDoNotFit(line: Int)
}
