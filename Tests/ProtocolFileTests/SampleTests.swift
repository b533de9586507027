import ProtocolFile
import Screening
import Testing

@Suite("The worked protocols")
struct SampleTests {
  @Test("Every sample reads without a fault", arguments: samples)
  func clean(path: String) throws {
    do throws(ProtocolFaults) {
      _ = try ProtocolFile.read(Repository.bytes(path))
    } catch {
      Issue.record("\(error.faults.map { $0.line(in: path) }.joined(separator: "\n"))")
    }
  }
  @Test func schema() { print(ProtocolSchema.jsonSchema()); print(ProtocolSchema.referenceTables()) }
}
