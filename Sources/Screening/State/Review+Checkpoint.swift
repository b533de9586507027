/// Keeps a folded review in pieces of fixed-width numbers, and restores it.
///
/// Large things (rows, groups, sets) are written out; small ones that a fact carries whole
/// (protocols, imports, charted values) are named by their entry and read again from the ledger.
extension Review {
  /// The layout of the pieces; a checkpoint of another layout is thrown away.
  private static let layout: UInt64 = 2

  /// Hands out the pieces of a checkpoint, in order.
  public func checkpoint(_ add: ([UInt8]) -> Void) {
    var out = PieceWriter()
    writeSmall(to: &out)
    add(out.take())
    Review.write(rows, to: &out, add) { $0.row($1) }
    Review.write(longer, to: &out, add) { $0.list($1) { $0.step($1) } }
    Review.write(groups, to: &out, add) { $0.group($1) }
  }

  /// Restores a review from its pieces; nil if anything does not fit. `fact` reads an entry.
  public init?(pieces next: () -> [UInt8]?, fact: (Position) -> Fact?) {
    self.init()
    guard let small = next() else { return nil }
    var input = PieceReader(small)
    guard let counts = readSmall(from: &input, fact: fact), input.isAtEnd else { return nil }
    guard
      Review.read(counts.rows, next, { $0.row() }, into: &rows),
      Review.read(counts.longer, next, { $0.list { $0.step() } }, into: &longer),
      Review.read(counts.groups, next, { $0.group() }, into: &groups), next() == nil
    else { return nil }
    for value in 1..<UInt32(rows.count + 1) {
      let record = RecordNumber(value)
      guard self[record].group <= groups.count, self[record].more <= longer.count,
        self[record].file < files.count
      else { return nil }
      if let leaf = self[record].leaf { leaves[Int(leaf.rawValue)].insert(record) }
    }
  }

  /// How many elements a piece has at most.
  private static let pieceLength = 1024

  private static func write<Element>(
    _ list: Paged<Element>, to out: inout PieceWriter, _ add: ([UInt8]) -> Void,
    _ element: (inout PieceWriter, Element) -> Void
  ) {
    for first in stride(from: 0, to: list.count, by: pieceLength) {
      let places = first..<min(first + pieceLength, list.count)
      out.number(UInt64(places.count))
      for place in places { element(&out, list[place]) }
      add(out.take())
    }
  }

  private static func read<Element>(
    _ count: Int, _ next: () -> [UInt8]?, _ element: (inout PieceReader) -> Element?,
    into list: inout Paged<Element>
  ) -> Bool {
    while list.count < count {
      guard let piece = next() else { return false }
      var input = PieceReader(piece)
      let size = input.count()
      guard size > 0, size <= pieceLength else { return false }
      for _ in 0..<size {
        guard let element = element(&input) else { return false }
        list.append(element)
      }
      guard input.isAtEnd else { return false }
    }
    return list.count == count
  }

  // MARK: What is small

  private func writeSmall(to out: inout PieceWriter) {
    out.number(Review.layout)
    out.number(UInt64(position.value))
    out.number(UInt64(bitPattern: moment.microseconds))
    out.list(reasons.ids) { $0.text($1.text) }
    out.list(limits.ids) { $0.text($1.text) }
    out.list(themes.ids) { $0.text($1.text) }
    out.list(fields.ids) { $0.text($1.text) }
    out.list(versions) { $0.number(UInt64($1.adoptedAt)) }
    out.list(files) { $0.number(UInt64($1.position)) }
    out.list(files) { $0.answers(of: $1) }
    out.list(people.ids) {
      $0.number($1.high)
      $0.number($1.low)
    }
    out.list(members) {
      $0.number(UInt64($1.roles.rawValue))
      $0.number(UInt64($1.liftedAt ?? 0))
    }
    out.list(lists.all) { $0.list($1) { $0.number(UInt64($1)) } }
    out.list(apart.sorted()) { $0.pair($1) }
    out.list(studyJoins.sorted()) { $0.pair($1) }
    out.list(freeGroups) { $0.number(UInt64($1)) }
    for stage in decided { out.list(stage) { $0.set($1) } }
    for stage in Stage.allCases {
      out.pilot(pilots[stage])
      out.number(UInt64(disclosedAt[stage]))
    }
    out.number(stoppedAt.map { UInt64($0) + 1 } ?? 0)
    out.number(UInt64(values.count))
    for place in 0..<values.count { out.number(UInt64(values[place].position)) }
    out.number(UInt64(rows.count))
    out.number(UInt64(longer.count))
    out.number(UInt64(groups.count))
  }

  private mutating func readSmall(
    from input: inout PieceReader, fact: (Position) -> Fact?
  ) -> (rows: Int, longer: Int, groups: Int)? {
    guard input.number() == Review.layout else { return nil }
    position = Position(input.short())
    moment = Moment(microseconds: Int64(bitPattern: input.number()))
    for id in input.texts() { _ = reasons.enter(CriterionID(id)) }
    for id in input.texts() { _ = limits.enter(LimitID(id)) }
    for id in input.texts() { _ = themes.enter(ThemeID(id)) }
    for id in input.texts() { _ = fields.enter(FieldID(id)) }
    // After the registers: what the protocols name keeps the numbers that rows know it by.
    guard readFacts(from: &input, fact) else { return nil }
    for _ in 0..<input.count() {
      _ = enter(PersonID(high: input.number(), low: input.number()))
    }
    guard input.count() == members.count else { return nil }
    for place in members.indices {
      members[place].roles = Roles(rawValue: UInt8(truncatingIfNeeded: input.number()))
      let lifted = input.short()
      members[place].liftedAt = lifted == 0 ? nil : lifted
    }
    for _ in 0..<input.count() {
      var list: [UInt16] = []
      for _ in 0..<input.count() { list.append(UInt16(truncatingIfNeeded: input.number())) }
      _ = lists.enter(list)
    }
    for _ in 0..<input.count() { apart.insert(input.pair()) }
    for _ in 0..<input.count() { studyJoins.insert(input.pair()) }
    for _ in 0..<input.count() { freeGroups.append(input.short()) }
    for stage in decided.indices {
      guard input.count() == decided[stage].count else { return nil }
      for person in decided[stage].indices { decided[stage][person] = input.set() }
    }
    for stage in Stage.allCases {
      pilots[stage] = input.pilot()
      disclosedAt[stage] = input.short()
    }
    let stopped = input.number()
    stoppedAt = stopped == 0 ? nil : UInt32(truncatingIfNeeded: stopped - 1)
    for _ in 0..<input.count() {
      let at = input.short()
      guard case .fieldCharted(let charted)? = fact(Position(at)) else { return nil }
      values.append(Charted(fact: charted, position: at))
    }
    return input.isSound
      ? (rows: Int(input.short()), longer: Int(input.short()), groups: Int(input.short())) : nil
  }

  /// Versions first, then imports: what they carry is read again from their entries.
  private mutating func readFacts(
    from input: inout PieceReader, _ fact: (Position) -> Fact?
  ) -> Bool {
    for _ in 0..<input.count() {
      let at = input.short()
      guard case .protocolAdopted(let adopted)? = fact(Position(at)) else { return false }
      var bare = adopted
      bare.requotas = []  // their steps are in the rows
      adopt(bare, at: at)
    }
    for _ in 0..<input.count() {
      let at = input.short()
      guard case .fileImported(let filed)? = fact(Position(at)) else { return false }
      files.append(File(fact: filed, position: at))
    }
    guard input.count() == files.count else { return false }
    for place in files.indices { input.answers(into: &files[place]) }
    return input.isSound
  }
}

extension Review {
  /// Whether two reviews are the same to the last number: their checkpoints are equal.
  public func isSame(as other: Review) -> Bool {
    var pieces: [[UInt8]] = []
    checkpoint { pieces.append($0) }
    var place = 0
    var isSame = true
    other.checkpoint { piece in
      isSame = isSame && place < pieces.count && pieces[place] == piece
      place += 1
    }
    return isSame && place == pieces.count
  }
}
