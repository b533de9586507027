public import Screening

extension Story {
  /// 1,000 records of a database, taken as far as the worked example of the rules has them; 15 of
  /// the 18 included carry labels.
  public static func workedExample() throws(Refusal) -> Story {
    var story = try Story(records: 1000)
    for copy in UInt32(801)...1000 { try story.merge(RecordNumber(copy - 800), RecordNumber(copy)) }
    let tooOld = (1...UInt32(10)).map { (report: RecordNumber($0), failing: LimitID?("date")) }
    if let fact = story.review.applyingLimits(tooOld) { story.write(fact, by: .rule(.limits)) }
    for number in UInt32(11)...15 {
      try story.act { r throws(Refusal) in
        try r.removing(RecordNumber(number), grounds: "A test page.", by: .lea)
      }
    }
    for number in UInt32(16)...665 { try story.agree(.exclude, on: RecordNumber(number)) }
    for number in UInt32(666)...715 { try story.agree(.include, on: RecordNumber(number)) }
    for number in UInt32(716)...730 {
      try story.decide(RecordNumber(number), .include, by: .ada)
      try story.decide(RecordNumber(number), .exclude, by: .ben)
    }
    try story.readTexts()
    try story.act { r throws(Refusal) in try r.joiningStudies(689, 690, by: .lea) }
    for number in UInt32(683)...692 { try story.label(RecordNumber(number), ["nursing"]) }
    for number in UInt32(693)...697 { try story.label(RecordNumber(number), ["nursing", "pay"]) }
    return story
  }

  /// 50 sought: 5 not retrieved, 10 awaited, 12 excluded, 18 included, 3 open, 2 in conflict.
  private mutating func readTexts() throws(Refusal) {
    for number in UInt32(666)...670 {
      try act(by: .lib) { r throws(Refusal) in
        try r.attempting(RecordNumber(number), words: "Wrote to the authors.", by: .lib)
      }
      try act(by: .lib) { r throws(Refusal) in
        try r.givingUp(RecordNumber(number), grounds: "No answer.", by: .lib)
      }
    }
    for number in UInt32(671)...705 { try obtain(RecordNumber(number)) }
    for number in UInt32(671)...678 {
      try agree(.exclude, on: RecordNumber(number), at: .fullText)
    }
    for number in UInt32(679)...682 {
      try decide(RecordNumber(number), at: .fullText, .exclude, "C1", by: .ada)
      try decide(RecordNumber(number), at: .fullText, .exclude, "C1", by: .ben)
    }
    for number in UInt32(683)...700 {
      try agree(.include, on: RecordNumber(number), at: .fullText)
    }
    try decide(704, at: .fullText, .include, by: .ada)
    try decide(704, at: .fullText, .exclude, "P1", by: .ben)
    try decide(705, at: .fullText, .include, by: .ada)
    try decide(705, at: .fullText, .exclude, "P1", by: .cho)
  }
}
