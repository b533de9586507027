import ProtocolFile
import Service

extension Invocation {
  /// What a use case makes of a protocol file; the faults of the file are told line by line.
  func onProtocol<Value>(
    _ path: String, _ useCase: () throws(Fault) -> Value
  ) throws(Failure) -> Value {
    do throws(Fault) {
      return try useCase()
    } catch {
      guard case .protocolFile(let faults) = error else { throw .fault(error) }
      for fault in faults.faults { complain(fault.line(in: path)) }
      throw .reported(.file)
    }
  }
}
