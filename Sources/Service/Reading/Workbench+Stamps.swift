public import Ledger
public import Screening
import Secrets

extension Workbench {
  /// A mark of which entries a page was made of, for its form to send back.
  ///
  /// The positions themselves would tell a blind person how much others entered, and who came first;
  /// a mark under a key that only the service has tells no more than whether they are the same.
  public func stamp(of entries: [Position], in review: Identifier) throws(Fault) -> String {
    let sealed = entries.map(\.value).sorted().reduce(into: Array("winnow entries 1\n".utf8)) {
      (bytes: inout [UInt8], entry) in
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: entry >> (24 - 8 * $0)) }
    }
    return try formStamp().stamp(sealed + review.bytes).description
  }
}
