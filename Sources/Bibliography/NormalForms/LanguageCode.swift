/// A language by its code of ISO 639-1, or of 639-3 where it has none there.
public struct LanguageCode: Hashable, Sendable, CustomStringConvertible {
  /// The code in lower case.
  public let text: String

  /// Reads one printed language: `English`, `eng`, `en`, `en-GB`, `Deutsch`; nil if it is not known.
  public init?(printed: String) {
    let words = FoldedText(printed).text
    if let code = Self.byName[words] {
      text = code
      return
    }
    // A region after the language changes nothing: "en-GB", "Portuguese (Brazil)". Anything else
    // after it might ("No language given"), and is not read.
    let parts = words.split(separator: " ")
    guard parts.count > 1, let code = Self.byName[String(parts[0])],
      printed.contains("(") || parts.count == 2 && Self.isRegion(parts[1])
    else { return nil }
    text = code
  }

  /// The code.
  public var description: String { text }

  /// Reads a printed list of languages in order: nil for each that is not known.
  public static func all(printed: String) -> [LanguageCode?] {
    if let one = byName[FoldedText(printed).text] { return [LanguageCode(code: one)] }
    return printed.split { ";,/|&+\n".contains($0) }.flatMap { part -> [LanguageCode?] in
      let words = FoldedText(String(part))
      guard !words.isEmpty else { return [] }
      let names = words.text.split(separator: " and ")
      return names.count == 1
        ? [LanguageCode(printed: String(part))] : names.map { LanguageCode(printed: String($0)) }
    }
  }

  private init(code: String) { text = code }

  /// A country or a script, as it stands after a code.
  private static func isRegion(_ word: Substring) -> Bool {
    word.utf8.count == 2 || word == "hans" || word == "hant" || word == "latn" || word == "cyrl"
  }

  /// Codes and names, folded, to codes.
  private static let byName: [String: String] = {
    var table: [String: String] = [:]
    for line in languages.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let code = words.first.map(String.init) else { continue }
      for word in words { table[String(word.map { $0 == "_" ? " " : $0 })] = code }
    }
    return table
  }()
}

/// A line a language: its code, its codes of three letters (ISO 639-2 and -3), its names. Codes that
/// stand for no language (`und`, `mul`, `zxx`) are left out, and so can never tell.
private let languages = """
  en eng english anglais englisch ingles
  fr fre fra french francais franzosisch
  de ger deu german deutsch allemand
  es spa spanish espanol castilian spanisch castellano
  pt por portuguese portugues
  it ita italian italiano
  nl dut nld dutch flemish nederlands
  zh chi zho chinese mandarin simplified_chinese traditional_chinese chinese_simplified zhongwen 中文
  ja jpn japanese nihongo 日本語
  ko kor korean
  ru rus russian russkii русскии
  ar ara arabic
  tr tur turkish turkce
  pl pol polish polski
  sv swe swedish svenska
  da dan danish dansk
  no nor norwegian norsk
  nb nob bokmal norwegian_bokmal
  nn nno nynorsk norwegian_nynorsk
  fi fin finnish suomi
  is ice isl icelandic
  fo fao faroese
  cs cze ces czech cesky
  sk slo slk slovak
  sl slv slovenian slovene
  hr hrv scr croatian hrvatski
  sr srp scc serbian
  sh hbs serbo_croatian
  bs bos bosnian
  mk mac mkd macedonian
  bg bul bulgarian
  hu hun hungarian magyar
  ro rum ron romanian moldavian
  el gre ell greek modern_greek greek_modern
  grc ancient_greek greek_ancient
  la lat latin
  he heb hebrew
  yi yid yiddish
  fa per fas persian farsi
  ps pus pashto pushto
  ku kur kurdish
  ur urd urdu
  hi hin hindi
  bn ben bengali bangla
  pa pan punjabi panjabi
  gu guj gujarati
  mr mar marathi
  ta tam tamil
  te tel telugu
  kn kan kannada
  ml mal malayalam
  si sin sinhala sinhalese
  ne nep nepali
  th tha thai
  lo lao
  my bur mya burmese
  km khm khmer
  vi vie vietnamese
  id ind indonesian bahasa_indonesia
  ms may msa malay
  tl tgl tagalog
  fil filipino pilipino
  jv jav javanese
  mn mon mongolian
  kk kaz kazakh
  uz uzb uzbek
  ky kir kyrgyz
  az aze azerbaijani
  hy arm hye armenian
  ka geo kat georgian
  uk ukr ukrainian
  be bel belarusian byelorussian
  lt lit lithuanian
  lv lav latvian
  et est estonian
  sq alb sqi albanian
  mt mlt maltese
  ga gle irish
  gd gla scottish_gaelic gaelic
  cy wel cym welsh
  br bre breton
  eu baq eus basque euskara
  ca cat catalan valencian catala
  gl glg galician galego
  oc oci occitan
  lb ltz luxembourgish
  af afr afrikaans
  zu zul zulu
  xh xho xhosa
  st sot sotho
  tn tsn tswana
  sn sna shona
  sw swa swahili kiswahili
  rw kin kinyarwanda
  am amh amharic
  so som somali
  ha hau hausa
  yo yor yoruba
  ig ibo igbo
  eo epo esperanto
  mi mao mri maori
  sm smo samoan
  sa san sanskrit
  bo tib bod tibetan
  yue cantonese
  """
