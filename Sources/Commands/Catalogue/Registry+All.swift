extension Registry {
  /// The commands of Winnow.
  public static let all = Registry([.protocolCheck, .version, .help])
}
