import CShim
import Glibc
import Screening
import Service

/// A whole import: read, archived, durable, with the records of the file real at its end.
enum Importing {
  static let records = 200_000
  /// What ASReview needs for the same file on such a machine: records a CPU second.
  private static let peer = 2_900.0

  static func measureAll(
    _ records: Int = records, in folder: String, again: ([String]) throws -> Void
  ) throws {
    print(
      "\nA whole import into SQLite, with its archive (bar: 15 times \(Int(peer)) records a CPU ")
    print("second, the peak under 150 MB whatever the file's size)")
    for share in [10, 1] {
      let place = "\(folder)/import-\(share)"
      mkdir(place, 0o700)
      try MadeUp.write("ris", records: records / share, to: place + "/found.ris")
      try again(["import", place])
      Machine.remove(place)
    }
  }

  /// Imports the file that stands in a folder, in this process.
  static func run(in folder: String) throws {
    _ = cshim_share_heap()  // as the program does
    let workbench = try Place.workbench(in: folder, keepsCheckpoints: false, create: true)
    defer { workbench.close() }
    let lead = try workbench.addPerson(named: "lead").person.id
    let review = try workbench.createReview(
      named: "bench", protocolFile: Array(rules.utf8), lead: lead
    ).review
    let (start, cpu) = (Machine.seconds(), Machine.cpuSeconds())
    let report = try workbench.importFile(
      file(folder + "/found.ris"), from: SourceID("medline"), Acting(on: review.id, as: lead))
    let (took, spent) = (Machine.seconds() - start, Machine.cpuSeconds() - cpu)
    let bytes = Double(report.reading?.length ?? 0)
    let rate = Double(report.accepted) / spent
    let peak = Machine.peakMegabytes
    _ = try workbench.findDuplicates(Acting(on: review.id, as: lead))
    let all = Machine.seconds() - start
    print(
      "  \(report.accepted) records, \((bytes / 1e6).rounded(to: 0)) MB: "
        + "\(rate.rounded(to: 0)) records, \((bytes / spent / 1e6).rounded(to: 0)) MB a CPU second "
        + "(\((rate / peer).rounded(to: 1)) times), in \(took.rounded(to: 1)) s; "
        + "peak \(peak) MB; with duplicates looked for \(all.rounded(to: 1)) s, "
        + "peak \(Machine.peakMegabytes) MB")
  }

  static func file(_ path: String) -> ImportSource {
    ImportSource(name: path) { () throws(FileFault) in
      let file = open(path, O_RDONLY)
      guard file >= 0 else { throw .absent(path: path) }
      return { () throws(FileFault) in
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        let count = read(file, &piece, piece.count)
        guard count > 0 else {
          close(file)
          return nil
        }
        piece.removeLast(piece.count - count)
        return piece
      }
    }
  }

  static let rules = """
    title: Bench
    framework: own
    domains:
      - {id: topic, exclude: [{id: off-topic, text: The report is about something else}]}
    sources:
      - {id: medline, name: MEDLINE, route: database}
    """
}
