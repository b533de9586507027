import Glibc

/// A socket that listens, opened here rather than by the library: one way for TCP and Unix sockets,
/// and the port that the system chose can be told.
struct Listener {
  let socket: Int32
  let endpoint: Endpoint

  /// Opens a socket and listens.
  static func open(at endpoint: Endpoint) throws(ServerFault) -> Listener {
    switch endpoint {
    case .tcp(let ip, let port):
      guard let address = SocketAddress(ip: ip, port: port) else { throw .absent(endpoint) }
      let socket = try make(address.isIPv6 ? AF_INET6 : AF_INET, endpoint)
      set(socket, SOL_SOCKET, SO_REUSEADDR)
      if address.isIPv6 { set(socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY) }
      try listen(socket, at: address, endpoint)
      return Listener(socket: socket, endpoint: .tcp(address: ip, port: boundPort(socket)))
    case .unix(let path):
      guard let address = SocketAddress(path: path) else { throw .pathTooLong(endpoint) }
      try sweep(path, address, endpoint)
      let socket = try make(AF_UNIX, endpoint)
      // While it is bound, so that nobody else can connect even for a moment; the group may, as a
      // server before this one is in it.
      let before = umask(0o117)
      defer { umask(before) }
      try listen(socket, at: address, endpoint)
      return Listener(socket: socket, endpoint: endpoint)
    }
  }

  /// Closes it; a Unix socket leaves the folder.
  func close() {
    Glibc.close(socket)
    switch endpoint {
    case .tcp: break
    case .unix(let path): unlink(path)
    }
  }

  private static func make(_ family: Int32, _ endpoint: Endpoint) throws(ServerFault) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let made = Glibc.socket(family, kind, 0)
    guard made >= 0 else { throw ServerFault(endpoint, errno: errno) }
    return made
  }

  private static func set(_ socket: Int32, _ level: Int32, _ option: Int32) {
    var on: Int32 = 1
    setsockopt(socket, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func listen(
    _ socket: Int32, at address: SocketAddress, _ endpoint: Endpoint
  ) throws(ServerFault) {
    let bound = address.with { bind(socket, $0, $1) }
    guard bound == 0, Glibc.listen(socket, SOMAXCONN) == 0 else {
      let fault = ServerFault(endpoint, errno: errno)
      Glibc.close(socket)
      throw fault
    }
  }

  /// Takes away the socket that a process left behind when it was killed; one that answers, and a
  /// file of another kind, are left alone.
  private static func sweep(
    _ path: String, _ address: SocketAddress, _ endpoint: Endpoint
  ) throws(ServerFault) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(endpoint) }
    let probe = try make(AF_UNIX, endpoint)
    defer { Glibc.close(probe) }
    let answer = address.with { connect(probe, $0, $1) }
    guard answer != 0, errno == ECONNREFUSED else { throw .inUse(endpoint) }
    unlink(path)
  }

  private static func boundPort(_ socket: Int32) -> UInt16 {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = withUnsafeMutableBytes(of: &address) { room in
      room.withMemoryRebound(to: sockaddr.self) { getsockname(socket, $0.baseAddress, &length) }
    }
    // The port stands at the same place for IPv4 and IPv6.
    return UInt16(bigEndian: address.sin6_port)
  }
}
