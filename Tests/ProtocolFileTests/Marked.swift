import ProtocolFile
import Screening

/// A protocol in which every `▸` marks a place where a fault is expected.
struct Marked {
  let text: String
  let places: [String]

  init(_ marked: String) {
    var text = ""
    var places: [String] = []
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "▸" {
        places.append("\(line):\(column)")
        continue
      }
      text.unicodeScalars.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    self.text = text
    self.places = places
  }

  /// The keys that every protocol needs, followed by others.
  static func base(with more: String) -> Marked {
    Marked(
      """
      title: T
      framework: own
      domains: [{id: d, exclude: [{id: x, text: t}]}]

      """ + more)
  }
}

/// The faults of a text; none if it is a protocol.
func faults(of text: String) -> [ProtocolFault] { faults(of: Array(text.utf8)) }

func faults(of bytes: [UInt8]) -> [ProtocolFault] {
  do throws(ProtocolFaults) {
    _ = try ProtocolFile.read(bytes)
    return []
  } catch {
    return error.faults
  }
}

/// The protocol that a text says.
func read(_ text: String) throws(ProtocolFaults) -> ReviewProtocol {
  try ProtocolFile.read(Array(text.utf8))
}

extension ProtocolFault {
  var place: String { "\(line):\(column)" }
}
