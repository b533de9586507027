import Screening

/// A theme as it stands in the file: inside its branch, or beside it and naming it.
struct ThemeEntry: Sendable {
  var theme: Theme
  /// What the file says about the label, if it says something.
  let label: Bool?
  let below: [ThemeEntry]
  let parent: String?
  /// Where `parent` stands, or the id.
  let place: Place

  var id: String { theme.id.text }
  /// The entry and all that stand inside it.
  var all: [ThemeEntry] { [self] + below.flatMap(\.all) }
}

extension Kind where Value == [Theme] {
  /// The theme tree, put together from entries that stand in each other or name their parent.
  static var themes: Kind {
    Kind<[ThemeEntry]>.list(of: .theme).checked { entries, _, reading in
      ThemeTree(entries).themes(reading)
    }
  }
}

extension Kind where Value == ThemeEntry {
  fileprivate static let theme: Kind =
    .form(
      "theme",
      """
      A leaf or a branch of the theme tree. What is below a branch stands in its `themes`, or \
      anywhere at the top and names it as `parent`.
      """,
      required("id", .id(.theme), "The stable id."),
      required("name", .line, "The name as tallies print it."),
      optional("note", .text, "What belongs here."),
      optional(
        "themes", .list(of: .later("theme") { .theme }), default: [], "The themes below."),
      optional("parent", .reference(.theme), "The branch that this stands below."),
      optional(
        "label", .yesNo,
        "Whether it can be given to a report: `yes` for a leaf and `no` for a branch, if left out."),
      optional(
        "optional", .yesNo, default: false, "May be left out of a tally while it is empty."),
      optional(
        "retired", .yesNo, default: false,
        "No longer given; it stays in the file because labels rest on it.")
    ) { form, id, name, note, below, parent, label, isOptional, isRetired in
      for entry in below where entry.parent != nil {
        form.reading.note(.twoParents(entry.id, in: id), at: entry.place)
      }
      let theme = Theme(
        id: ThemeID(id), name: name, note: note, isOptional: isOptional, isRetired: isRetired)
      return ThemeEntry(
        theme: theme, label: label, below: below, parent: parent,
        place: form.place(of: parent == nil ? "id" : "parent"))
    }
}

/// Puts the entries of a file into one tree.
private struct ThemeTree {
  /// How deep themes may stand in each other.
  static let deepest = 8

  private let top: [ThemeEntry]
  private let all: [ThemeEntry]
  private let parents: [String: String]
  /// The entries at the top that name their parent, by that parent.
  private let adopted: [String: [ThemeEntry]]

  init(_ entries: [ThemeEntry]) {
    top = entries.filter { $0.parent == nil }
    all = entries.flatMap(\.all)
    adopted = Dictionary(grouping: entries.filter { $0.parent != nil }) { $0.parent ?? "" }
    let links =
      all.flatMap { entry in entry.below.map { ($0.id, entry.id) } }
      + entries.compactMap { entry in entry.parent.map { (entry.id, $0) } }
    parents = Dictionary(links, uniquingKeysWith: { first, _ in first })
  }

  /// The tree; nil after noting why there is none.
  func themes(_ reading: Reading) -> [Theme]? {
    // Ids that stand twice are noted elsewhere, and would make a tree of their own here.
    guard Set(all.map(\.id)).count == all.count, noteCircles(reading) else { return nil }
    return top.compactMap { theme($0, depth: 1, reading) }
  }

  private func theme(_ entry: ThemeEntry, depth: Int, _ reading: Reading) -> Theme? {
    guard depth <= Self.deepest else {
      reading.note(.tooDeep, at: entry.place)
      return nil
    }
    let below = entry.below + (adopted[entry.id] ?? [])
    if below.isEmpty, entry.label == false { reading.note(.idleLeaf(entry.id), at: entry.place) }
    var theme = entry.theme
    theme.themes = below.compactMap { self.theme($0, depth: depth + 1, reading) }
    theme.isLabel = entry.label ?? below.isEmpty
    return theme
  }

  /// Notes every circle once, at the first `parent` in it; whether there was none.
  private func noteCircles(_ reading: Reading) -> Bool {
    let naming = all.filter { $0.parent != nil }
    let places = Dictionary(naming.map { ($0.id, $0.place) }, uniquingKeysWith: { min($0, $1) })
    var known: Set<String> = []
    var hasCircle = false
    for entry in naming {
      var path: [String] = []
      var id: String? = entry.id
      while let step = id, known.insert(step).inserted {
        path.append(step)
        id = parents[step]
      }
      guard let met = id, let start = path.firstIndex(of: met) else { continue }
      let circle = Array(path[start...])
      let first = circle.compactMap { places[$0] }.min()
      reading.note(.circle(circle + [met]), at: first ?? entry.place)
      hasCircle = true
    }
    return !hasCircle
  }
}

extension String {
  fileprivate static let tooDeep =
    "Themes stand more than \(ThemeTree.deepest) deep here. Write the tree flatter."
  fileprivate static func twoParents(_ id: String, in branch: String) -> String {
    "The theme `\(id)` stands inside `\(branch)` already. Take its `parent` away."
  }
  fileprivate static func idleLeaf(_ id: String) -> String {
    """
    The theme `\(id)` has nothing below it and is no label, so it leads nowhere. Take \
    `label: no` away, or give it themes.
    """
  }
  fileprivate static func circle(_ ids: [String]) -> String {
    "The themes go round in a circle: \(ids.joined(separator: " → ")). Give one another `parent`."
  }
}
