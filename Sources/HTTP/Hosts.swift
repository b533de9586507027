/// The names under which this server is asked for.
///
/// A page elsewhere can point its own name at this machine (DNS rebinding); a browser then counts
/// what it fetches here as that page's own. Such a request gives itself away by its Host field.
public struct Hosts: Hashable, Sendable {
  private let names: Set<String>

  /// The names of loopback, which are this machine for every browser.
  public static let loopback: [String] = ["localhost", "127.0.0.1", "[::1]"]

  /// Allows the names of loopback, and others. IPv6 addresses stand in brackets.
  public init(_ others: [String] = []) {
    names = Set((Hosts.loopback + others).map(\.normalised))
  }

  /// Whether the text of a Host field, with or without a port, is one of the names.
  public func allows(_ field: String) -> Bool {
    guard let name = Hosts.name(of: field.normalised) else { return false }
    return names.contains(name)
  }

  /// The name without its port; nil if what stands behind the colon is no port.
  private static func name(of field: String) -> String? {
    let behind = field.utf8.lastIndex(of: UInt8(ascii: "]")) ?? field.startIndex
    guard let colon = field.utf8[behind...].firstIndex(of: UInt8(ascii: ":")) else { return field }
    let port = field.utf8[colon...].dropFirst()
    let isPort = port.count <= 5 && port.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    return isPort ? String(field[..<colon]) : nil
  }
}
