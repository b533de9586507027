import Service

/// What a command has opened, and has to be closed behind it.
final class Opened {
  fileprivate var bench: Workbench?
}

extension Invocation {
  /// Where the workspace is.
  var place: String {
    get throws(Failure) {
      try optional(Common.workspace)
        ?? surroundings.terminal.environment("WINNOW_WORKSPACE").flatMap { $0.isEmpty ? nil : $0 }
        ?? "./workspace"
    }
  }

  /// The workspace, opened when it is first asked for.
  var bench: Workbench {
    get throws(Failure) {
      if let bench = opened.bench { return bench }
      let place = try place
      let bench = try answer(of: surroundings.workspaces.open(place))
      opened.bench = bench
      return bench
    }
  }

  /// Lets go of what the command opened.
  func close() { opened.bench?.close() }
}

/// The answer of a use case; its fault is the failure of the command that asked.
func answer<Value>(of useCase: @autoclosure () throws(Fault) -> Value) throws(Failure) -> Value {
  do throws(Fault) {
    return try useCase()
  } catch {
    throw .fault(error)
  }
}
