import CAssets
import HTTP

/// The style sheet; its address names its content, so that browsers may keep it.
enum Style {
  static let bytes = Array(
    UnsafeBufferPointer(start: cassets_style(), count: cassets_style_length()))

  /// `style-0123456789abcdef.css`.
  static let name: String = "style-\(mark).css"

  static let tag = EntityTag(digest: mark.utf8)

  /// A mark that is another for other bytes (FNV-1a): nobody gains by forging it.
  private static let mark: String = {
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }()
}
