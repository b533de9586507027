import JSON
import Service

extension Command {
  static let ledgerVerify = Command(
    "ledger verify", "checks the chain of digests, entry by entry",
    operands: [review],
    options: Common.atWorkspace + [Common.person],
    manual: """
      Checks that every entry's bytes give its digest, that no entry is missing or twice, and that
      people's words are the ones that were written. Without a review, checks every ledger of the
      workspace. Reads the ledger only; "winnow verify" proves all that is derived from it too.

      A changed byte is told with the number of its entry, and the command ends with 74; an entry
      whose bytes are whole and say nothing was written wrong, and ends it with 70. Figures are
      left out of a review in which the person may still decide.
      """,
    examples: [
      Example("winnow ledger verify peer-support", "checks one review"),
      Example("winnow ledger verify", "checks every ledger"),
    ],
    run: { call throws(Failure) in
      let bench = try call.bench
      let reviews =
        if let name = try call.optional(review) {
          [try answer(of: bench.review(named: name))]
        } else { try answer(of: bench.reviews()) }
      var findings = try call.optional(review) == nil ? [Finding(ofWorkspace: bench)] : []
      for review in reviews {
        findings.append(
          Finding(review.name) { () throws(Fault) in
            Finding.Proof(try bench.verifyLedger(of: review))
          })
      }
      try call.tell(findings)
    })

  private static let review = Operand("REVIEW", .text, count: .optional, "the review, by its name")
}
