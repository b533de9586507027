import Glibc

/// This machine, and what a process on it costs.
enum Machine {
  /// The program that runs.
  static let program =
    "/proc/self/exe".withCString { realpath($0, nil) }.map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    } ?? ""

  /// Processor, cores and memory in a line.
  static var name: String {
    let processor =
      lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }
      .map { $0.drop { $0 != ":" }.dropFirst(2) } ?? "unknown processor"
    let memory = lines(of: "/proc/meminfo").first.map { $0.split(separator: " ")[1] } ?? "0"
    let gibibytes = (Int(memory) ?? 0) / 1_048_576
    return "\(processor), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(gibibytes) GiB"
  }

  /// The most memory that this process ever held, in megabytes.
  static var peakMegabytes: Int {
    let line = lines(of: "/proc/self/status").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.split(separator: " ").dropFirst().first ?? "0") ?? 0) / 1024
  }

  /// Seconds since some moment in the past.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds that this process has spent on processors.
  static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What one fdatasync of a small write costs here, in microseconds: the median of many.
  static func fdatasyncMicroseconds(in folder: String) -> Double {
    let path = folder + "/fdatasync"
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    defer {
      close(file)
      unlink(path)
    }
    var costs: [Double] = []
    var page = [UInt8](repeating: 7, count: 4096)
    for _ in 0..<200 {
      page[0] &+= 1
      pwrite(file, page, page.count, 0)
      let start = seconds()
      fdatasync(file)
      costs.append((seconds() - start) * 1e6)
    }
    return costs.sorted()[costs.count / 2]
  }

  /// A folder of its own, on the disk that holds the current one.
  static func scratchFolder() throws -> String {
    var template = Array("./.bench-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else { throw BenchFault(what: "no scratch folder") }
    return String(cString: path)
  }

  /// Removes a folder with all that is in it.
  static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    _ = Glibc.remove(path)
  }

  private static func lines(of path: String) -> [Substring] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
  }
}

extension Double {
  /// With a few digits after the point.
  func rounded(to digits: Int) -> String {
    let scale = pow(10, Double(digits))
    let whole = Int((self * scale).rounded())
    guard digits > 0 else { return String(whole) }
    let text = String(abs(whole))
    let padded = String(repeating: "0", count: Swift.max(0, digits + 1 - text.count)) + text
    return (whole < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }
}
