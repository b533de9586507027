/// The least number of letters to add, drop or change that make one text of another.
enum EditDistance {
  /// The distance, or nil if it is more than the limit.
  ///
  /// A way from one text to the other is at any moment some letters further in the long one than in
  /// the short one. For each such lead it is followed how far one comes with no change, with one, with
  /// two: letters that agree cost nothing, so texts that have little in common are soon given up.
  static func between(
    _ short: Span<UInt8>, _ long: Span<UInt8>, atMost limit: Int
  ) -> Int? {
    guard short.count <= long.count else { return between(long, short, atMost: limit) }
    let lastLead = long.count - short.count
    guard lastLead <= limit else { return nil }
    let nowhere = Int.min / 2
    // Leads from -limit to limit, and one beyond each.
    var reached = [Int](repeating: nowhere, count: 2 * limit + 3)
    for changes in 0...limit {
      // The changes that are left must still do for the last lead.
      let left = limit - changes
      let leads = max(-changes, lastLead - left)...min(changes, lastLead + left)
      var added = changes == 0 ? 0 : reached[leads.lowerBound + limit]
      for lead in leads {
        let index = lead + limit + 1
        let (changed, dropped) = (reached[index] + 1, reached[index + 1] + 1)
        var place = min(max(added, changed, dropped), short.count, long.count - lead)
        added = reached[index]
        while place < short.count, place + lead < long.count, short[place] == long[place + lead] {
          place += 1
        }
        if lead == lastLead, place == short.count { return changes }
        reached[index] = place
      }
    }
    return nil
  }
}
