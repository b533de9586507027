public import Bibliography

extension Reference {
  /// A reference with any fields filled, the same for the same seed.
  public static func random(seed: UInt64) -> Reference {
    var dice = Dice(seed: seed)
    var reference = Reference()
    for field in TextField.allCases where dice.roll(3) > 0 { reference[field] = dice.text() }
    for field in ListField.allCases {
      reference[field] = (0..<dice.roll(4)).map { _ in dice.text() }
    }
    reference.authors = (0..<dice.roll(5)).map { _ in
      switch dice.roll(3) {
      case 0: .named(dice.text())
      case 1: .person(family: dice.text(), given: nil)
      default: .person(family: dice.text(), given: dice.text())
      }
    }
    for number in 0..<dice.roll(4) {
      let values = (0..<dice.roll(3)).map { _ in dice.text() }
      reference.extra.append(Extra(tag: "T\(number)", values: values))
    }
    return reference
  }
}

private struct Dice {
  var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  mutating func text() -> String {
    (0..<roll(6)).map { _ in ["peer", "Élan", "β", "\n", "{\"a\"}", "10.1/x", "精神", "😀"][roll(8)] }
      .joined(separator: " ")
  }
}
