import CHTTPShim
import CMicroHTTPD
import Glibc

// What the library calls, on its own threads. The context is always the engine; a connection's own
// pointer is its line, a request's own pointer is its exchange.

/// A connection was accepted, or is about to be closed.
func connectionChanged(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ seat: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ change: MHD_ConnectionNotificationCode
) {
  guard let context, let connection, let seat else { return }
  let engine = Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue()
  switch change {
  case .CONNECTION_NOTIFY_STARTED:
    let line = Line(socket: chttp_socket(connection), patience: engine.settings.patience)
    engine.open(line)
    seat.pointee = Unmanaged.passRetained(line).toOpaque()
  case .CONNECTION_NOTIFY_CLOSED:
    guard let pointer = seat.pointee else { return }
    engine.close(Unmanaged<Line>.fromOpaque(pointer).takeRetainedValue())
    seat.pointee = nil
  }
}

/// A request line has come. The result is the request's own pointer from now on.
func requestBegun(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let context, let target, let connection, let pointer = chttp_line(connection) else {
    return nil
  }
  let engine = Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue()
  let line = Unmanaged<Line>.fromOpaque(pointer).takeUnretainedValue()
  let bytes = UnsafeRawBufferPointer(start: target, count: strlen(target))
  let exchange = Exchange(engine, line, connection, target: Array(bytes))
  line.begin(exchange)
  return Unmanaged.passRetained(exchange).toOpaque()
}

/// The head, a part of the body, or the end of a request has come, or its connection was resumed.
func requestProceeds(
  _: UnsafeMutableRawPointer?, _: OpaquePointer?, _: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ part: UnsafePointer<CChar>?,
  _ length: UnsafeMutablePointer<Int>?,
  _ seat: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let method, let version, let length, let pointer = seat?.pointee else { return .NO }
  let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
  let bytes = UnsafeRawBufferPointer(start: part, count: part == nil ? 0 : length.pointee)
  length.pointee = 0
  return exchange.proceed(Head(method: method, version: version), bytes)
}

/// A request is over: answered, refused or broken off.
func requestEnded(
  _: UnsafeMutableRawPointer?, _: OpaquePointer?,
  _ seat: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _: MHD_RequestTerminationCode
) {
  guard let seat, let pointer = seat.pointee else { return }
  Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue().end()
  seat.pointee = nil
}
