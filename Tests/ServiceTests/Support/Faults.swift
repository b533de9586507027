import Ledger
import Screening

@testable import Service

/// Runs a body in so many threads at once, and waits for all of them.
func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let threads = (0..<count).map { number in SystemThread { body(number) } }
  for thread in threads { thread.join() }
}

/// The fault that something ends in; nil if it was carried out.
func fault(_ act: () throws(Fault) -> Void) -> Fault? {
  do throws(Fault) {
    try act()
    return nil
  } catch {
    return error
  }
}

/// The refusal that an act ends in; nil if it was carried out.
func refusal(_ act: () throws(Fault) -> Void) throws(Fault) -> Refusal? {
  switch fault(act) {
  case .refused(let refusal): return refusal
  case let other?: throw other
  case nil: return nil
  }
}

/// The store's fault that something ends in; nil if it was carried out.
func storeFault(_ act: () throws(Fault) -> Void) throws(Fault) -> StoreFault? {
  switch fault(act) {
  case .store(let fault): return fault
  case let other?: throw other
  case nil: return nil
  }
}

extension Verification {
  /// Nothing was changed, and nothing contradicts itself.
  var allIsWell: Bool { damage.isEmpty && contradictions.isEmpty }
}

/// A fault that is not the one a test expects.
struct NotAsExpected: Error {
  let fault: Fault?
  init(_ fault: Fault?) { self.fault = fault }
}
