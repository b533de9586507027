import JSON
import Screening
import Service

extension Command {
  static let ledgerList = Command(
    "ledger list", "lists the entries of a review",
    operands: [Common.review],
    options: [after, take] + Common.reading,
    manual: """
      Lists what people and rules have done, oldest first: position, moment, who, what, on what.
      For those who may not decide in the review: leads who do not screen, and librarians. Even
      they do not see who decided what; --unblind shows a lead that too, and is an entry itself.
      """,
    examples: [
      Example("winnow ledger list peer-support", "lists all entries"),
      Example("winnow ledger list peer-support --after 100 --take 20 --json", "a page of them"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      guard sitting.seesPositions else { throw .blind(command: call.command.name) }
      let start = Position(UInt32(try call.optional(after) ?? 0))
      let limit = try call.optional(take) ?? .max
      let rows = try answer(
        of: sitting.bench.ledger(of: sitting.review.id, after: start, limit: limit))
      let isVeiled = !sitting.state.hasLiftedBlind(sitting.person.id)
      let printed = rows.map { LedgerPrint($0, names: sitting.names, isVeiled: isVeiled) }
      var table = TextTable([.left, .left, .left, .left, .left])
      for row in printed { table.add(row.cells) }
      try call.show(text: table.text, json: .array(printed.map(\.json)))
    })

  private static let after = Option(
    "after", "N", .number(in: 0...Int(UInt32.max)), "begins after this position")
  private static let take = Option(
    "take", "N", .number(in: 1...Int(Int32.max)), "lists at most so many entries")
}
