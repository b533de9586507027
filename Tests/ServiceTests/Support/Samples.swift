import Bibliography

extension String {
  /// Two sources, one reason, and a limit that removes what was published before 2000.
  static let sampleProtocol = """
    title: What helps people sleep in hospital
    framework: own
    domains:
      - id: topic
        exclude:
          - id: not-sleep
            text: The report is not about sleep on a hospital ward
    limits:
      - id: recent
        text: Published in 2000 or later
        published: {from: 2000}
        action: remove
    sources:
      - {id: medline, name: MEDLINE, route: database}
      - {id: cinahl, name: CINAHL, route: database}
    """
}

extension [UInt8] {
  /// A file of records, each with a title, a year from 2001 on, and an abstract of so many words.
  static func records(_ count: Int, from first: Int = 1, words: Int = 0) -> [UInt8] {
    let abstract =
      words == 0 ? "" : ",\"abstract\":\"\(String(repeating: "asleep ", count: words))\""
    return Array(
      (first..<first + count).map {
        "{\"title\":\"Report \($0) of the night\",\"year\":\"\(2001 + $0 % 20)\"\(abstract)}\n"
      }.joined().utf8)
  }

  static func lines(_ lines: String...) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}

extension Reference {
  /// A record that says no more than its title.
  static func titled(_ title: String) -> Reference {
    var reference = Reference()
    reference.title = title
    return reference
  }
}
