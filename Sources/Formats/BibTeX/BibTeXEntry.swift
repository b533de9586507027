/// An entry as BibTeX has it: a type, a key, and fields whose values are still in LaTeX.
struct BibTeXEntry {
  /// One field; the name as printed.
  struct Field {
    var name: String
    var value: String
  }

  private(set) var type = ""
  private(set) var key = ""
  private(set) var fields: [Field] = []
  /// Names that stand for a text and are defined nowhere.
  private(set) var undefined: [String] = []

  private var text: [UInt8]
  private var place = 1

  /// Reads an entry, its definitions of names (`@string`) among `known`, in lower case.
  init(_ printed: String, known: [String: String]) throws(ReadFault.Problem) {
    text = Array(printed.utf8)
    skipBlanks()
    type = word()
    skipBlanks()
    guard place < text.count, text[place] == UInt8(ascii: "{") || text[place] == UInt8(ascii: "(")
    else { throw .notBibTeX(found: found, wanted: "{") }
    text.removeLast()
    place += 1
    guard !isAside else { return }
    if !isDefinition { readKey() }
    try readFields(known)
  }

  /// Whether it defines names.
  var isDefinition: Bool { type.lowercased() == "string" }

  /// Whether it says nothing of a document.
  var isAside: Bool { ["comment", "preamble"].contains(type.lowercased()) }

  /// Reads the key, unless the fields begin at once.
  private mutating func readKey() {
    skipBlanks()
    let start = place
    while place < text.count, text[place] != UInt8(ascii: ",") {
      if text[place] == UInt8(ascii: "=") {
        place = start
        return
      }
      place += 1
    }
    key = String(decoding: text[start..<place], as: UTF8.self).trimmed
    place += 1
  }

  private mutating func readFields(_ known: [String: String]) throws(ReadFault.Problem) {
    while true {
      while place < text.count, text[place] <= 0x20 || text[place] == UInt8(ascii: ",") {
        place += 1
      }
      guard place < text.count else { return }
      let name = word()
      skipBlanks()
      guard !name.isEmpty, place < text.count, text[place] == UInt8(ascii: "=") else {
        throw .notBibTeX(found: name.isEmpty ? found : "\"\(name.sample)\"", wanted: "name = value")
      }
      place += 1
      guard fields.count < EntryLimit.tags else { throw .tooManyTags(limit: EntryLimit.tags) }
      fields.append(Field(name: name, value: try value(known)))
    }
  }

  /// Reads texts, numbers and names that are joined with `#`.
  private mutating func value(_ known: [String: String]) throws(ReadFault.Problem) -> String {
    var value = ""
    repeat {
      skipBlanks()
      guard place < text.count else { return value }
      switch text[place] {
      case UInt8(ascii: "{"): value += try braced()
      case UInt8(ascii: "\""): value += try quoted()
      case _:
        let name = word()
        guard !name.isEmpty else { throw .notBibTeX(found: found, wanted: "{") }
        if name.utf8.first?.isDigit == true {
          value += name
        } else if let text = known[name.lowercased()] {
          value += text
        } else {
          value += name
          undefined.append(name)
        }
      }
      skipBlanks()
      guard place < text.count, text[place] == UInt8(ascii: "#") else { return value }
      place += 1
    } while true
  }

  private mutating func braced() throws(ReadFault.Problem) -> String {
    let start = place + 1
    var depth = 0
    while place < text.count {
      if text[place] == UInt8(ascii: "{") { depth += 1 }
      if text[place] == UInt8(ascii: "}") { depth -= 1 }
      place += 1
      if depth == 0 { return String(decoding: text[start..<place - 1], as: UTF8.self) }
    }
    throw .notClosed(mark: "}")
  }

  private mutating func quoted() throws(ReadFault.Problem) -> String {
    place += 1
    let start = place
    var depth = 0
    while place < text.count {
      if text[place] == UInt8(ascii: "{") { depth += 1 }
      if text[place] == UInt8(ascii: "}") { depth -= 1 }
      if depth <= 0, text[place] == UInt8(ascii: "\"") {
        place += 1
        return String(decoding: text[start..<place - 1], as: UTF8.self)
      }
      place += 1
    }
    throw .notClosed(mark: "\"")
  }

  /// A name or a number: everything up to a blank or a mark that BibTeX uses.
  private mutating func word() -> String {
    let marks = "{}()\",=#".utf8
    let start = place
    while place < text.count, text[place] > 0x20, !marks.contains(text[place]) { place += 1 }
    return String(decoding: text[start..<place], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while place < text.count, text[place] <= 0x20 || text[place] == UInt8(ascii: "%") {
      if text[place] == UInt8(ascii: "%") {
        while place < text.count, text[place] != 0x0A { place += 1 }
      } else {
        place += 1
      }
    }
  }

  private var found: String {
    guard place < text.count else { return "nothing" }
    return "\"\(String(decoding: text[place..<min(place + 20, text.count)], as: UTF8.self))\""
  }
}
