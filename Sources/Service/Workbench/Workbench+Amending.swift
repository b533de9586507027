import Bibliography
import Ledger
public import Screening
import Secrets

extension Workbench {
  /// Adopts a protocol file as an amendment; `requota` names begun rounds that follow a changed
  /// number of reviewers.
  ///
  /// Where the limits that remove have changed, the same act judges the records anew that they can
  /// reach. Records are read and judged in the caller's thread; if one came up meanwhile that was
  /// not judged, nothing is written and it is judged too.
  public func adoptProtocol(
    _ bytes: [UInt8], requota: [Stage: [RecordNumber]] = [:], because grounds: String,
    _ acting: Acting
  ) throws(Fault) -> Done {
    let content = try parse(bytes)
    let digest = Digest(of: bytes)
    var speech = speech
    let words = speech.words(grounds)
    let requotas = content.requotas(requota)
    var sheet = LimitSheet(content)
    while true {
      try judge(into: &sheet, in: acting.review)
      let done = try act(
        acting, saying: speech,
        steps: [
          ActStep(.person(acting.person)) { [sheet] (review) throws(Refusal) in
            guard sheet.covers(review) else { return nil }
            return try review.adopting(
              content, file: Fingerprint(digest), requotas: requotas, grounds: words,
              by: acting.person)
          },
          ActStep(.rule(.limits)) { [sheet] (review) throws(Refusal) in
            review.content == content ? sheet.apply(to: review) : nil
          },
        ],
        before: { (commit) throws(StoreFault) in
          try commit.archive(bytes, digest: digest, in: acting.review)
        })
      if !done.isIdle { return done }
    }
  }

  /// Judges the records that the limits can reach and that the sheet does not know yet.
  private func judge(into sheet: inout LimitSheet, in id: Identifier) throws(Fault) {
    let review = try state(of: id).review
    let records = sheet.unjudged(in: review)
    guard !records.isEmpty else { return }
    try readingArchive { (_, archive) throws(StoreFault) in
      for record in records {
        sheet.judge(record, as: try archive.reference(record, in: review))
      }
    }
  }
}

/// What the removing limits of a new protocol say of each record, so that a report can be judged
/// whatever its records are by the time that the protocol is adopted.
private struct LimitSheet: Sendable {
  private let limits: [Limit]
  private let panel: LimitPanel
  private var judged = NumberSet()
  /// The records that fail each limit, in protocol order.
  private var failing: [NumberSet]

  init(_ content: ReviewProtocol) {
    limits = content.removingLimits
    panel = LimitPanel(limits)
    failing = limits.map { _ in NumberSet() }
  }

  mutating func judge(_ record: RecordNumber, as reference: Reference?) {
    judged.insert(record)
    guard let reference else { return }
    for (place, finding) in panel.findings(on: [reference]).enumerated()
    where finding.judgement == .fails {
      failing[place].insert(record)
    }
  }

  /// The records within reach that were not judged; none where the limits have not changed.
  func unjudged(in review: Review) -> [RecordNumber] {
    guard review.content?.removingLimits != limits else { return [] }
    return review.reportsWithinReach.flatMap { review.records(of: $0) }
      .filter { !judged.contains($0) }
  }

  func covers(_ review: Review) -> Bool { unjudged(in: review).isEmpty }

  /// What the limits do to a review that has just adopted them; nil where they do what those before
  /// them did.
  func apply(to review: Review) -> Fact? {
    let before = review.content(ofVersion: review.protocolVersion - 1)
    guard before?.removingLimits != limits else { return nil }
    return review.applyingLimits(
      review.reportsWithinReach.map { report in
        (report: report, failing: removal(of: review.records(of: report)))
      })
  }

  /// The first limit that all of a report's live records fail.
  private func removal(of records: [RecordNumber]) -> LimitID? {
    guard !records.isEmpty else { return nil }
    return zip(limits, failing).first { _, failing in
      records.allSatisfy { failing.contains($0) }
    }?.0.id
  }
}

extension ReviewProtocol {
  /// The limits that remove what fails them.
  fileprivate var removingLimits: [Limit] {
    limits.filter { $0.action == .remove && !$0.isRetired }
  }

  /// The begun rounds that follow this protocol's number of reviewers, as a fact names them.
  fileprivate func requotas(
    _ named: [Stage: [RecordNumber]]
  ) -> [ProtocolAdopted.Requota] {
    named.sorted { $0.key < $1.key }.map { stage, reports in
      let rule = stage == .titleAbstract ? titleAbstract : fullText
      return ProtocolAdopted.Requota(
        stage: stage, reviewers: UInt8(clamping: rule.reviewers), reports: reports)
    }
  }
}

extension Review {
  /// The reports where nobody has decided anything can only be here; the rules leave out the rest.
  fileprivate var reportsWithinReach: [RecordNumber] {
    [Leaf.removedByAutomation, .awaitingTitleAbstract, .leftUnscreened, .awaitingRetrieval]
      .flatMap { Array(reports(in: $0).numbers) }
  }
}
