import Bibliography

/// Understands the elements of one XML format and gathers its records from them.
protocol XMLGatherer: XMLEvents {
  static var format: Format { get }

  /// Whether a file that begins so is of this format.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty

  init()

  /// The elements that hold a record.
  var recordNames: [StaticString] { get }
  /// What has to stand before a record, where reading begins anew at one.
  var root: String { get }
  /// What happens with records as wholes.
  var onBegin: () -> Void { get set }
  var onEnd: () -> Void { get set }

  /// What the record says that has just ended.
  func reference(line: Int, _ warnings: inout [ReadWarning]) -> Reference

  /// Forgets the record it is in the middle of, and the names of the parser that has broken.
  func forget()
}

/// Gathers records field by field, by a table of their meanings.
protocol DraftGatherer: XMLGatherer {
  var draft: ReferenceDraft { get set }
}

extension DraftGatherer {
  func reference(line: Int, _ warnings: inout [ReadWarning]) -> Reference {
    guard !draft.reference.isEmpty else { return draft.reference }
    let reference = draft.finish(line: line)
    warnings += draft.warnings
    return reference
  }
}
