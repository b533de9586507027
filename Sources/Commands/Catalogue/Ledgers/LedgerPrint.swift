import JSON
import Screening
import Service

/// One entry of a ledger as lists print it.
struct LedgerPrint {
  private let row: LedgerRow
  private let account: Account
  private let author: String
  private let detail: String

  /// Veiled, it does not say who decided what.
  init(_ row: LedgerRow, names: Names, isVeiled: Bool) {
    self.row = row
    account = Account(row.fact, names)
    let hides = isVeiled && account.isJudgement
    author = hides ? .veil : names[row.author]
    detail = hides ? "" : account.detail
  }

  /// The entry as a row of a table.
  var cells: [String] {
    [
      "\(row.position)", row.moment.text, author, account.kind,
      [account.subject, detail].filter { !$0.isEmpty }.joined(separator: " "),
    ]
  }

  /// The entry for programs.
  var json: JSONValue {
    [
      "entry": JSONValue(row.position.value), "moment": .string(row.moment.text),
      "author": .string(author), "protocol": JSONValue(row.protocolVersion),
      "kind": .string(account.kind), "subject": .string(account.subject),
      "detail": .string(detail), "digest": .string("\(row.digest)"),
    ]
  }
}

extension String {
  fileprivate static let veil = "(a person)"
}
