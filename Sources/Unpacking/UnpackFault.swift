/// Why a packed file was not unpacked.
public enum UnpackFault: Error, Hashable, Sendable {
  /// Its bytes contradict themselves.
  case damaged
  /// It ends too early.
  case cutShort
  /// It would be longer than any export is.
  case tooLong(limit: Int)
  /// It would be many times as long as it was packed, as no text is.
  case growsTooMuch(ratio: Int)
  /// A zip of more files than anybody exports.
  case tooManyFiles(limit: Int)
  /// A zip whose files share their bytes.
  case overlapping
  /// A zip that is too big for the plain form of its directory.
  case tooBig
  /// A password is needed.
  case encrypted
  /// Packed by another method than deflate.
  case unknownMethod(Int)
  /// What it packs is packed once more.
  case packedTwice
  /// A zip that is the file of an office program.
  case officeDocument

  /// Whether bytes that were unpacked are a packed file themselves.
  public static func isPackedTwice(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: [0x1F, 0x8B]) || ZipDirectory.begins(beginning)
  }

  /// What is wrong and what to do, without the file.
  public var sentence: String {
    switch self {
    case .packedTwice:
      "It is a packed file within a packed one. Unpack it, and name what comes out."
    case .officeDocument:
      "It is a workbook or another office document. Save it as CSV, in UTF-8."
    case .damaged: "What is packed in it is damaged. Pack or download it again."
    case .cutShort: "The packed file ends too early. Pack or download it again."
    case .tooLong(let limit):
      "Unpacked it is longer than \(limit >> 30) GB, which no export is. It was not read."
    case .growsTooMuch(let ratio):
      "Unpacked it is more than \(ratio) times as long, which no export is. It was not read; "
        + "unpack it yourself if it is right."
    case .tooManyFiles(let limit):
      "It packs more than \(limit) files. Unpack it and name the ones that are exports."
    case .overlapping:
      "Files in it share their bytes, which no proper zip does. It was not read."
    case .tooBig: "It is a zip of the kind for more than 4 GB. Unpack it and name what is in it."
    case .encrypted: "It is locked by a password. Unpack it and name what is in it."
    case .unknownMethod(let method):
      "It is packed by method \(method), which is not read here. Unpack it and name what is in it."
    }
  }
}
