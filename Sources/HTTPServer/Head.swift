import CHTTPShim
import CMicroHTTPD
import HTTP

/// The head of a request as the library cut it up; valid during one call.
struct Head {
  let method: UnsafePointer<CChar>
  let version: UnsafePointer<CChar>

  /// Checks the head, its lines first, and makes the request of it.
  func request(
    _ connection: OpaquePointer, target: [UInt8], _ settings: Settings
  ) throws(RequestFault) -> Request {
    guard chttp_head_bytes(connection) <= settings.limits.headBytes else {
      throw .headTooLarge(limit: settings.limits.headBytes)
    }
    guard chttp_lines_are_strict(connection, method, target.count, version) else {
      throw .looseLines
    }
    return try Request(
      method: String(cString: method), target: target, version: String(cString: version),
      headers: headers(of: connection), remote: remote(of: connection), hosts: settings.hosts,
      limits: settings.limits)
  }

  private func headers(of connection: OpaquePointer) -> Headers {
    var fields: [Headers.Field] = []
    fields.reserveCapacity(16)
    withUnsafeMutablePointer(to: &fields) { fields in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, takeHeader, fields)
    }
    return Headers(fields)
  }

  private func remote(of connection: OpaquePointer) -> Remote {
    guard let peer = chttp_peer(connection), let ip = SocketAddress.ip(of: peer) else {
      return .local
    }
    return .address(ip)
  }
}

/// Called by the library with each header field. Bytes that are not UTF-8 become U+FFFD.
private func takeHeader(
  _ fields: UnsafeMutableRawPointer?, _: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
  _ nameLength: Int, _ value: UnsafePointer<CChar>?, _ valueLength: Int
) -> MHD_Result {
  guard let fields, let name else { return .NO }
  let field = Headers.Field(
    name: text(name, nameLength), value: value.map { text($0, valueLength) } ?? "")
  fields.assumingMemoryBound(to: [Headers.Field].self).pointee.append(field)
  return .YES
}

private func text(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
  String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
}
