import Glibc

/// A socket address in the bytes that the system wants.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private let length: socklen_t

  var isIPv6: Bool { storage.ss_family == sa_family_t(AF_INET6) }

  /// Of an IP address in text and a port; nil if the text is no IP address.
  init?(ip: String, port: UInt16) {
    var four = sockaddr_in()
    var six = sockaddr_in6()
    if inet_pton(AF_INET, ip, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: four, as: sockaddr_in.self) }
    } else if inet_pton(AF_INET6, ip, &six.sin6_addr) == 1 {
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = port.bigEndian
      length = socklen_t(MemoryLayout<sockaddr_in6>.size)
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: six, as: sockaddr_in6.self) }
    } else {
      return nil
    }
  }

  /// Of a path; nil if it is longer than the system's room for it.
  init?(path: String) {
    var unix = sockaddr_un()
    unix.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &unix.sun_path) { room in
      guard path.utf8.count < room.count, !path.utf8.contains(0) else { return false }
      room.copyBytes(from: path.utf8)
      return true
    }
    guard fits else { return nil }
    length = socklen_t(MemoryLayout<sockaddr_un>.size)
    withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: unix, as: sockaddr_un.self) }
  }

  /// Calls with what `bind` and `connect` take.
  func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  /// The IP address in text; nil if it is none.
  static func ip(of address: UnsafePointer<sockaddr>) -> String? {
    let raw = UnsafeRawPointer(address)
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let written =
      // The family stands first in every socket address; two of our C modules define its name.
      switch Int32(raw.loadUnaligned(as: sa_family_t.self)) {
      case AF_INET:
        inet_ntop(AF_INET, raw + 4, &text, socklen_t(text.count))
      case AF_INET6:
        inet_ntop(AF_INET6, raw + 8, &text, socklen_t(text.count))
      default: UnsafePointer<CChar>?.none
      }
    return written.map { String(cString: $0) }
  }
}
