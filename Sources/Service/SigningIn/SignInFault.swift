/// Why somebody could not sign in.
public enum SignInFault: Error, Hashable, Sendable {
  case wrong
  case linkIsUsed
  case passwordTooShort
  case busy
  case tooMany
}

extension SignInFault {
  /// What happened and what to do; never whether a name exists.
  public var sentence: String {
    switch self {
    case .wrong: "Name and password do not fit together. Try again, or ask for a new link."
    case .linkIsUsed:
      "This link was used before, or has grown too old. Sign in, or ask for a new link."
    case .passwordTooShort: "The password is too short. Choose one of ten characters or more."
    case .tooMany:
      "There were too many wrong passwords for this name. Wait a minute, then try again."
    case .busy: "The machine is out of memory at the moment. Try again in a minute."
    }
  }
}
