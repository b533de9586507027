extension Registry {
  /// The commands of Winnow, in the order in which a review needs them.
  public static let all = Registry(
    workspace + founding + filing + screening + settling + leading + numbers + formats
      + keeping + program)

  private static let workspace: [Command] = [
    .initialise, .serve, .personAdd, .personList, .personInvite, .personForget,
  ]
  private static let founding: [Command] = [
    .protocolCheck, .reviewCreate, .reviewList, .personRole, .protocolShow, .protocolDiff,
    .protocolAdopt,
  ]
  private static let filing: [Command] = [
    .importFile, .importList, .importShow, .importWithdraw, .quarantineList, .quarantineFix,
    .quarantineDismiss,
    .recordShow, .duplicates, .remove, .putBack,
  ]
  private static let screening: [Command] = [
    .queue, .decide, .reportShow, .reportList, .progress,
  ]
  private static let settling: [Command] = [
    .conflicts, .resolve, .appoint, .consensus, .reopen,
  ]
  private static let leading: [Command] = [
    .pilot, .handover, .stop, .disclose, .fullText, .label, .unlabel, .studyJoin, .studySplit,
  ]
  private static let numbers: [Command] = [.prisma, .themeTally, .export]
  private static let formats: [Command] = [.convert, .inspect, .dedupe]
  private static let keeping: [Command] = [
    .ledgerList, .ledgerVerify, .ledgerExport, .ledgerImport, .verify, .backUp, .restore,
    .wordsErase,
  ]
  private static let program: [Command] = [.version, .help]
}
