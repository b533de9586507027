// Texts are compared by their hashes, which are the same on every machine and in every run: what
// was found today is found tomorrow.

/// A hash of some bytes; never zero, which stands for nothing.
func hash64(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
  var hash = 0xCBF2_9CE4_8422_2325 ^ seed
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return mixed(hash)
}

/// The same hash of bytes that stand somewhere.
func hash64(_ bytes: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for place in 0..<bytes.count { hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3 }
  return mixed(hash)
}

/// Two hashes made one; the order counts.
func joined(_ one: UInt64, _ other: UInt64) -> UInt64 {
  mixed((one &* 0x9E37_79B9_7F4A_7C15) ^ other)
}

/// The bits well stirred; never zero.
func mixed(_ value: UInt64) -> UInt64 {
  var value = value
  value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
  return max(1, value ^ (value >> 31))
}
