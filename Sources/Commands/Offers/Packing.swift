import Service
import Unpacking

/// How a file is packed, told by its first bytes.
enum Packing {
  case none
  case gzip
  case zip

  init(of file: HeldFile, at path: String) throws(FileFault) {
    let beginning = try file.read(0, 4)
    self =
      if beginning.starts(with: [0x1F, 0x8B]) {
        .gzip
      } else if ZipDirectory.begins(beginning) {
        .zip
      } else {
        .none
      }
  }

  /// What is in the file: itself, or what was packed.
  ///
  /// Each opens the file anew when it is read, so that a folder of thousands holds none open.
  func sources(
    of file: HeldFile, at path: String, in files: any Files
  ) throws(FileFault) -> [(source: ImportSource, isPacked: Bool)] {
    switch self {
    case .none:
      [(.plain(at: path, length: file.length, in: files), false)]
    case .gzip:
      [(.unzipped(at: path, in: files), false)]
    case .zip:
      try file.members(at: path).map { (.member($0, of: path, in: files), true) }
    }
  }
}

extension HeldFile {
  /// The files of a zip.
  fileprivate func members(at path: String) throws(FileFault) -> [ZipMember] {
    let tail = try read(
      max(0, length - ZipDirectory.tailLength), min(length, ZipDirectory.tailLength))
    do throws(UnpackFault) {
      let place = try ZipDirectory.Place(tail: tail, of: length)
      let bytes: [UInt8]
      do throws(FileFault) { bytes = try read(place.offset, place.length) } catch {
        throw .cutShort
      }
      let members = try ZipDirectory(bytes, at: place).members
      guard !members.contains(where: { $0.name == "[Content_Types].xml" }) else {
        throw .officeDocument
      }
      return members.filter { !$0.isHidden }
    } catch {
      throw .packed(path: path, error)
    }
  }

  /// The bytes between two places, piece by piece.
  fileprivate func pieces(from start: Int, to end: Int) -> () throws(FileFault) -> [UInt8]? {
    var place = start
    return { () throws(FileFault) in
      guard place < end else { return nil }
      let piece = try read(place, min(1 << 20, end - place))
      place += piece.count
      return piece.isEmpty ? nil : piece
    }
  }
}

extension ZipMember {
  /// Whether it is what a folder would hide, or what a Mac adds to a zip.
  fileprivate var isHidden: Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}

extension ImportSource {
  fileprivate static func plain(at path: String, length: Int, in files: any Files) -> ImportSource {
    ImportSource(name: path, length: length) { () throws(FileFault) in
      let file = try files.hold(path)
      return file.pieces(from: 0, to: file.length)
    }
  }

  fileprivate static func unzipped(at path: String, in files: any Files) -> ImportSource {
    ImportSource(name: path) { () throws(FileFault) in
      let file = try files.hold(path)
      return unpacking(
        file.pieces(from: 0, to: file.length), by: Inflater(.gzip), named: path)
    }
  }

  fileprivate static func member(
    _ member: ZipMember, of path: String, in files: any Files
  ) -> ImportSource {
    let name = "\(path)/\(member.name)"
    return ImportSource(name: name, length: member.length) { () throws(FileFault) in
      let file = try files.hold(path)
      let head = try file.read(member.head, ZipMember.headLength)
      let start: Int
      do throws(UnpackFault) {
        start = try member.start(head: head)
      } catch {
        throw .packed(path: name, error)
      }
      let packed = file.pieces(from: start, to: start + member.packedLength)
      if member.isStored { return packed }
      return unpacking(packed, by: Inflater(.none), named: name, check: member.check)
    }
  }

  /// The unpacked pieces of packed ones.
  private static func unpacking(
    _ packed: @escaping () throws(FileFault) -> [UInt8]?, by inflater: Inflater,
    named name: String, check: UInt32? = nil
  ) -> () throws(FileFault) -> [UInt8]? {
    { () throws(FileFault) in
      func unpacked() throws(FileFault) -> [UInt8]? {
        do throws(UnpackFault) { return try inflater.next() } catch {
          throw .packed(path: name, error)
        }
      }
      while true {
        if let piece = try unpacked() { return piece }
        if inflater.hasEnded {
          guard check == nil || check == inflater.check else { throw .packed(path: name, .damaged) }
          return nil
        }
        guard let piece = try packed() else { throw .packed(path: name, .cutShort) }
        inflater.take(piece)
      }
    }
  }
}
