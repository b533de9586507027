import Screening

/// Random values from a seed, leaning towards the ends of what a field can hold.
struct Dice {
  private var source: SplitMix

  init(seed: UInt64) { source = SplitMix(seed: seed) }

  mutating func below(_ bound: Int) -> Int { Int(source.next() % UInt64(bound)) }

  mutating func flip() -> Bool { below(2) == 0 }

  mutating func any<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func any<Choice: CaseIterable>() -> Choice {
    let all = Array(Choice.allCases)
    return all[below(all.count)]
  }

  /// One time in two nothing.
  mutating func maybe<Value>(_ make: (inout Dice) -> Value) -> Value? {
    flip() ? make(&self) : nil
  }

  mutating func list<Element>(
    atMost most: Int = 4, _ make: (inout Dice) -> Element
  ) -> [Element] {
    (0..<below(most + 1)).map { _ in make(&self) }
  }

  mutating func bits() -> UInt64 { any(of: [0, 1, .max, source.next(), source.next()]) }

  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: bits()) }

  mutating func short() -> UInt16 { any(of: [0, 127, 128, .max, UInt16(below(65_536))]) }

  mutating func word() -> UInt32 {
    any(of: [0, 1, 127, 128, 16_383, 16_384, .max, UInt32(truncatingIfNeeded: source.next())])
  }

  mutating func count() -> Int { any(of: [0, 1, 127, 128, .max, below(1_000_000)]) }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: source.next()) }
  }

  mutating func text() -> String {
    any(of: [
      "", "a", "P-2", "naïve", "研究 \u{1F4DA}", "a\nb\"c\u{0}", String(repeating: "x", count: 300),
    ])
  }
}
