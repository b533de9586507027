/// The outcome of a request, as a number.
public enum Status: UInt32, Sendable {
  case ok = 200
  case noContent = 204
  case seeOther = 303
  case notModified = 304
  case badRequest = 400
  case unauthorised = 401
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case notAcceptable = 406
  case timedOut = 408
  case conflict = 409
  case lengthRequired = 411
  case contentTooLarge = 413
  case targetTooLong = 414
  case unsupportedType = 415
  case misdirected = 421
  case unprocessable = 422
  case tooManyRequests = 429
  case headersTooLarge = 431
  case internalFault = 500
  case notImplemented = 501
  case unavailable = 503
}
