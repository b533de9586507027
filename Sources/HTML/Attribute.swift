/// An attribute of an element: `.classes("card")`, `.checked()`, `.href("/reviews")`.
public struct Attribute: Sendable {
  enum Value: Sendable {
    case text(String)
    case address(String)
    case number(Int)
    case flag(Bool)
  }

  private let name: StaticString
  private let value: Value

  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  func write(to buffer: inout Buffer) {
    switch value {
    case .text(let text):
      begin(&buffer)
      buffer.append(text: text)
      buffer.append(UInt8(ascii: "\""))
    case .address(let address):
      guard Address.isSafe(address) else { return }
      begin(&buffer)
      buffer.append(text: address)
      buffer.append(UInt8(ascii: "\""))
    case .number(let number):
      begin(&buffer)
      buffer.append(number: number)
      buffer.append(UInt8(ascii: "\""))
    case .flag(let holds):
      guard holds else { return }
      buffer.append(UInt8(ascii: " "))
      buffer.append(markup: name)
    }
  }

  private func begin(_ buffer: inout Buffer) {
    buffer.append(UInt8(ascii: " "))
    buffer.append(markup: name)
    buffer.append(markup: "=\"")
  }
}
