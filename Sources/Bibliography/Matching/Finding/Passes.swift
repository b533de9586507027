/// The keys under which a record is filed, so that those who share one are compared.
///
/// Each pass looks at other fields, or at another part of the title: a field that is wrong or
/// missing hides a pair from some passes and not from all.
enum Passes {
  /// How many passes there are.
  static let count = 14

  /// The key of a record in each pass; 0 where its fields do not give one.
  static func keys(of record: MatchKey) -> [UInt64] {
    let telling = record.title.words.filter { $0.length >= 4 }
    let longest = record.title.distinctWords.filter { $0.length >= 4 }.sorted {
      ($0.length, $0.bits) > ($1.length, $1.bits)
    }
    let author = record.names.first.map { UInt64($0.bits) } ?? 0
    let page = record.pages.first
    let first = page.map { UInt64($0.first) } ?? 0
    let last = page.map { UInt64($0.last) } ?? 0
    let year = UInt64(record.year.magnitude)
    let bands = record.abstract.bands
    var keys: [UInt64] = []
    keys.reserveCapacity(count)

    keys.append(record.doi)
    keys.append(UInt64(record.pmid))
    keys.append(record.title.isEmpty ? 0 : hash64(record.title.letters))
    keys.append(telling.count > 3 ? key(telling.prefix(4)) : 0)
    keys.append(telling.count > 3 ? key(telling.suffix(4)) : 0)
    keys.append(longest.count > 2 ? key(longest.prefix(3)) : 0)
    keys.append(longest.count > 5 ? key(longest[3..<6]) : 0)
    keys.append(all(author, year, first))
    keys.append(all(UInt64(record.volume), first, last))
    keys.append(all(year, first, last))
    keys.append(longest.isEmpty ? 0 : all(author, key(longest.prefix(telling.count > 3 ? 2 : 1))))
    for band in 0..<3 { keys.append(band < bands.count ? bands[band] : 0) }

    return keys.enumerated().map { $1 == 0 ? 0 : joined(UInt64($0), $1) }
  }

  private static func key(_ words: ArraySlice<WordHash>) -> UInt64 {
    words.reduce(1) { joined($0, UInt64($1.bits)) }
  }

  /// The parts as one key, if none of them is missing.
  private static func all(_ parts: UInt64...) -> UInt64 {
    parts.contains(0) ? 0 : parts.reduce(1, joined)
  }
}

/// The records of one pass in order of their keys.
///
/// An entry is a key's upper 36 bits and a record's place; two keys that meet by chance only make a
/// comparison more.
struct Pass: Sendable {
  private var entries: [UInt64] = []

  /// Files new records, whose places are higher than all before, and gives each with those it is to
  /// be compared with: the first of its block, so that no block costs more than its length times
  /// a bound, and what was compared once does not depend on what came later.
  mutating func file(
    _ new: [(key: UInt64, place: Int)], compare: (_ earlier: Int, _ later: Int) -> Void
  ) {
    guard let firstNew = new.first?.place else { return }
    let added = new.map { $0.key & ~Self.placeMask | UInt64($0.place) }.sorted()
    merge(added)
    var start = 0
    while start < entries.count {
      let block = entries[start] & ~Self.placeMask
      var end = start + 1
      while end < entries.count, entries[end] & ~Self.placeMask == block { end += 1 }
      if end - start > 1, place(end - 1) >= firstNew {
        for later in (start + 1)..<end where place(later) >= firstNew {
          for earlier in start..<min(later, start + Self.bound) {
            compare(place(earlier), place(later))
          }
        }
      }
      start = end
    }
  }

  private func place(_ index: Int) -> Int { Int(entries[index] & Self.placeMask) }

  private mutating func merge(_ added: [UInt64]) {
    guard !entries.isEmpty else {
      entries = added
      return
    }
    var merged: [UInt64] = []
    merged.reserveCapacity(entries.count + added.count)
    var next = 0
    for entry in entries {
      while next < added.count, added[next] < entry {
        merged.append(added[next])
        next += 1
      }
      merged.append(entry)
    }
    merged.append(contentsOf: added[next...])
    entries = merged
  }

  private static let placeMask: UInt64 = 1 << 28 - 1
  private static let bound = 64
}
