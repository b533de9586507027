public import Screening

/// A protocol file: YAML, read and checked against the format of protocols.
public struct ProtocolFile {
  /// Reads a protocol, or gives everything that is wrong with it, in the order of the file.
  ///
  /// A file that breaks off as YAML is judged up to there only: what is missing after the break is
  /// no fault of its own.
  public static func read(_ bytes: [UInt8]) throws(ProtocolFaults) -> ReviewProtocol {
    let (root, faults) = YAMLReader.read(bytes)
    let reading = Reading(faults: faults)
    let value = root.flatMap {
      Kind<ReviewProtocol>.review.read(Spot(key: "protocol", node: $0), reading)
    }
    if let faults = ProtocolFaults(reading.finish()) { throw faults }
    guard let value else { throw .lost }
    return value
  }
}

extension ProtocolFaults {
  /// A value that could not be made must have a fault; this one is ours.
  fileprivate static let lost = ProtocolFaults(
    one: ProtocolFault(
      at: .start,
      "Winnow found no fault here and yet could not read the protocol. Please report this."))
}
