extension Digest {
  /// The length of the salt of people's words, in bytes.
  public static let saltLength = 16

  /// The digest that stands in the ledger for people's own words.
  ///
  /// The salt is random, so that nobody can find erased words again by guessing at their text.
  public init(ofWords text: [UInt8], salt: [UInt8]) {
    precondition(salt.count == Digest.saltLength, "A salt of words has 16 bytes.")
    var digester = Digester()
    digester.feed(Array("winnow words 1\n".utf8))
    digester.feed(salt)
    digester.feed(text)
    self = digester.digest()
  }
}
