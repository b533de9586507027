/// Something that an amendment must not do, because decisions, records or labels rest on an id.
public enum AmendmentFault: Hashable, Sendable {
  /// An id is no longer in the protocol.
  case removed(ProtocolChange.Subject)
  /// An id stands for something of another kind.
  case turned(ProtocolChange.Subject, from: String, to: String)
  /// A retired id comes back with another meaning.
  case reused(ProtocolChange.Subject, before: String, after: String)
}

extension ReviewProtocol {
  /// What keeps this version from following an earlier one; nothing if it may.
  ///
  /// Domains may go and come: nothing rests on them but their criteria.
  public func faults(asAmendmentOf earlier: ReviewProtocol) -> [AmendmentFault] {
    let after = outline
    return earlier.outline.items.compactMap { old in
      guard let part = old.subject.part, part != .domain else { return nil }
      guard let new = after[old.subject] else {
        let heir = after.items.first {
          $0.subject.part?.sharesIDs == part.sharesIDs && $0.subject.id == old.subject.id
        }
        return heir.map { .turned(old.subject, from: old.kind, to: $0.kind) }
          ?? .removed(old.subject)
      }
      if old.kind != new.kind { return .turned(old.subject, from: old.kind, to: new.kind) }
      if old.isRetired, !new.isRetired, old.meaning != new.meaning {
        return .reused(old.subject, before: old.meaning, after: new.meaning)
      }
      return nil
    }
  }
}

extension AmendmentFault: CustomStringConvertible {
  /// The fault as a sentence, with what to do.
  public var description: String {
    switch self {
    case .removed(let subject):
      "\(subject.nameAtStart) is gone. Put it back, with `retired: yes` if it is no longer wanted."
    case .turned(let subject, let from, let to):
      "\(subject.nameAtStart) was \(from) and would be \(to). Retire it, and give the new one an id of its own."
    case .reused(let subject, let before, let after):
      """
      \(subject.nameAtStart) was retired as “\(before)” and would come back as “\(after)”. \
      Leave it retired, and give the new one an id of its own.
      """
    }
  }
}
