import HTTP
import JSON

extension Request {
  /// Whether the sender is a program that asks for the same numbers as JSON.
  var wantsJSON: Bool { preferred(of: [.html, .json]) == .json }
}

extension Response {
  /// A value as JSON.
  static func json(_ value: JSONValue) -> Response {
    .json(Array((value.text(indented: true) + "\n").utf8))
  }
}
