import Screening

/// One reading of a file: what was noted on the way, and what can only be judged at its end.
final class Reading {
  private var faults: [ProtocolFault]
  private var ids: [Mention] = []
  private var references: [Mention] = []
  private var lastChecks: [(Reading) -> Void] = []

  /// An id where it stands in the file.
  private struct Mention {
    let id: String
    let part: ProtocolPart
    let place: Place
  }

  init(faults: [ProtocolFault] = []) { self.faults = faults }

  /// Notes a fault.
  func note(_ sentence: String, at place: Place) {
    faults.append(ProtocolFault(at: place, sentence))
  }

  /// Notes that something has this id.
  func declare(_ id: String, as part: ProtocolPart, at place: Place) {
    ids.append(Mention(id: id, part: part, place: place))
  }

  /// Notes that something with this id is meant.
  func refer(to id: String, as part: ProtocolPart, at place: Place) {
    references.append(Mention(id: id, part: part, place: place))
  }

  /// Leaves a check for the time when the whole file has been read.
  func atEnd(_ check: @escaping (Reading) -> Void) { lastChecks.append(check) }

  /// Whether anything of this part has been declared.
  func declares(_ part: ProtocolPart) -> Bool { ids.contains { $0.part == part } }

  /// Checks ids and references, and gives every fault.
  func finish() -> [ProtocolFault] {
    noteTwins()
    noteStrays()
    for check in lastChecks { check(self) }
    return faults
  }

  /// Capitals alone do not tell ids apart: people type them.
  private func noteTwins() {
    for part in ProtocolPart.allCases where part.sharesIDs == part {
      var first: [String: Mention] = [:]
      let sharing = ids.filter { $0.part.sharesIDs == part }
      for mention in sharing.sorted(by: { $0.place < $1.place }) {
        if let other = first[mention.id.lowercased()] {
          note(.twin(mention.id, mention.part, other: other.id, at: other.place), at: mention.place)
        } else {
          first[mention.id.lowercased()] = mention
        }
      }
    }
  }

  private func noteStrays() {
    for part in ProtocolPart.allCases {
      let declared = ids.filter { $0.part == part }.map(\.id)
      let known = Set(declared)
      for mention in references where mention.part == part && !known.contains(mention.id) {
        // Who has a hundred faults needs no guesses, and guessing takes time.
        let meant = faults.count < 100 ? mention.id.nearest(among: declared) : nil
        note(.stray(mention.id, part, meant: meant), at: mention.place)
      }
    }
  }
}

extension String {
  /// The word that may have been meant; nobody types lists so long that looking would take long.
  func nearest(among candidates: [String]) -> String? {
    guard candidates.count <= 500 else { return nil }
    return DidYouMean.nearest(to: self, among: candidates)
  }

  fileprivate static func twin(
    _ id: String, _ part: ProtocolPart, other: String, at place: Place
  ) -> String {
    let taken = id == other ? "is taken" : "differs from `\(other)` only in its capitals"
    return """
      The id `\(id)` \(taken): it first stands at line \(place.line), column \(place.column). \
      Give this \(part.rawValue) an id of its own.
      """
  }

  fileprivate static func stray(_ id: String, _ part: ProtocolPart, meant: String?) -> String {
    let advice =
      meant.map { "Did you mean `\($0)`?" } ?? "Give the id of one of its \(part.plural)."
    return "No \(part.rawValue) of this protocol has the id `\(id.shortened)`. \(advice)"
  }
}
