import Screening

/// What boxes say: PRISMA 2020 word for word, and in its manner where it has no box.
extension String {
  static let withdrawnRecords = "Records withdrawn"

  /// A limit says what it asks for; what is counted are the reports that are not so.
  static func notMet(_ limit: String) -> String { "Not met: \(limit)" }

  static func words(_ whole: FlowChart.Whole, isUpdate: Bool) -> String {
    switch whole {
    case .newStudies: isUpdate ? "New studies included in review" : "Studies included in review"
    case .newReports: isUpdate ? "Reports of new included studies" : "Reports of included studies"
    case .totalStudies: "Total studies included in review"
    case .totalReports: "Reports of total included studies"
    }
  }

  static func words(_ kind: FlowBox.Kind, _ arm: Arm) -> String {
    switch kind {
    case .identified: "Records identified from"
    case .duplicates: "Duplicate records removed"
    case .reports:
      arm == .previous
        ? "Reports of studies included in previous version of review"
        : "Reports (one for each record kept)"
    case .automation: "Records marked as ineligible by automation tools"
    case .removed: "Records removed for other reasons"
    case .direct: "Reports that enter at full text"
    case .awaitingTitleAbstract: "Awaiting screening"
    case .inConflictAtTitleAbstract: "In conflict"
    case .inProgressAtTitleAbstract, .inProgressAtFullText: "In progress"
    case .leftUnscreened: "Records left unscreened"
    case .screened: "Records screened"
    case .excludedAtTitleAbstract: "Records excluded"
    case .sought: "Reports sought for retrieval"
    case .notRetrieved: "Reports not retrieved"
    case .awaitingRetrieval: "Awaiting retrieval"
    case .awaitingFullText: "Awaiting assessment"
    case .inConflictAtFullText: "In conflict"
    case .assessed: "Reports assessed for eligibility"
    case .excludedAtFullText: "Reports excluded"
    case .included: "Reports of included studies"
    case .studies:
      arm == .previous
        ? "Studies included in previous version of review" : "Studies included in review"
    }
  }
}
