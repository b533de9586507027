import Bibliography
import HTML
import HTTP
import Screening
import Service

extension Site {
  /// What a person should look at, and the reports of several records.
  func duplicates(_ room: Room) throws(Fault) -> Response {
    let questions = try workbench.duplicateQuestions(Acting(on: room.id, as: room.person))
    let merged = Array(room.review.mergedReports.prefix(Self.longest))
    let asked = Array(questions.prefix(Self.longest))
    let titles = try titles(of: asked.map(\.reports.low), in: room)
    let mergedTitles = try self.titles(of: merged, in: room)
    return Layout(
      title: "Duplicates", visitor: room.visitor, room: room, here: .duplicates(review: room.name)
    ).page { page in
      page.h1("Duplicates")
      page.h2("To look at: \(questions.count)")
      if questions.isEmpty { page.p("No pair waits for an answer.") }
      page.ul {
        for (question, title) in zip(asked, titles) {
          page.li {
            page.a(title, .href(Address.pair(review: room.name, question.records).text))
            page.text(" ")
            page.span(
              "\(question.records.low) and \(question.records.high): \(question.reason)",
              .classes("soft"))
          }
        }
      }
      page.h2("Reports of several records: \(room.review.mergedReports.count)")
      page.ul {
        for (report, title) in zip(merged, mergedTitles) {
          page.li {
            page.a(title, .href(Address.merged(review: room.name, report).text))
            page.text(" ")
            page.span(
              room.review.records(of: report).map(\.description).joined(separator: ", "),
              .classes("soft"))
          }
        }
      }
    }
  }

  /// Two records beside each other, and the form that says whether they are one document.
  func pair(
    _ room: Room, _ pair: RecordPair, problem: String? = nil
  ) throws(Fault) -> Response {
    try check(room, [pair.low, pair.high])
    let match = try workbench.matches(of: [pair], in: room.review).first
    let table = try table(of: [pair.low, pair.high], in: room)
    let isOne = room.review.report(of: pair.low) == room.review.report(of: pair.high)
    let openness = room.review.openness(of: pair, for: room.person)
    return Layout(
      title: "\(pair.low) and \(pair.high)", visitor: room.visitor, room: room,
      here: .duplicates(review: room.name)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.article(.classes("sheet")) {
        page.h1("Are \(pair.low) and \(pair.high) one document?")
        if let match {
          page.p("\(match.rule.reason); \(match.evidence.description)", .classes("soft"))
        }
        table.write(to: page)
        page.problem(problem)
        if isOne { page.p("They belong to one report already.", .classes("notice")) }
        if !isOne, openness == nil {
          page.p(
            "Someone said that they, or their reports, are not duplicates.", .classes("notice"))
        }
        page.act(.pair(review: room.name, pair), room.visitor) {
          page.div(.classes("buttons")) {
            page.button(
              "Same", .type(ButtonType.submit), .name("answer"), .value("same"), .classes("main"))
            page.button("Different", .type(ButtonType.submit), .name("answer"), .value("different"))
            page.a("Later", .href(Address.duplicates(review: room.name).text))
          }
        }
      }
    }
  }

  /// The records of one report beside each other, each with the form that splits it off.
  func merged(
    _ room: Room, _ report: RecordNumber, problem: String? = nil
  ) throws(Fault) -> Response {
    let records = room.review.records(of: report)
    try check(room, records.isEmpty ? [report] : records)
    let table = try table(of: records, in: room)
    let links = room.review.links(of: report)
    return Layout(
      title: "\(report)", visitor: room.visitor, room: room, here: .duplicates(review: room.name)
    ).page(problem == nil ? .ok : .unprocessable) { page in
      page.article(.classes("sheet")) {
        page.h1("\(room.review.report(of: report)): \(records.count) records")
        for link in links {
          page.p(
            "\(link.pair.low) and \(link.pair.high): linked by "
              + (link.byRule ? "rule" : "a person"),
            .classes("soft"))
        }
        table.write(to: page)
        page.problem(problem)
        if records.count > 1 {
          page.act(.merged(review: room.name, report), room.visitor) {
            page.div(.classes("buttons")) {
              for record in records {
                page.button(
                  "Split off \(record)", .type(ButtonType.submit), .name("split"),
                  .value(record.description))
              }
            }
          }
        }
      }
    }
  }

  /// Takes the answer on two records.
  func answer(_ room: Room, _ pair: RecordPair, _ form: Form) throws(Fault) -> Response {
    do throws(Fault) {
      switch form["answer"] {
      case "same": _ = try workbench.merge([pair.low, pair.high], room.acting(form))
      case "different": _ = try workbench.part(pair.low, pair.high, room.acting(form))
      default: return try self.pair(room, pair, problem: "Choose whether they are one document.")
      }
      return .seeOther(Address.duplicates(review: room.name).text)
    } catch .refused(let refusal) {
      return try self.pair(room, pair, problem: refusal.sentence)
    }
  }

  /// Splits a record off its report.
  func split(_ room: Room, _ report: RecordNumber, _ form: Form) throws(Fault) -> Response {
    guard let record = form["split"].flatMap({ RecordNumber(text: $0) }) else {
      return try merged(room, report, problem: "Choose the record that leaves.")
    }
    do throws(Fault) {
      _ = try workbench.split(record, room.acting(form))
      return .seeOther(Address.duplicates(review: room.name).text)
    } catch .refused(let refusal) {
      return try merged(room, report, problem: refusal.sentence)
    }
  }

  /// Refuses whoever may not answer, and records that do not exist or do not count.
  private func check(_ room: Room, _ records: [RecordNumber]) throws(Fault) {
    do throws(Refusal) {
      try room.review.checkMayFindDuplicates(room.person)
      for record in records where !room.review.isLive(record) {
        throw room.review.exists(record)
          ? .reportIsGone(record)
          : .noSuchRecord(record, highest: UInt32(room.review.recordCount))
      }
    } catch {
      throw .refused(error)
    }
  }

  private func table(of records: [RecordNumber], in room: Room) throws(Fault) -> RecordTable {
    let references = try workbench.references(records, in: room.review)
    return RecordTable(
      zip(records, references).map { (number: $0, reference: $1 ?? Reference()) })
  }

  private func titles(of reports: [RecordNumber], in room: Room) throws(Fault) -> [String] {
    try workbench.texts(of: reports, in: room.review).map { Description($0.reference).title }
  }

  /// So many of each are listed at a time.
  private static let longest = 200
}

extension DuplicateQuestion {
  /// Why it is asked.
  fileprivate var reason: String {
    switch openness {
    case .free: match.rule.reason
    case .bothDecided: "\(match.rule.reason), but both reports carry decisions"
    }
  }
}
