public import Service

/// The workspaces of this machine.
public protocol Workspaces: AnyObject {
  /// Opens the workspace that is there.
  func open(_ place: String) throws(Fault) -> Workbench

  /// Makes a workspace; false if there is one already, which is then left as it is.
  func create(_ place: String) throws(Fault) -> Bool

  /// Makes a workspace from a backup, where there is none yet.
  func restore(_ backup: String, to place: String) throws(Fault)
}
