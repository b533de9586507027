import Ledger
public import Screening

extension Workbench {
  /// The file of an import as it was offered, byte for byte, read from the archive.
  public func archivedFile(of fact: FileImported, named name: String) -> ImportSource {
    let batch = Identifier(fact.batch)
    return ImportSource(name: name) { () throws(FileFault) in
      var index = 0
      return { () throws(FileFault) in
        defer { index += 1 }
        do throws(Fault) {
          return try self.reading { (store) throws(StoreFault) in
            try store.block(index, of: batch)?.unpacked()
          }
        } catch {
          throw .unread(path: name, detail: error.sentence)
        }
      }
    }
  }
}
