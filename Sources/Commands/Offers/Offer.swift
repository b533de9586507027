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
  /// The files that some paths stand for, in order: those of a folder sorted, each file of a zip as
  /// one of its own; `-` is standard input.
  func offers(at paths: [String]) throws(Failure) -> [Offer] {
    var offers: [Offer] = []
    for path in paths {
      do throws(FileFault) {
        let found = try self.offers(at: path, isFound: false)
        guard !found.isEmpty else { throw .nothingInside(path: path) }
        offers += found
      } catch {
        throw .fault(.file(error))
      }
    }
    return offers
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
      offers += try self.offers(at: inside, isFound: true)
    }
    return offers
  }
}
