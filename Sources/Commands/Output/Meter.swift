import Service

/// Tells a person who watches how far the reading of a file has come; nobody else.
final class Meter {
  private let terminal: any Terminal
  private let isOn: Bool
  private let name: String
  private let length: Int?
  private let began: Double
  private var last: Double

  init(_ call: Invocation, reading file: ImportSource) {
    terminal = call.surroundings.terminal
    isOn = !call.has(Common.quiet) && terminal.isWatched
    name = file.name
    length = file.length
    began = terminal.seconds
    last = began
  }

  /// Shows the progress, a few times a second.
  func show(_ progress: ReadProgress) {
    guard isOn, terminal.seconds - last >= Meter.interval else { return }
    last = terminal.seconds
    terminal.show(progress: line(progress, after: last - began))
  }

  /// Takes the line away.
  func end() {
    if isOn { terminal.show(progress: nil) }
  }

  private func line(_ progress: ReadProgress, after seconds: Double) -> String {
    let megabytes = Double(progress.bytes) / 1e6
    let left = length.map { length -> Int in
      let (rest, done) = (Double(max(0, length - progress.bytes)), Double(max(1, progress.bytes)))
      return Int(rest / done * seconds + 0.5)
    }
    return .progress(name, progress.records, perSecond: megabytes / seconds, left: left)
  }

  private static let interval = 0.2
}

extension String {
  fileprivate static func progress(
    _ name: String, _ records: Int, perSecond: Double, left: Int?
  ) -> String {
    let tenths = Int(perSecond * 10 + 0.5)
    let speed = "\(tenths / 10).\(tenths % 10) MB/s"
    let rest = left.map { ", \($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60) left" } ?? ""
    return "\(name): \(records == 1 ? "1 record" : "\(records) records"), \(speed)\(rest)"
  }
}
