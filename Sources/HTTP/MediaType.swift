/// The kinds of bytes that are sent and taken.
public enum MediaType: String, Sendable, CaseIterable {
  case html = "text/html"
  case json = "application/json"
  case text = "text/plain"
  case css = "text/css"
  case csv = "text/csv"
  case svg = "image/svg+xml"
  case png = "image/png"
  case pdf = "application/pdf"
  case script = "text/javascript"
  case form = "application/x-www-form-urlencoded"
  case bytes = "application/octet-stream"

  /// The value of a Content-Type field.
  var field: String {
    switch self {
    case .html, .text, .css, .csv, .script: rawValue + "; charset=utf-8"
    case .json, .svg, .png, .pdf, .form, .bytes: rawValue
    }
  }
}
