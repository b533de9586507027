extension String {
  /// The text that a record is printed as, whatever its file's encoding: a line that is not UTF-8
  /// is taken for Windows-1252, as the readers do.
  public init(printed bytes: [UInt8]) {
    var decoder = TextDecoder()
    let decoded = decoder.decode(bytes.span)
    var text = decoder.isWide ? decoded ?? [] : bytes
    if decoder.isWide { text += decoder.finish() }
    var maker = TextMaker()
    self = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { maker.text($0.span) }.joined(separator: "\n")
  }
}
