extension UInt8 {
  /// The letter of ASCII in lower case; any other byte as it is.
  var lowerCased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// The letter of ASCII in upper case; any other byte as it is.
  var upperCased: UInt8 { self &- 0x61 < 26 ? self & 0xDF : self }
}
