import JSON
public import Ledger

extension Workbench {
  /// Takes in an exported ledger: afterwards its chain ends in the same digest as there.
  ///
  /// All of it or nothing; every entry is checked against its digest, every text against its own.
  public func importLedger(_ file: ImportSource) throws(Fault) -> (
    review: ReviewSummary, head: Head
  ) {
    let store: any Store
    do throws(StoreFault) { store = try surroundings.openStore() } catch { throw .store(error) }
    defer { store.close() }
    let (workspace, moment) = (workspace, surroundings.clock())
    var wrong: Fault?
    var taken: (review: ReviewSummary, head: Head)?
    do throws(StoreFault) {
      try store.write { (writing) throws(StoreFault) in
        do throws(Fault) {
          let intake = LedgerIntake(
            of: file.name, Commit(writing, moment: moment), workspace)
          try file.eachLine { (line, number) throws(Fault) in try intake.take(line, number) }
          taken = try intake.finish()
        } catch {
          wrong = error
          throw .failed(place: file.name, detail: "")  // undoes the transaction; `wrong` says why
        }
      }
    } catch {
      throw wrong ?? .store(error)
    }
    guard let taken else { throw .ledgerFile(path: file.name, .notALedger(line: 1)) }
    return taken
  }
}

extension ImportSource {
  /// Hands over the lines of the file with their numbers.
  func eachLine(_ body: ([UInt8], Int) throws(Fault) -> Void) throws(Fault) {
    var (line, number): ([UInt8], Int) = ([], 1)
    let next: () throws(FileFault) -> [UInt8]?
    do throws(FileFault) { next = try open() } catch { throw .file(error) }
    while true {
      let piece: [UInt8]?
      do throws(FileFault) { piece = try next() } catch { throw .file(error) }
      guard let piece else { break }
      for part in piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .enumerated()
      {
        if part.offset > 0 {
          try body(line, number)
          line.removeAll(keepingCapacity: true)
          number += 1
        }
        line += part.element
      }
    }
    if !line.isEmpty { try body(line, number) }
  }
}
