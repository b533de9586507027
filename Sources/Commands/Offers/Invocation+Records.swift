import Bibliography
import Formats
import Service

extension Invocation {
  /// Hands on each record of a file, and says what could not be read and what is worth a look.
  func records(
    of file: ImportSource, as format: String?, _ tally: inout OfferTally,
    _ body: (Reference) throws(Failure) -> Void
  ) throws(Failure) {
    var (found, failure) = (Survey(), Failure?.none)
    let meter = Meter(self, reading: file)
    defer { meter.end() }
    do throws(Fault) {
      _ = try file.read(as: format, progress: meter.show) { (item) throws(Fault) in
        found.add(item)
        do throws(Failure) {
          switch item {
          case .record(let record): try body(record.reference)
          case .quarantined(let entry): complain(entry.fault.description(in: file.name))
          case .warning: break  // told at the end of the file, counted by kind
          }
        } catch {
          failure = error
          throw .file(.unwritten(path: "-", detail: ""))  // ends the reading; `failure` says why
        }
      }
    } catch {
      throw failure ?? .fault(error)
    }
    guard found.records + found.quarantined > 0 else { throw .fault(file.holdsNone(as: format)) }
    complain(of: found.warnings, in: file.name)
    if found.quarantined > 0 { tally.hasFaults = true }
  }
}
