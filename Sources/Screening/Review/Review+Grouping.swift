extension Review {
  /// How many records were ever filed.
  public var recordCount: Int { rows.count }

  /// Whether a number was given to a record.
  public func exists(_ record: RecordNumber) -> Bool {
    record.value >= 1 && Int(record.value) <= rows.count
  }

  /// The report that a record belongs to, by the number of its kept record.
  public func report(of record: RecordNumber) -> RecordNumber {
    group(of: record)?.kept ?? record
  }

  /// The live records of a report, lowest number first; none for a withdrawn record.
  public func records(of report: RecordNumber) -> [RecordNumber] {
    if let group = group(of: report) { return group.members }
    return exists(report) && !self[report].isWithdrawn ? [report] : []
  }

  /// The live links of a report, oldest first.
  public func links(of report: RecordNumber) -> [(pair: RecordPair, at: Position, byRule: Bool)] {
    (group(of: report)?.links ?? []).map { ($0.pair, Position($0.position), $0.isByRule) }
  }

  /// Whether a record counts: neither it nor its import was withdrawn.
  public func isLive(_ record: RecordNumber) -> Bool {
    exists(record) && !self[record].isWithdrawn
  }

  /// Whether a person said that two records are not duplicates.
  public func areApart(_ pair: RecordPair) -> Bool { apart.contains(pair) }

  /// The pairs of live records that people said are not duplicates, in order.
  public var apartPairs: [RecordPair] {
    apart.filter { isLive($0.low) && isLive($0.high) }.sorted()
  }

  /// The live records, in order.
  public var liveRecords: [RecordNumber] {
    (0..<UInt32(rows.count)).map { RecordNumber($0 + 1) }.filter { isLive($0) }
  }

  /// The reports of two and more live records, in order.
  public var mergedReports: [RecordNumber] {
    liveRecords.filter { group(of: $0)?.kept == $0 }
  }

  /// The arm that a record counts in.
  public func arm(of record: RecordNumber) -> Arm { file(of: record).fact.arm }

  /// The row of a record.
  subscript(record: RecordNumber) -> RecordRow {
    get { rows[Int(record.value) - 1] }
    _modify { yield &rows[Int(record.value) - 1] }
  }

  func group(of record: RecordNumber) -> Group? {
    guard exists(record), self[record].group != 0 else { return nil }
    return groups[Int(self[record].group) - 1]
  }

  func file(of record: RecordNumber) -> File { files[Int(self[record].file)] }

  // MARK: Changing groups

  /// Links two records; what was two reports is one.
  mutating func link(_ pair: RecordPair, at position: UInt32, isByRule: Bool) {
    guard isLive(pair.low), isLive(pair.high), pair.low != pair.high else { return }
    if !isByRule { apart.remove(pair) }
    let parts = [pair.low, pair.high].map { record in
      group(of: record) ?? Group(members: [record], links: [], kept: record)
    }
    let link = Group.Link(pair: pair, position: position, isByRule: isByRule)
    let isOne = parts[0].kept == parts[1].kept
    let members = isOne ? parts[0].members : (parts[0].members + parts[1].members).sorted()
    let links = isOne ? parts[0].links : parts[0].links + parts[1].links
    for part in parts { dissolve(part) }
    form(members, links: (links + [link]).sorted { $0.position < $1.position })
  }

  /// Removes links; what they alone held together is apart again.
  mutating func unlink(_ pairs: [RecordPair]) {
    let removed = Set(pairs)
    for record in Set(pairs.map(\.low)).sorted() {
      guard var group = group(of: record) else { continue }
      group.links.removeAll { removed.contains($0.pair) }
      reform(group)
    }
  }

  /// Takes a record out of every count; its links go with it.
  mutating func withdraw(_ record: RecordNumber) {
    guard isLive(record) else { return }
    if var group = group(of: record) {
      group.links.removeAll { $0.pair.low == record || $0.pair.high == record }
      reform(group)
    }
    self[record].isWithdrawn = true
    refresh(record)
  }

  private mutating func reform(_ group: Group) {
    dissolve(group)
    for part in group.parts() { form(part.members, links: part.links) }
  }

  private mutating func dissolve(_ group: Group) {
    forget(group.kept)
    for member in group.members where self[member].group != 0 {
      let place = self[member].group
      self[member].group = 0
      if member == group.members.last { freeGroups.append(place) }
    }
  }

  private mutating func form(_ members: [RecordNumber], links: [Group.Link]) {
    guard members.count > 1, let kept = members.min(by: isCounted) else {
      members.forEach { refresh($0) }
      return
    }
    let group = Group(members: members, links: links, kept: kept)
    let place: UInt32
    if let free = freeGroups.popLast() {
      place = free
      groups[Int(free) - 1] = group
    } else {
      groups.append(group)
      place = UInt32(groups.count)
    }
    for member in members { self[member].group = place }
    for member in members where member != kept { hide(member) }
    refresh(kept)
  }

  /// Whether one record comes before another as the record that its report is counted by.
  func isCounted(_ one: RecordNumber, before other: RecordNumber) -> Bool {
    (arm(of: one), one) < (arm(of: other), other)
  }
}
