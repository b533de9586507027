import JSON
import Service

extension Command {
  static let verify = Command(
    "verify", "proves every review from its first byte",
    options: Common.atWorkspace + [Common.person],
    manual: """
      Checks each ledger of the workspace entry by entry, all words and archived files against
      their digests, rebuilds each review from its ledger and compares it with the one that the
      program works with, and asserts the identities of its numbers. Checkpoints are not trusted.

      Prints a line for each ledger, then what does not hold. Figures are left out of a review in
      which the person may still decide. Ends with 74 if a ledger, a text or a file was changed,
      with 70 if the program contradicts itself.
      """,
    examples: [Example("winnow verify", "proves ./workspace")],
    run: { call throws(Failure) in
      let bench = try call.bench
      var findings = [Finding(ofWorkspace: bench)]
      for review in try answer(of: bench.reviews()) {
        findings.append(
          Finding(review.name) { () throws(Fault) in Finding.Proof(try bench.verify(review)) })
      }
      try call.tell(findings)
    })
}
