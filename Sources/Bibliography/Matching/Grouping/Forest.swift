/// Groups that grow together. Each goes by one of its members, its root.
///
/// Two numbers for each member, whatever the groups are, take less than an array for each group.
struct Forest {
  /// For each member one that is nearer to the root of its group; for a root how many members there
  /// are, less than nothing.
  private var parents: [Int32]
  /// For each member another of its group, in a ring.
  private var others: [UInt32]
  /// Of groups that have more members than the bound, by their roots: the first of them in order.
  private var firsts: [Int: [Int]] = [:]
  private let bound: Int

  /// Members that are alone; of each group the first, as many as the bound, are soon found.
  init(count: Int, bound: Int) {
    parents = [Int32](repeating: -1, count: count)
    others = Array(0..<UInt32(count))
    self.bound = bound
  }

  /// The root of a member's group.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] >= 0 {
      let parent = Int(parents[member])
      if parents[parent] >= 0 { parents[member] = parents[parent] }
      member = parent
    }
    return member
  }

  /// How many members the group of a root has.
  func size(of root: Int) -> Int { -Int(parents[root]) }

  /// The members of a root's group.
  func members(of root: Int) -> [Int] {
    var members = [root]
    var next = Int(others[root])
    while next != root {
      members.append(next)
      next = Int(others[next])
    }
    return members
  }

  /// The first members of a root's group, in order.
  func firsts(of root: Int) -> [Int] {
    if let known = firsts[root] { return known }
    let members = members(of: root)
    return members.count > 1 ? members.sorted() : members
  }

  /// Joins the groups of two roots.
  mutating func join(_ one: Int, _ other: Int) {
    let (root, leaf) = size(of: one) >= size(of: other) ? (one, other) : (other, one)
    let size = size(of: one) + size(of: other)
    if size > bound {
      firsts[root] = Array((firsts(of: one) + firsts(of: other)).sorted().prefix(bound))
      firsts[leaf] = nil
    }
    parents[root] = Int32(-size)
    parents[leaf] = Int32(root)
    others.swapAt(root, leaf)
  }

  /// The groups of two and more, each in order, by their first.
  var groups: [[Int]] {
    var groups: [[Int]] = []
    var isTold = [Bool](repeating: false, count: parents.count)
    for member in parents.indices where !isTold[member] && Int(others[member]) != member {
      let group = members(of: member).sorted()
      for member in group { isTold[member] = true }
      groups.append(group)
    }
    return groups
  }
}
