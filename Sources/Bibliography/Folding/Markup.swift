/// A tag or an entity in a printed text, and what it means for the words around it.
///
/// Databases print mark-up as it is, escaped once, and escaped twice; all three are known here. A
/// `<` or `&` that only looks like mark-up ("p < 0.05", "R&D") is none.
struct Markup {
  enum Meaning {
    /// An entity that prints this character.
    case character(Unicode.Scalar)
    /// A tag at which words part.
    case parts
    /// A tag inside a word, such as in H<sub>2</sub>O.
    case nothing
  }

  let meaning: Meaning
  let length: Int

  /// Reads what begins at an offset.
  init?(_ source: Span<UInt8>, at place: Int) {
    if let tag = Self.tag(source, at: place) {
      (meaning, length) = tag
      return
    }
    guard let (scalar, length) = Self.entity(source, at: place) else { return nil }
    meaning = .character(scalar)
    self.length = length
  }

  // MARK: Entities

  private static func entity(
    _ source: Span<UInt8>, at start: Int
  ) -> (Unicode.Scalar, length: Int)? {
    guard source.has("&", at: start) else { return nil }
    var place = start + 1
    // `&amp;eacute;` was escaped once more than it should be; `&amp;` alone is an ampersand.
    while source.has("amp;", at: place) { place += 4 }
    guard let (scalar, length) = body(source, at: place) else {
      return place > start + 1 ? ("&", place - start) : nil
    }
    return (scalar, place - start + length)
  }

  /// The entity after its ampersand: `eacute;`, `#233;` or `#xE9;`.
  private static func body(
    _ source: Span<UInt8>, at place: Int
  ) -> (Unicode.Scalar, length: Int)? {
    var end = place
    while end < source.count, end - place < 10, source[end] != UInt8(ascii: ";") {
      guard ASCII.isLetterOrDigit(source[end]) || source[end] == UInt8(ascii: "#") else {
        return nil
      }
      end += 1
    }
    guard end > place, end < source.count, source[end] == UInt8(ascii: ";") else { return nil }
    let name = source.text(place..<end)
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        entities[name]
      }
    return scalar.map { ($0, end + 1 - place) }
  }

  // MARK: Tags

  private static func tag(_ source: Span<UInt8>, at start: Int) -> (Meaning, length: Int)? {
    guard var place = source.end(ofAny: openings, at: start) else { return nil }
    if source.has("/", at: place) { place += 1 }
    let name = place
    while place < source.count, ASCII.isLetterOrDigit(source[place]) || source.has(":", at: place) {
      place += 1
    }
    guard let meaning = meaning(of: source.text(name..<place)) else { return nil }

    let attributes = place
    var hasValue = false
    while place < source.count, place - attributes < 512, !source.has("<", at: place) {
      if let end = source.end(ofAny: closings, at: place) {
        let isBare = source.isBlankOrSlash(attributes..<place)
        return isBare || hasValue ? (meaning, end - start) : nil
      }
      hasValue = hasValue || source.has("=", at: place)
      place += 1
    }
    return nil
  }

  private static func meaning(of name: String) -> Meaning? {
    let name = name.lowercased()
    if name.hasPrefix("mml:") { return .nothing }
    let local = name.hasPrefix("jats:") ? String(name.dropFirst(5)) : name
    if inlineTags.contains(local) { return .nothing }
    return partingTags.contains(local) ? .parts : nil
  }

  private static let openings: [StaticString] = ["<", "&lt;", "&amp;lt;"]
  private static let closings: [StaticString] = [">", "&gt;", "&amp;gt;"]

  private static let inlineTags: Set<String> = [
    "i", "b", "u", "em", "strong", "sub", "sup", "inf", "it", "italic", "bold", "span", "small",
    "font", "sc", "scp", "a",
  ]

  private static let partingTags: Set<String> = [
    "p", "br", "div", "sec", "title", "label", "abstract", "ul", "ol", "li", "list", "hr", "h1",
    "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "abstracttext",
  ]
}

/// The entities of HTML 4 that turn up in titles and abstracts.
private let entities: [String: Unicode.Scalar] = {
  var table: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "minus": "−",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "hellip": "…", "bull": "•", "dagger": "†", "prime": "′", "trade": "™", "euro": "€",
    "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "ensp": " ",
    "emsp": " ", "thinsp": " ", "hyphen": "‐", "dash": "‐", "le": "≤", "ge": "≥", "ne": "≠",
  ]
  // Both runs follow the order of Unicode, so that names alone are enough.
  let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """
  let greek = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho \
    sigmaf sigma tau upsilon phi chi psi omega
    """
  for (names, first) in [(latin, 0xA0 as UInt32), (greek, 0x3B1)] {
    for (index, name) in names.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(first + UInt32(index))
    }
  }
  return table
}()
