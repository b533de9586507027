/// Groups that grow together. Each goes by one of its members, its root.
struct Forest {
  /// For each member one that is nearer to the root of its group.
  private var parents: [UInt32]
  /// Of groups of two and more, by their roots: the members, and the lowest of them in order.
  private var known: [Int: (members: [Int], firsts: [Int])] = [:]
  private let bound: Int

  /// Members that are alone; of each group the first, as many as the bound, are held ready.
  init(count: Int, bound: Int) {
    parents = Array(0..<UInt32(count))
    self.bound = bound
  }

  /// The root of a member's group.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != UInt32(member) {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// How many members the group of a root has.
  func size(of root: Int) -> Int { known[root]?.members.count ?? 1 }

  /// The members of a root's group.
  func members(of root: Int) -> [Int] { known[root]?.members ?? [root] }

  /// The first members of a root's group.
  func firsts(of root: Int) -> [Int] { known[root]?.firsts ?? [root] }

  /// Joins the groups of two roots.
  mutating func join(_ one: Int, _ other: Int) {
    let (root, leaf) = size(of: one) >= size(of: other) ? (one, other) : (other, one)
    let firsts = (firsts(of: one) + firsts(of: other)).sorted().prefix(bound)
    let more = members(of: leaf)
    known[leaf] = nil
    known[root, default: ([root], [])].members += more
    known[root]?.firsts = Array(firsts)
    parents[leaf] = UInt32(root)
  }

  /// The groups of two and more, each in order, by their first.
  var groups: [[Int]] {
    known.values.map { $0.members.sorted() }.sorted { $0[0] < $1[0] }
  }
}
