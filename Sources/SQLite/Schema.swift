/// The tables, step by step. A step that was released is never edited: the next one changes what
/// it made.
enum Schema {
  static let migrations = [version1]

  private static let version1 = [
    """
    create table entry (
      ledger blob not null check (length(ledger) = 16),
      position integer not null check (position between 1 and 4294967295),
      moment integer not null,
      person blob check (length(person) = 16),
      rule integer check (rule between 0 and 65535),
      protocol_version integer not null check (protocol_version between 0 and 4294967295),
      kind integer not null check (kind between 0 and 65535),
      payload blob not null,
      digest blob not null check (length(digest) = 32),
      primary key (ledger, position),
      check ((person is null) <> (rule is null))
    ) strict, without rowid
    """,
    """
    create table words (
      ledger blob not null check (length(ledger) = 16),
      digest blob not null check (length(digest) = 32),
      salt blob,
      text blob,
      primary key (ledger, digest),
      check ((salt is null) = (text is null))
    ) strict, without rowid
    """,
    """
    create table receipt (
      request blob not null primary key check (length(request) = 16),
      ledger blob not null,
      position integer not null,
      answer blob not null
    ) strict, without rowid
    """,
    """
    create table batch (
      id blob not null primary key check (length(id) = 16),
      ledger blob not null check (length(ledger) = 16),
      touched integer not null,
      is_filed integer not null check (is_filed in (0, 1))
    ) strict, without rowid
    """,
    "create index batch_by_ledger on batch (ledger)",
    // Blocks are large: in a table with row numbers they do not weigh on the key.
    """
    create table block (
      batch blob not null,
      ordinal integer not null,
      bytes blob not null,
      primary key (batch, ordinal)
    ) strict
    """,
    """
    create table archived_record (
      batch blob not null,
      ordinal integer not null,
      byte_offset integer not null,
      byte_length integer not null,
      dictionary integer not null,
      parsed blob not null,
      primary key (batch, ordinal)
    ) strict, without rowid
    """,
    """
    create table dictionary (
      number integer not null primary key,
      bytes blob not null
    ) strict
    """,
    """
    create table lease (
      ledger blob not null,
      stage integer not null,
      report integer not null,
      person blob not null,
      ends_at integer not null,
      primary key (ledger, stage, report, person)
    ) strict, without rowid
    """,
    """
    create table setting (
      name text not null primary key,
      value blob not null
    ) strict, without rowid
    """,
    guardAgainst("update", of: "entry", says: "an entry is never changed"),
    guardAgainst("delete", of: "entry", says: "an entry is never deleted"),
    guardAgainst("update", of: "block", says: "the archive is never changed"),
    guardAgainst("update", of: "archived_record", says: "the archive is never changed"),
    guardAgainst("delete", of: "block", where: isFiled, says: "the archive is never thinned"),
    guardAgainst(
      "delete", of: "archived_record", where: isFiled, says: "the archive is never thinned"),
  ]

  private static let isFiled =
    "exists (select 1 from batch where batch.id = old.batch and batch.is_filed = 1)"

  private static func guardAgainst(
    _ act: String, of table: String, where condition: String = "true", says sentence: String
  ) -> String {
    """
    create trigger \(table)_\(act) before \(act) on \(table) when \(condition)
    begin select raise(abort, '\(sentence)'); end
    """
  }
}
