import Bibliography
import Formats
import JSON
import Service

extension Command {
  static let dedupe = Command(
    "dedupe", "finds the duplicates in files of records",
    operands: [Common.recordFiles],
    options: [Common.from, format, unique, pairs, truth],
    manual: """
      Reads files of records as "winnow convert" does and says which records are one document; needs
      no workspace and changes none of the files. A row a record goes to standard output, in order:

        id     what the record calls itself; its ordinal where it says nothing
        group  the number of its group; a record that is like no other has one to itself
        band   sure where others are in its group, else empty
        rule   the rule that ties it to the record that is kept; empty for that one
        kept   yes for the first of each group, no for the others

      --format json says the same with the evidence, the pairs to ask and the reasons. --format ris
      writes every record with its row as a note (N1).

      --unique writes one record for each group: the kept one's place and id, and each field from
      the fullest of the group, in the format that the name of the file ends in, else RIS. --pairs
      writes the pairs that a person should look at, as id,id,band,rule,evidence. --truth compares
      the groups with what is known: a set a row, ids joined by semicolons, every other record being
      a work by itself. The table goes to standard error, or into the JSON. - is standard output for
      --unique and --pairs.

      docs/duplicates.md says how duplicates are found.
      """,
    examples: [
      Example("winnow dedupe exports/ --unique unique.ris", "what is left of a folder of exports"),
      Example(
        "winnow dedupe records.csv --pairs ask.csv --truth known.csv",
        "the groups, the questions, and how right they are"),
    ],
    run: { call throws(Failure) in
      var records = OfferedRecords(as: try call.optional(Common.from))
      let tally = try call.each(try call.all(Common.recordFiles)) {
        (file, tally) throws(Failure) in
        try records.add(file, &tally, for: call)
      }
      let truth = try call.truth(of: records)
      let found = records.matched()
      let score = truth.map { found.score(works: $0.works) }
      let print = DedupePrint(records: records, found: found, score: score)
      try call.writePairs(print)
      try call.writeUnique(records, found)
      switch try call.optional(format) ?? .csv {
      case .csv: try call.write(Array(print.csv.utf8))
      case .json: try call.print(print.json.text(indented: true))
      case .ris: try call.write(to: "-") { (put) throws(Fault) in try print.ris(to: put) }
      }
      if let score, try call.optional(format) != .json {
        for line in score.lines(records: records.count) { call.surroundings.terminal.say(line) }
      }
      try tally.check()
    })

  private enum Shown: String, CaseIterable {
    case csv, json, ris
  }

  private static let format = Option(
    "format", "FORMAT", Shape.one(of: Shown.allCases, named: \.rawValue), "csv (else), json or ris")
  fileprivate static let unique = Option(
    "unique", "FILE", .text, "writes one record for each group to this file")
  fileprivate static let pairs = Option(
    "pairs", "FILE", .text, "writes the pairs that a person should look at to this file")
  fileprivate static let truth = Option(
    "truth", "FILE", .text, "a CSV file of known sets, to compare the groups with")
}

extension Invocation {
  /// What is known of the records, if the command line names a file of it.
  fileprivate func truth(of records: OfferedRecords) throws(Failure) -> TruthSheet? {
    guard let path = try optional(Command.truth) else { return nil }
    let bytes = try read(path)
    let csv: CSV
    do throws(CSV.Fault) {
      csv = try CSV(bytes)
    } catch {
      complain("\(path):\(error.line): \(error.sentence)")
      throw .reported(.file)
    }
    guard let sheet = TruthSheet(csv, ids: records.ids) else {
      complain(.strangeTruth(path))
      throw .reported(.file)
    }
    if let first = sheet.unknown.first { complain(.unknownIDs(path, sheet.unknown.count, first)) }
    return sheet
  }

  fileprivate func writePairs(_ print: DedupePrint) throws(Failure) {
    guard let path = try optional(Command.pairs) else { return }
    try write(to: path) { (put) throws(Fault) in
      do throws(FileFault) { try put(Array(print.pairs.utf8)[...]) } catch { throw .file(error) }
    }
  }

  /// Writes a record for each group, put together as people see a report.
  fileprivate func writeUnique(
    _ records: OfferedRecords, _ found: Deduplication
  ) throws(Failure) {
    guard let path = try optional(Command.unique) else { return }
    let writer = Format.writer(forFileNamed: path).init()
    try write(to: path) { (put) throws(Fault) in
      var members: [Int: [Reference]] = [:]
      try records.read { (record) in
        let row = found.rows[record.place]
        if row.isGrouped { members[row.group, default: []].append(record.reference) }
      }
      var sheet = ReferenceSheet(writer, put)
      try sheet.begin()
      try records.read { (record) throws(Fault) in
        let row = found.rows[record.place]
        guard row.isKept else { return }
        let group = members.removeValue(forKey: row.group) ?? []
        try sheet.append(group.isEmpty ? record.reference : Reference(fullestOf: group))
      }
      try sheet.end()
    }
  }
}

extension Format {
  /// What writes the format that a file's name ends in; RIS where no format is known by it.
  fileprivate static func writer(forFileNamed path: String) -> any ReferenceWriter.Type {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return writers.first { $0.format.endings.contains(ending) } ?? RISWriter.self
  }
}

extension String {
  fileprivate static func strangeTruth(_ path: String) -> String {
    "\(path): No id in it is that of a record that was read. Write a set a line, the records' own "
      + "ids joined by semicolons."
  }

  fileprivate static func unknownIDs(_ path: String, _ count: Int, _ first: String) -> String {
    count == 1
      ? "\(path): No record that was read has the id \(first). It was left out."
      : "\(path): No record that was read has the id \(first), nor \(count - 1) more. They were "
        + "left out."
  }
}
