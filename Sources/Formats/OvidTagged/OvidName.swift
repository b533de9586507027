/// A name as Ovid prints it, without roles, degrees and signs of addresses.
struct OvidName {
  let text: String
  let isEditor: Bool

  init(_ printed: String) {
    var name = printed
    var roles = ""
    while let open = name.firstIndex(of: "["), let close = name[open...].firstIndex(of: "]") {
      roles += name[open...close]
      name.removeSubrange(open...close)
    }
    isEditor = roles.contains("Ed]") || roles.contains("Editor")
    var words = name.split(separator: " ")
    while let last = words.last, last.isSign || last.isDegree { words.removeLast() }
    text = words.joined(separator: " ").droppingLast(",")
  }
}

extension Substring {
  /// `1,2,+` or `*`, which lead to an address.
  fileprivate var isSign: Bool { utf8.allSatisfy { !$0.isLetter && $0 < 0x80 && $0 != 0x2E } }

  fileprivate var isDegree: Bool {
    let letters = filter { $0.isLetter }
    return letters.utf8.count > 1
      && Self.degrees.contains(letters.uppercased())
  }

  private static let degrees: Set<String> = [
    "MD", "PHD", "RN", "FAAN", "FACSM", "MPH", "MSC", "BSC", "MA", "BA", "MS", "BS", "DRPH", "DSC",
    "MBBS", "MBCHB", "FRCP", "PSYD", "EDD", "MSN", "BSN", "DNP", "PHARMD", "FACP", "FRCPSYCH",
  ]
}

extension String {
  fileprivate func droppingLast(_ mark: Character) -> String {
    last == mark ? String(dropLast()).trimmed : self
  }
}
