import JSON
import Screening

/// The format of protocol files, told to editors and to people.
///
/// Both come from the one definition that files are read by.
public enum ProtocolSchema {
  /// The JSON Schema that editors complete and check with, ending with a line end.
  public static func jsonSchema() -> String {
    JSONSchema(forms: forms).value.text(indented: true) + "\n"
  }

  /// The tables of the reference, in Markdown.
  public static func referenceTables() -> String { ReferenceTables(forms: forms).text }

  private static var forms: [Form] { Kind<ReviewProtocol>.review.shape.forms }
}
