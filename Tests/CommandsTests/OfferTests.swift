import Packing
import Testing

@testable import Commands

@Suite("A folder, a zip, a gzip or standard input is as good as a file")
struct OfferTests {
  private let rig = Rig(all: ())
  private static let one = Array("TY  - JOUR\nTI  - One\nER  - \n".utf8)
  private static let two = Array("TY  - JOUR\nTI  - Two\nER  - \n".utf8)

  /// The titles in what a command wrote as JSON Lines.
  private func titles(_ line: String) -> [String] {
    rig.obey(line).output.split(separator: "\n").map {
      String($0.drop { $0 != ":" }.split(separator: "\"").last { $0 != "}" } ?? "")
    }
  }

  @Test("A folder stands for its files, sorted, those of its folders too, without hidden ones")
  func folder() {
    rig.files.contents = [
      "in/b.ris": Self.two, "in/a/deep.ris": Self.one, "in/.hidden.ris": Self.two,
      "in/z.txt": Array("Nothing of the kind.".utf8),
    ]
    #expect(titles("convert in") == ["One", "Two"])
    #expect(rig.terminal.errors == ["in/z.txt: no file of references; passed over."])
    #expect(rig.obey("convert in --quiet").errors == [])
  }

  @Test("A file that was named is not passed over")
  func named() {
    rig.files.contents = ["a.ris": Self.one, "z.txt": Array("Nothing of the kind.".utf8)]
    let answer = rig.obey("convert z.txt a.ris")
    #expect(answer.status == .file)
    #expect(answer.output.contains("One"))
    #expect(answer.errors.count == 1)
  }

  @Test("A gzip is read as what it packs, under its own name")
  func gzip() {
    rig.files.contents = ["a.ris.gz": Packer.deflated(Self.one, asGzip: true)]
    #expect(titles("convert a.ris.gz") == ["One"])
    #expect(rig.obey("inspect a.ris.gz").output.hasPrefix("a.ris.gz: RIS, UTF-8, 1 record\n"))
  }

  @Test("Each file of a zip has a name of its own")
  func zip() {
    rig.files.contents = [
      "a.zip": Packer.zip([
        Packer.Entry(name: "one.ris", bytes: Self.one),
        Packer.Entry(name: "more/two.ris", bytes: Self.two, method: 0),
        Packer.Entry(name: "__MACOSX/._one.ris", bytes: Self.two),
      ])
    ]
    let lines = rig.obey("inspect a.zip").output.split(separator: "\n")
    #expect(
      lines.filter { !$0.hasPrefix(" ") }
        == ["a.zip/one.ris: RIS, UTF-8, 1 record", "a.zip/more/two.ris: RIS, UTF-8, 1 record"])
  }

  @Test("Standard input is read, packed or not")
  func standardInput() {
    rig.files.contents = ["-": Packer.deflated(Self.two, asGzip: true)]
    #expect(titles("convert -") == ["Two"])
  }

  @Test("A zip within a zip is told with its name, and the files beside it are read")
  func zipInZip() {
    rig.files.contents = [
      "a.zip": Packer.zip([
        Packer.Entry(
          name: "in.zip", bytes: Packer.zip([Packer.Entry(name: "x.ris", bytes: Self.one)])),
        Packer.Entry(name: "one.ris", bytes: Self.one),
      ])
    ]
    let run = rig.obey("inspect a.zip")
    #expect(run.output.hasPrefix("a.zip/one.ris: RIS, UTF-8, 1 record"))
    let sentence = "It is a packed file within a packed one. Unpack it, and name what comes out."
    #expect(run.errors == ["a.zip/in.zip: \(sentence)"])
    #expect(run.status == .file)
  }

  @Test("A file in a folder that may not be opened is told, and those beside it are read")
  func forbidden() {
    rig.files.contents = ["exports/a.ris": Self.one, "exports/b.ris": Self.two]
    rig.files.forbidden = ["exports/a.ris"]
    let run = rig.obey("inspect exports")
    #expect(run.output.hasPrefix("exports/b.ris: RIS, UTF-8, 1 record"))
    #expect(run.errors.count == 1 && run.errors[0].hasPrefix("exports/a.ris: you may not open"))
    #expect(run.status == .file)
  }

  @Test("A file that does not read as the format that was named says so")
  func wrongFormat() {
    rig.files.contents = ["a.ris": Array("nothing\n".utf8)]
    let run = rig.obey("convert a.ris --from bibtex")
    let sentence = "nothing in it reads as bibtex. Leave the format out, to have it found out."
    #expect(run.errors == ["a.ris: \(sentence)"])
    #expect(run.status == .file)
  }

  @Test("A file that is surely of another format than the one that was named says which")
  func otherFormat() {
    rig.files.contents = ["a.ris": Self.one]
    let run = rig.obey("convert a.ris --from nbib")
    let sentence = "this is ris, and not nbib. Leave the format out, to have it found out."
    #expect(run.errors == ["a.ris: \(sentence)"])
    #expect(run.output.isEmpty && run.status == .file)
  }

  @Test("A workbook is told as what it is")
  func workbook() {
    rig.files.contents = [
      "a.xlsx": Packer.zip([
        Packer.Entry(name: "[Content_Types].xml", bytes: Self.one),
        Packer.Entry(name: "xl/workbook.xml", bytes: Self.one),
      ])
    ]
    let run = rig.obey("inspect a.xlsx")
    let sentence = "It is a workbook or another office document. Save it as CSV, in UTF-8."
    #expect(run.errors == ["a.xlsx: \(sentence)"])
  }

  @Test("What a damaged gzip gives before its fault is written, and the fault is told")
  func damaged() {
    let records = (0..<5_000).map { "TY  - JOUR\nTI  - Number \($0)\nER  - \n" }.joined()
    let packed = Packer.deflated(Array(records.utf8), asGzip: true)
    rig.files.contents = ["a.gz": Array(packed.prefix(packed.count / 2))]
    let answer = rig.obey("convert a.gz --to ris")
    #expect(answer.status == .file)
    #expect(answer.output.contains("TI  - Number 0\r\n"))
    #expect(answer.errors == ["a.gz: The packed file ends too early. Pack or download it again."])
  }

  @Test("A bomb is told by its ratio and gives no more than a little")
  func bomb() {
    let bomb = Packer.deflated([UInt8](repeating: 0x20, count: 80 << 20), asGzip: true)
    rig.files.contents = ["bomb.gz": bomb]
    let answer = rig.obey("inspect bomb.gz --from ris")
    #expect(answer.status == .file)
    #expect(answer.errors.first?.contains("more than 200 times as long") == true)
  }

  @Test("Where nothing is an export, that is told")
  func nothing() {
    rig.files.contents = ["in/z.txt": Array("Nothing of the kind.".utf8)]
    let answer = rig.obey("inspect in")
    #expect(answer.status == .file)
    #expect(answer.errors.last?.hasPrefix("in: there is no file of references in it.") == true)
  }

  @Test("Progress is shown where somebody watches, and taken away; nowhere else")
  func progress() throws {
    rig.files.contents = ["a.ris": Self.one]
    rig.obey("inspect a.ris")
    #expect(rig.terminal.shown.isEmpty)
    rig.terminal.isWatched = true
    rig.obey("inspect a.ris --quiet")
    #expect(rig.terminal.shown.isEmpty)
    rig.obey("inspect a.ris")
    let line = try #require(rig.terminal.shown.first ?? nil)
    #expect(line.hasPrefix("a.ris: 1 record, 0.0 MB/s"))
    #expect(rig.terminal.shown.last == .some(nil))
  }
}
