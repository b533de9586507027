/// What a zip says it holds.
///
/// It is read from the directory at the end of the file, never from what stands before the members:
/// the directory is what every other program shows.
public struct ZipDirectory: Sendable {
  /// The files in it, in the order of the directory; folders are left out.
  public let members: [ZipMember]

  /// Where a zip keeps its directory.
  public struct Place: Hashable, Sendable {
    /// Where it begins.
    public let offset: Int
    /// How long it is.
    public let length: Int
    fileprivate let count: Int

    /// Finds the place in the last bytes of a file of some size.
    public init(tail: [UInt8], of size: Int) throws(UnpackFault) {
      // The comment behind the record may hold its mark too; the right one ends with the file.
      let start = stride(from: tail.count - 22, through: 0, by: -1).first { start in
        tail.number(4, at: start) == 0x0605_4B50
          && start + 22 + tail.number(2, at: start + 20) == tail.count
      }
      guard let start else { throw .cutShort }
      count = tail.number(2, at: start + 10)
      length = tail.number(4, at: start + 12)
      offset = tail.number(4, at: start + 16)
      guard count < 0xFFFF, length < 0xFFFF_FFFF, offset < 0xFFFF_FFFF else { throw .tooBig }
      guard count <= ZipDirectory.mostMembers else {
        throw .tooManyFiles(limit: ZipDirectory.mostMembers)
      }
      guard offset + length <= size - (tail.count - start) else { throw .damaged }
    }
  }

  /// Reads the directory that stands at a place.
  public init(_ bytes: [UInt8], at place: Place) throws(UnpackFault) {
    var members: [ZipMember] = []
    var next = 0
    for _ in 0..<place.count {
      let member = try ZipMember(bytes, at: &next)
      if !member.isFolder { members.append(member) }
    }
    // A known bomb lets thousands of files share one stretch of bytes.
    guard members.reduce(0, { $0 + $1.packedLength }) <= place.offset else { throw .overlapping }
    self.members = members
  }

  /// A file that begins so may be a zip.
  public static func begins(_ beginning: [UInt8]) -> Bool {
    [0x0403_4B50, 0x0605_4B50].contains(beginning.number(4, at: 0))
  }

  /// The directory's place is told in the last bytes of the file, which are no more than this.
  public static let tailLength = 22 + 0xFFFF
  private static let mostMembers = 10_000
}

/// A file in a zip.
public struct ZipMember: Hashable, Sendable {
  /// Its name, folders included.
  public let name: String
  /// How long it is in the zip.
  public let packedLength: Int
  /// How long it is unpacked.
  public let length: Int
  /// The CRC-32 of what is unpacked.
  public let check: UInt32
  /// Where its own head stands in the zip.
  public let head: Int
  /// Whether it stands there as it is.
  public let isStored: Bool

  /// How long the part of its head is that tells where its bytes begin.
  public static let headLength = 30

  fileprivate init(_ bytes: [UInt8], at place: inout Int) throws(UnpackFault) {
    let (start, head) = (place, 46)
    guard bytes.number(4, at: start) == 0x0201_4B50, start + head <= bytes.count else {
      throw .damaged
    }
    let lengths = [28, 30, 32].map { bytes.number(2, at: start + $0) }
    guard start + head + lengths.reduce(0, +) <= bytes.count else { throw .damaged }
    name = String(printable: bytes[start + head..<start + head + lengths[0]])
    check = UInt32(bytes.number(4, at: start + 16))
    packedLength = bytes.number(4, at: start + 20)
    length = bytes.number(4, at: start + 24)
    self.head = bytes.number(4, at: start + 42)
    guard [packedLength, length, self.head].allSatisfy({ $0 < 0xFFFF_FFFF }) else { throw .tooBig }
    let (flags, method) = (bytes.number(2, at: start + 8), bytes.number(2, at: start + 10))
    isStored = method == 0
    place = start + head + lengths.reduce(0, +)
    if isFolder { return }
    guard flags & 1 == 0 else { throw .encrypted }
    guard method == 0 || method == 8 else { throw .unknownMethod(method) }
    guard !isStored || packedLength == length else { throw .damaged }
  }

  /// Whether it is a folder, which has no bytes.
  var isFolder: Bool { name.hasSuffix("/") }

  /// Where its bytes begin, told by the beginning of its own head.
  public func start(head bytes: [UInt8]) throws(UnpackFault) -> Int {
    guard bytes.count >= ZipMember.headLength, bytes.number(4, at: 0) == 0x0403_4B50 else {
      throw .damaged
    }
    return head + ZipMember.headLength + bytes.number(2, at: 26) + bytes.number(2, at: 28)
  }
}

extension [UInt8] {
  /// A number of some bytes, the least first; 0 where the bytes end before.
  fileprivate func number(_ length: Int, at place: Int) -> Int {
    guard place >= 0, place + length <= count else { return 0 }
    return self[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension String {
  /// A name from a file: no control character in it may reach a terminal.
  fileprivate init(printable bytes: ArraySlice<UInt8>) {
    self.init(
      String.UnicodeScalarView(
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
          $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
        }))
  }
}
