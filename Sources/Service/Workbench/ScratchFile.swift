public import Bibliography

/// Room beside memory that is gone with whoever holds it, and knows what went wrong in it.
public protocol ScratchFile: Scratch {
  /// Why bytes could not be read again; nil as long as all could.
  var fault: FileFault? { get }
}
