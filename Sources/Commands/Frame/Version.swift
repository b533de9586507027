/// The version of the program.
public enum Version {
  /// As releases and the change log number it.
  public static let number = "0.1.0"
}
