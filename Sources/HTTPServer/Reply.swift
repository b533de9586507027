public import HTTP

/// The seat of the answer to one request.
///
/// The answer may be sent at once, or later from any thread: then the connection waits and costs no
/// thread. A reply that is let go without an answer gives one itself, so that nobody waits for ever.
public final class Reply: Sendable {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  deinit { exchange.give(Response(.unanswered)) }

  /// Sends the answer. The first one counts; others are left out.
  public func send(_ response: Response) { exchange.give(response) }
}
