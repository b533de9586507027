extension ReviewProtocol {
  func faults(asAmendmentOf before: ReviewProtocol) -> [String] { [] }
  func criteriaChanged(by after: ReviewProtocol) -> Set<CriterionID> { [] }
}
