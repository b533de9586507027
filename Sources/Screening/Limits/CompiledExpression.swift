import Glibc

/// A POSIX extended regular expression, compiled once and used from any thread.
///
/// It sees the bytes of the printed text, and ignores the case of ASCII letters only, so that the
/// machine's locale changes nothing.
final class CompiledExpression: Sendable {
  /// Never written to after `init`: glibc locks what `regexec` itself keeps in there.
  private nonisolated(unsafe) let compiled: UnsafeMutablePointer<regex_t>

  /// Compiles an expression; nil if it is none.
  init?(_ text: String) {
    let memory = UnsafeMutablePointer<regex_t>.allocate(capacity: 1)
    memory.initialize(to: regex_t())
    guard regcomp(memory, text, REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0 else {
      memory.deallocate()
      return nil
    }
    compiled = memory
  }

  deinit {
    regfree(compiled)
    compiled.deallocate()
  }

  /// Whether some part of a text matches.
  func matches(_ text: String) -> Bool {
    // The length is passed along, since a text may hold a zero byte.
    let bytes = text.utf8.span
    var bounds = regmatch_t(rm_so: 0, rm_eo: regoff_t(clamping: bytes.count))
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      return regexec(compiled, start.assumingMemoryBound(to: CChar.self), 1, &bounds, REG_STARTEND)
        == 0
    }
  }
}
