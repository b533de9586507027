import Bibliography

/// Names as BibTeX has them: parted by `and`, each `von Family, Jr, Given` or `Given von Family`.
enum BibTeXName {
  /// The authors of a field.
  static func authors(_ latex: String) -> [Reference.Author] {
    parts(of: latex) { $0 == "and" }.compactMap(author)
  }

  private static func author(_ words: [String]) -> Reference.Author? {
    let printed = words.joined(separator: " ")
    // `and others` is nobody.
    guard !printed.isEmpty, printed != "others", !printed.utf8.span.saysNothingIsThere else {
      return nil
    }
    if printed.hasPrefix("{"), words.count == 1, !printed.hasPrefix("{\\") {
      return .named(LaTeXText.read(printed).onOneLine)
    }
    let pieces = commaParts(of: printed).map { LaTeXText.read($0).onOneLine }
    if let labelled = labelled(pieces) { return labelled }
    switch pieces.count {
    case 1: return unparted(words.map { LaTeXText.read($0) })
    case 2 where pieces[1].isEmpty: return pieces[0].isEmpty ? nil : .named(pieces[0])
    case 2: return .person(family: pieces[0], given: pieces[1])
    case _:
      let rest = [pieces[2...].joined(separator: ", "), pieces[1]].filter { !$0.isEmpty }
      return .person(family: pieces[0], given: rest.joined(separator: ", "))
    }
  }

  /// BibLaTeX's longer form, `family=Family, given=Given, prefix=von, suffix=Jr`.
  private static func labelled(_ pieces: [String]) -> Reference.Author? {
    guard pieces.contains(where: { $0.hasPrefix("family=") }) else { return nil }
    func part(_ label: String) -> String? {
      pieces.first { $0.hasPrefix("\(label)=") }.map {
        String($0.dropFirst(label.count + 1)).trimmed
      }
    }
    let family = [part("prefix"), part("family")].compactMap { $0 }.joined(separator: " ")
    let given = [part("given"), part("suffix")].compactMap { $0 }.joined(separator: ", ")
    return .person(family: family, given: given.isEmpty ? nil : given)
  }

  /// `Given von Family`: the family's name begins with the first small letter, or is the last word.
  private static func unparted(_ words: [String]) -> Reference.Author? {
    guard words.count > 1 else { return words.first.map { .named($0) } }
    let von = words.dropLast().firstIndex { $0.first?.isLowercase == true }
    let start = von.map { $0 == 0 ? words.count - 1 : $0 } ?? words.count - 1
    return .person(
      family: words[start...].joined(separator: " "),
      given: words[..<start].joined(separator: " "))
  }

  /// The words of a text, grouped by those that part; what stands in braces is one word.
  private static func parts(
    of latex: String, isSeparator: (String) -> Bool
  ) -> [[String]] {
    var (groups, word, depth) = ([[String]()], [UInt8](), 0)
    func end(_ groups: inout [[String]], _ word: inout [UInt8]) {
      guard !word.isEmpty else { return }
      let text = String(decoding: word, as: UTF8.self)
      word = []
      if isSeparator(text.lowercased()) {
        groups.append([])
      } else {
        groups[groups.count - 1].append(text)
      }
    }
    for byte in latex.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth <= 0, byte <= 0x20 || byte == UInt8(ascii: "~") && word.last != 0x5C {
        end(&groups, &word)
      } else {
        word.append(byte)
      }
    }
    end(&groups, &word)
    return groups
  }

  /// The parts between commas that stand in no braces.
  private static func commaParts(of latex: String) -> [String] {
    var (parts, depth) = ([[UInt8]()], 0)
    for byte in latex.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth <= 0, byte == UInt8(ascii: ",") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }
}
