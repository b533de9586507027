import Service

/// A file of records that the command line offers: by its name, in a folder, or packed.
struct Offer: Sendable {
  /// The file.
  let source: ImportSource
  /// Whether it was found in something else, so that it may be none of references: then that is told
  /// and it is passed over.
  let isFound: Bool
}

extension Invocation {
  /// The files that a path stands for: those of a folder sorted, each file of a zip as one of its
  /// own; `-` is standard input.
  func offers(at path: String) throws(Failure) -> [Offer] {
    do throws(FileFault) {
      let offers = try self.offers(at: path, isFound: false)
      guard !offers.isEmpty else { throw .nothingInside(path: path) }
      return offers
    } catch {
      throw .fault(.file(error))
    }
  }

  private func offers(at path: String, isFound: Bool) throws(FileFault) -> [Offer] {
    let files = surroundings.files
    guard path != "-", let entries = try files.listing(of: path) else {
      let file = try files.hold(path)
      return try Packing(of: file, at: path).sources(of: file, at: path, in: files).map { found in
        Offer(source: found.source, isFound: isFound || found.isPacked)
      }
    }
    var offers: [Offer] = []
    for entry in entries {
      let inside = path.hasSuffix("/") ? path + entry.name : "\(path)/\(entry.name)"
      do throws(FileFault) {
        offers += try self.offers(at: inside, isFound: true)
      } catch {
        // Told when its turn comes; the files beside it are read.
        offers.append(Offer(source: .unread(at: inside, error), isFound: true))
      }
    }
    return offers
  }
}

extension ImportSource {
  /// A file that cannot be opened.
  fileprivate static func unread(at path: String, _ fault: FileFault) -> ImportSource {
    ImportSource(name: path) { () throws(FileFault) in throw fault }
  }
}
