/// The version of the program.
enum Version {
  /// As releases and the change log number it.
  static let number = "0.1.0"
}
