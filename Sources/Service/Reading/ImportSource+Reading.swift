public import Formats
import Screening
import Unpacking

extension ImportSource {
  /// Reads every entry of the file, in one pass: who can read it shows in its first piece.
  ///
  /// `piece` is given the bytes before what is read out of them; `progress` is told after each.
  public func read(
    as format: String? = nil, progress: (ReadProgress) -> Void = { _ in },
    piece: ([UInt8]) throws(Fault) -> Void = { _ in },
    _ body: (ReadItem) throws(Fault) -> Void
  ) throws(Fault) -> FileReading {
    var pieces = try Pieces(of: self)
    let beginning = try pieces.beginning()
    let reader = try reader(of: beginning, format: format)
    let reading = try read(&pieces, using: reader, progress, piece, body)
    return FileReading(
      format: reader.format, dialect: Dialect(of: beginning.span, in: reader.format),
      encoding: reading.encoding, length: reading.length)
  }

  /// Reads the file and counts what it holds.
  public func survey(
    as format: String? = nil, progress: (ReadProgress) -> Void = { _ in }
  ) throws(Fault) -> FileSurvey {
    var (survey, quarantined) = (Survey(), [Quarantined]())
    let reading = try read(as: format, progress: progress) { (item) throws(Fault) in
      survey.add(item)
      if case .quarantined(let entry) = item { quarantined.append(entry) }
    }
    guard survey.records + survey.quarantined > 0 else { throw holdsNone(as: format) }
    return FileSurvey(
      reading: reading, survey: survey, quarantined: quarantined, known: nil)
  }

  private func read<Reader: ReferenceReader>(
    _ pieces: inout Pieces, using: Reader.Type, _ progress: (ReadProgress) -> Void,
    _ pass: ([UInt8]) throws(Fault) -> Void, _ body: (ReadItem) throws(Fault) -> Void
  ) throws(Fault) -> (encoding: TextEncoding, length: Int) {
    var reader = Reader()
    var done = ReadProgress()
    while let piece = try pieces.next() {
      try pass(piece)
      try reader.read(piece.span) { (item) throws(Fault) in
        if case .record = item { done.records += 1 }
        try body(item)
      }
      done.bytes += piece.count
      progress(done)
    }
    try reader.finish(body)
    return (reader.encoding, done.bytes)
  }

  /// Who reads a file that begins so, or whoever was asked for.
  private func reader(
    of beginning: [UInt8], format: String?
  ) throws(Fault) -> any ReferenceReader.Type {
    guard !beginning.isEmpty else { throw .file(.empty(path: name)) }
    let known = Format.readers.map { $0.format.name }
    if let format {
      guard let reader = Format.reader(named: format) else {
        throw .unknownName(
          .format, format, nearest: DidYouMean.nearest(to: format, among: known), known: known)
      }
      try check(reader, of: beginning)
      return reader
    }
    guard let reader = Format.reader(recognising: beginning.span) else {
      guard UnpackFault.isPackedTwice(beginning) else { throw notAnExport }
      throw .file(.packed(path: name, .packedTwice))
    }
    return reader
  }

  /// Refuses a format that was named where the file is surely of another: its records would be read
  /// as something else without a word.
  private func check(
    _ reader: any ReferenceReader.Type, of beginning: [UInt8]
  ) throws(Fault) {
    guard case .no = reader.recognises(beginning.span),
      let other = Format.reader(recognising: beginning.span),
      case .sure = other.recognises(beginning.span)
    else { return }
    throw .file(.isOther(path: name, format: reader.format.name, found: other.format.name))
  }

  /// The fault of a file in which there is no entry, read as a format that was named or found out.
  public func holdsNone(as format: String?) -> Fault {
    format.map { .file(.holdsNone(path: name, format: $0)) } ?? notAnExport
  }

  /// The fault of a file that nobody can read.
  public var notAnExport: Fault {
    .file(.notAnExport(path: name, known: Format.readers.map { $0.format.name }))
  }
}

/// The pieces of a file, of which the first can be looked at beforehand.
struct Pieces {
  private let nextOfFile: () throws(FileFault) -> [UInt8]?
  private var held: [[UInt8]] = []
  /// A fault behind the pieces that are held: what could be read before it still is.
  private var fault: Fault?

  init(of file: ImportSource) throws(Fault) {
    do throws(FileFault) { nextOfFile = try file.open() } catch { throw .file(error) }
  }

  /// As much of the file's beginning as is needed to know it.
  mutating func beginning() throws(Fault) -> [UInt8] {
    var beginning: [UInt8] = []
    do throws(Fault) {
      while beginning.count < Pieces.enoughToKnow, let piece = try read() {
        held.append(piece)
        beginning += piece.prefix(Pieces.enoughToKnow - beginning.count)
      }
    } catch {
      guard !beginning.isEmpty else { throw error }
      fault = error
    }
    return beginning
  }

  /// The next piece; nil at the end.
  mutating func next() throws(Fault) -> [UInt8]? {
    if !held.isEmpty { return held.removeFirst() }
    if let fault { throw fault }
    return try read()
  }

  private func read() throws(Fault) -> [UInt8]? {
    do throws(FileFault) { return try nextOfFile() } catch { throw .file(error) }
  }

  private static let enoughToKnow = 1 << 16
}
