import LabelledSets
import TestSupport
import Testing

@testable import Bibliography

@Suite("A key holds what is compared in few bytes")
struct MatchKeyTests {
  /// Holds a key to the normal forms that it is made of.
  private func check(_ reference: Reference, at line: SourceLocation = #_sourceLocation) {
    let form = RecordForm(reference)
    let key = MatchKey(reference, number: 7).view
    #expect(key.doi == form.doi && key.pmid == form.pmid && key.year == form.year)
    #expect(key.volume == form.volume && key.issue == form.issue)
    #expect(key.supplement == form.supplement && key.types == form.types)
    #expect((0..<key.wordCount).map { key.word($0) } == form.title.words, sourceLocation: line)
    #expect(words(key, key.distinctWords) == form.title.distinctWords, sourceLocation: line)
    #expect(Array(key.memory[key.letters]) == form.title.letters)
    #expect(key.tellingWords == form.title.tellingWords && key.numbers == form.title.numbers)
    #expect(key.marks == form.title.marks && key.lostLetters == Int(form.title.lostLetters))
    #expect(words(key, key.names) == form.names.words && words(key, key.stems) == form.names.stems)
    #expect(key.firstAuthor == form.names.first?.bits ?? 0 && key.initial == form.names.initial)
    #expect((0..<key.pageCount).map { key.page($0) } == form.pages)
    #expect((0..<key.issnCount).map { key.issn($0) } == form.journal.issns)
    #expect(journals(key) == form.journal.names)
    #expect(key.abstract == form.abstract && key.end == key.memory.count)
  }

  private func words(_ key: KeyView, _ range: Range<Int>) -> [WordHash] {
    stride(from: range.lowerBound, to: range.upperBound, by: 4).map {
      WordHash(bits: key.memory.span.number(at: $0))
    }
  }

  private func journals(_ key: KeyView) -> [[UInt8]] {
    var (names, place): ([[UInt8]], Int) = ([], key.journals.lowerBound)
    while place < key.journals.upperBound {
      let name = key.journal(at: place)
      names.append(Array(key.memory[name]))
      place = name.upperBound
    }
    return names
  }

  @Test("It says what the normal forms of a record say", arguments: UInt64(1)...200)
  func whole(seed: UInt64) {
    check(Reference.random(seed: seed))
  }

  @Test("It says so of records as databases print them")
  func printed() {
    var generated = GeneratedRecords(seed: 5)
    for reference in generated.make(50) { check(reference) }
    check(Reference())
    check(
      record(
        "Gait, sleep & gait: part II", in: "Ai zheng = Chinese journal of cancer: clinical",
        volume: "147 Suppl 1", pages: "S12-9, 140; 150-1", abstract: prose(3)))
  }

  @Test("It holds a title of more words than a byte can count")
  func longTitle() {
    let words = (0..<400).map { "word\($0)" }
    check(record((words + words.reversed()).joined(separator: " ")))
  }

  @Test("A record of usual length takes less than 400 bytes")
  func small() {
    var generated = GeneratedRecords(seed: 6)
    let bytes = generated.make(200).reduce(0) { $0 + MatchKey($1, number: 0).bytes.count }
    #expect(bytes < 400 * 200)
  }

  @Test("A verdict is kept in eight bytes, and other bits are none", arguments: UInt64(1)...3)
  func verdicts(seed: UInt64) {
    var generated = GeneratedRecords(seed: seed)
    let keys = keys(generated.make(60))
    for one in keys {
      for other in keys where other.number > one.number {
        let verdict = PairVerdict(one.view, other.view)
        let packed = PackedVerdict(verdict)
        #expect(packed.band == verdict.band && packed.rule == verdict.rule)
        #expect(packed.weight == verdict.weight && packed.evidence == verdict.evidence)
        #expect(PackedVerdict(bits: packed.bits) == packed)
      }
    }
    for bits: UInt64 in [3, 99 << 8, 7 << 24, 1 << 63] { #expect(PackedVerdict(bits: bits) == nil) }
  }
}
