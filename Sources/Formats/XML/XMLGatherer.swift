import Bibliography

/// Understands the elements of one XML format and gathers its records from them.
protocol XMLGatherer: XMLEvents {
  associatedtype Entry

  static var format: Format { get }

  /// Whether a file that begins so is of this format.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty

  /// What a record says.
  static func reference(
    of entry: Entry, line: Int, _ warnings: inout [ReadWarning]
  ) -> Reference

  init()

  /// The elements that hold a record.
  var recordNames: [StaticString] { get }
  /// What has to stand before a record, where reading begins anew at one.
  var root: String { get }
  /// What happens with records as wholes.
  var onBegin: () -> Void { get set }
  var onEnd: (Entry) -> Void { get set }

  /// Forgets the record it is in the middle of, and the names of the parser that has broken.
  func forget()
}

extension XMLGatherer where Entry == ReferenceDraft {
  static func reference(
    of entry: ReferenceDraft, line: Int, _ warnings: inout [ReadWarning]
  ) -> Reference {
    var draft = entry
    guard !draft.reference.isEmpty else { return draft.reference }
    let reference = draft.finish(line: line)
    warnings += draft.warnings
    return reference
  }
}
