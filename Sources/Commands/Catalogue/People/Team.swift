import Screening

/// Who holds which roles in a review.
struct Team {
  private let members: [(person: PersonID, roles: Roles)]

  /// The team of a review as it stands.
  init(_ review: Review) { members = review.team }

  /// The names of a person's roles.
  func roles(of person: PersonID) -> [String] {
    members.first { $0.person == person }?.roles.names ?? []
  }
}

extension Shape<Roles> {
  /// Roles with commas between them, or none.
  static let roles = Shape(
    expected: "roles with commas between them (\(words.joined(separator: ", "))), or none",
    words: words
  ) { text in
    guard text != "none" else { return [] }
    var roles: Roles = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let role = Roles.named.first(where: { $0.name == word }) else { return nil }
      roles.insert(role.role)
    }
    return roles
  }

  private static let words = Roles.named.map(\.name)
}
