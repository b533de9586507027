/// Why a request is not answered as asked.
///
/// Each has a status and a sentence.
public enum RequestFault: Error, Hashable, Sendable {
  case unknownVersion(String)
  case unknownMethod
  case targetNotAPath
  case targetTooLong(limit: Int)
  case headTooLarge(limit: Int)
  case tooManyHeaders(limit: Int)
  case headerName
  case controlByte(UInt8)
  case looseLines
  case hosts(Int)
  case unknownHost
  case lengths
  case lengthUnreadable
  case lengthAndCoding
  case bodyInChunks
  case bodyTooLarge(limit: Int)
  case brokenPercent
  case notUTF8
  case dotSegment
  case notAForm
  case tooManyFields(limit: Int)
  case fieldTooLong(limit: Int)
  case tooSlow
  case stopping
  case unanswered

  /// The status that answers it.
  public var status: Status {
    switch self {
    case .unknownVersion, .targetNotAPath, .headerName, .controlByte, .looseLines, .hosts, .lengths,
      .lengthUnreadable, .lengthAndCoding, .brokenPercent, .notUTF8, .dotSegment:
      .badRequest
    case .unknownMethod: .notImplemented
    case .targetTooLong: .targetTooLong
    case .headTooLarge, .tooManyHeaders: .headersTooLarge
    case .unknownHost: .misdirected
    case .bodyInChunks: .lengthRequired
    case .bodyTooLarge, .tooManyFields, .fieldTooLong: .contentTooLarge
    case .notAForm: .unsupportedType
    case .tooSlow: .timedOut
    case .stopping: .unavailable
    case .unanswered: .internalFault
    }
  }

  /// What happened, where, and what to do.
  public var sentence: String {
    switch self {
    case .unknownVersion(let version): .unknownVersion(version)
    case .unknownMethod: .unknownMethod
    case .targetNotAPath: .targetNotAPath
    case .targetTooLong(let limit): .targetTooLong(limit)
    case .headTooLarge(let limit): .headTooLarge(limit)
    case .tooManyHeaders(let limit): .tooManyHeaders(limit)
    case .headerName: .headerName
    case .controlByte(let byte): .controlByte(byte)
    case .looseLines: .looseLines
    case .hosts(let count): .hosts(count)
    case .unknownHost: .unknownHost
    case .lengths: .lengths
    case .lengthUnreadable: .lengthUnreadable
    case .lengthAndCoding: .lengthAndCoding
    case .bodyInChunks: .bodyInChunks
    case .bodyTooLarge(let limit): .bodyTooLarge(limit)
    case .brokenPercent: .brokenPercent
    case .notUTF8: .notUTF8
    case .dotSegment: .dotSegment
    case .notAForm: .notAForm
    case .tooManyFields(let limit): .tooManyFields(limit)
    case .fieldTooLong(let limit): .fieldTooLong(limit)
    case .tooSlow: .tooSlow
    case .stopping: .stopping
    case .unanswered: .unanswered
    }
  }
}

extension String {
  fileprivate static func unknownVersion(_ version: String) -> String {
    "The request line names the version \"\(version)\". Send HTTP/1.1."
  }

  fileprivate static let unknownMethod =
    """
    The request line begins with a method that Winnow does not know. Send GET, POST or one of \
    \(Method.allCases.map(\.rawValue).joined(separator: ", ")).
    """

  fileprivate static let targetNotAPath =
    """
    The request line does not name a path of printable characters. Send an address that begins \
    with a slash, percent-coded.
    """

  fileprivate static func targetTooLong(_ limit: Int) -> String {
    "The address is longer than \(limit) bytes. Shorten its query."
  }

  fileprivate static func headTooLarge(_ limit: Int) -> String {
    """
    The header fields take more than \(limit) bytes. Clear the cookies of this site, then try \
    again.
    """
  }

  fileprivate static func tooManyHeaders(_ limit: Int) -> String {
    "The request has more than \(limit) header fields. Send fewer."
  }

  fileprivate static let headerName =
    """
    A header field has a name with a character that names may not hold. Use letters, digits and \
    hyphens.
    """

  fileprivate static func controlByte(_ byte: UInt8) -> String {
    "The request holds the control character \(byte) where only text may stand. Take it out."
  }

  fileprivate static let looseLines =
    """
    A line of the header does not end in CR LF, or is folded over two lines. End each header field \
    with CR LF, on one line.
    """

  fileprivate static func hosts(_ count: Int) -> String {
    "The request has \(count) Host fields. Send exactly one."
  }

  fileprivate static let unknownHost =
    """
    Winnow is not known here by the name in the Host field. Use the address that it printed at its \
    start, or add the name to its settings.
    """

  fileprivate static let lengths =
    "The request has several Content-Length fields. Send exactly one."

  fileprivate static let lengthUnreadable =
    """
    The Content-Length field does not hold a number of bytes in decimal digits. Send the length of \
    the body.
    """

  fileprivate static let lengthAndCoding =
    """
    The request has both Content-Length and Transfer-Encoding, so its end is in doubt. Send \
    Content-Length alone.
    """

  fileprivate static let bodyInChunks =
    "The body comes in a transfer coding. Send it as it is, with its Content-Length."

  fileprivate static func bodyTooLarge(_ limit: Int) -> String {
    "The body is larger than \(limit) bytes. Send less at a time."
  }

  fileprivate static let brokenPercent =
    """
    A percent sign in the address or form is not followed by two hexadecimal digits. Write it as \
    %25.
    """

  fileprivate static let notUTF8 =
    "The address or form holds bytes that are not UTF-8. Send text as UTF-8, percent-coded."

  fileprivate static let dotSegment =
    "The address has a part \".\" or \"..\". Write out where it leads."

  fileprivate static let notAForm =
    "The body is not a form. Send it as application/x-www-form-urlencoded."

  fileprivate static func tooManyFields(_ limit: Int) -> String {
    "The form or query has more than \(limit) fields. Send fewer at a time."
  }

  fileprivate static func fieldTooLong(_ limit: Int) -> String {
    "A field of the form or query is longer than \(limit) bytes. Shorten it."
  }

  fileprivate static let tooSlow =
    "The request did not arrive whole in the time that Winnow waits. Send it again."

  fileprivate static let stopping = "Winnow is being stopped. Try again in a moment."

  fileprivate static let unanswered =
    """
    Winnow gave this request no answer, which is a fault of its own. Whether the request was \
    carried out shows when the page is loaded again.
    """
}
