/// The name of a journal in the forms in which other records may print it.
struct JournalForm: Hashable, Sendable {
  /// The folded names, each once.
  let names: [[UInt8]]
  /// Its ISSNs, hashed.
  let issns: [UInt32]

  /// Reads the journal of a record.
  init(_ reference: Reference) {
    names = reference.journal.map { Self.names(Self.withoutGenitives(Mojibake.repaired($0))) } ?? []
    issns = reference.issns.map { UInt32(truncatingIfNeeded: hash64($0.text.utf8)) }
  }

  /// "Ai zheng = Aizheng = Chinese journal of cancer" is three names of one journal; so are a name
  /// and what stands in its brackets, unless that is a place ("New York, N.Y."). What follows a
  /// colon may be part of the name or not.
  private static func names(_ printed: String) -> [[UInt8]] {
    var names: [[UInt8]] = []
    func add(_ text: some StringProtocol) {
      guard names.count < 6, let key = JournalKey(printed: String(text)) else { return }
      let name = Array(beforeConference(key.words).utf8)
      if name.count > 1, !names.contains(name) { names.append(name) }
    }
    guard printed.utf8.contains(where: { "=:;/[(-".utf8.contains($0) }) else {
      add(printed)
      return names
    }
    let (plain, bracketed) = unbracketed(printed)
    for part in plain.split(separator: "=").flatMap({ $0.split(separator: " / ") }) {
      if let short = part.split(whereSeparator: { ":;".contains($0) }).first { add(short) }
      if let short = part.split(separator: " - ").first { add(short) }
      add(String(part.map { ":;".contains($0) ? " " : $0 }))
    }
    if let joined = withoutHyphens(plain) { add(joined) }
    let words = bracketed.split(whereSeparator: { !$0.isLetter })
    if words.count(where: { $0.count >= 4 }) >= 3 { add(bracketed) }
    return names
  }

  /// "Langenbeck's Archives" is abbreviated "Langenbecks Arch".
  private static func withoutGenitives(_ printed: String) -> String {
    // One byte of them, so that nearly all names are passed over at once.
    guard printed.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else {
      return printed
    }
    let characters = Array(printed)
    return String(
      characters.indices.filter { place in
        let isApostrophe = characters[place] == "'" || characters[place] == "’"
        let rest = characters[(place + 1)...].prefix(2)
        return !(isApostrophe && rest.first == "s" && rest.dropFirst().allSatisfy { !$0.isLetter })
      }.map { characters[$0] })
  }

  /// "Cardio-thoracic" is abbreviated "Cardiothorac"; "Dtsch-Med" is two words.
  private static func withoutHyphens(_ printed: String) -> String? {
    let characters = Array(printed)
    let hyphens = characters.indices.filter { place in
      characters[place] == "-" && place + 1 < characters.count && characters[place + 1].isLowercase
    }
    guard !hyphens.isEmpty else { return nil }
    return String(characters.indices.filter { !hyphens.contains($0) }.map { characters[$0] })
  }

  /// A name without its brackets, and what stands in them.
  private static func unbracketed(_ printed: String) -> (plain: String, bracketed: String) {
    var (plain, bracketed, depth) = ("", "", 0)
    for character in printed {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case _ where depth > 0: bracketed.append(character)
      default: plain.append(character)
      }
    }
    return plain.allSatisfy { $0 == " " } ? (printed, "") : (plain, bracketed)
  }

  /// The name without the conference that some databases print behind it.
  private static func beforeConference(_ words: String) -> Substring {
    guard let place = ByteRun.first(" conference".utf8, in: words.utf8), words.count > 11,
      words.utf8[place.upperBound...].isEmpty
    else { return words[...] }
    return words[..<place.lowerBound]
  }
}
