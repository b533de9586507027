import Ledger
import Secrets

extension Statement {
  /// A column of bytes, as a copy.
  func bytes(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }

  /// A column that holds a number of this type, or the database is damaged.
  func number<Number: FixedWidthInteger>(
    _ column: Int, in place: String
  ) throws(StoreFault) -> Number {
    guard let number = Number(exactly: integer(column)) else {
      throw .damaged(place: place, detail: .outOfRange(integer(column)))
    }
    return number
  }

  /// A column that holds an id, or the database is damaged.
  func identifier(_ column: Int, in place: String) throws(StoreFault) -> Identifier {
    guard let identifier = withBytes(column, { Identifier(bytes: $0) }) else {
      throw .damaged(place: place, detail: .wrongLength(of: "an id"))
    }
    return identifier
  }

  /// A column that holds a digest, or the database is damaged.
  func digest(_ column: Int, in place: String) throws(StoreFault) -> Digest {
    guard let digest = withBytes(column, { Digest(bytes: $0) }) else {
      throw .damaged(place: place, detail: .wrongLength(of: "a digest"))
    }
    return digest
  }

  /// Salt and text in a column and the next; both are null once erased.
  func words(_ column: Int) -> KeptWords {
    isNull(column) ? .erased : .kept(salt: bytes(column), text: bytes(column + 1))
  }
}

extension String {
  fileprivate static func outOfRange(_ number: Int64) -> String {
    "a column holds \(number), which it never can"
  }

  fileprivate static func wrongLength(of kind: String) -> String {
    "a column for \(kind) holds a wrong number of bytes"
  }
}
