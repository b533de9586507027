/// What commands of LaTeX print.
enum LaTeXSigns {
  /// Accents of one mark, with the sign that combines.
  static let accents: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\u{308}", UInt8(ascii: "'"): "\u{301}", UInt8(ascii: "`"): "\u{300}",
    UInt8(ascii: "^"): "\u{302}", UInt8(ascii: "~"): "\u{303}", UInt8(ascii: "="): "\u{304}",
    UInt8(ascii: "."): "\u{307}",
  ]

  /// Accents of one letter, which need an argument.
  static let letterAccents: [String: Unicode.Scalar] = [
    "c": "\u{327}", "v": "\u{30C}", "u": "\u{306}", "H": "\u{30B}", "r": "\u{30A}",
    "k": "\u{328}", "d": "\u{323}", "b": "\u{331}", "t": "\u{361}",
  ]

  /// What an accent over nothing prints.
  static let alone: [Unicode.Scalar: String] = [
    "\u{303}": "~", "\u{302}": "^", "\u{300}": "`", "\u{301}": "´", "\u{308}": "¨",
  ]

  /// A letter with its accent, as one character wherever there is one.
  static func composed(_ letter: Character, _ accent: Unicode.Scalar) -> String {
    if let pairs = composedLetters[accent] {
      let letters = Array(pairs)
      for place in stride(from: 0, to: letters.count - 1, by: 2) where letters[place] == letter {
        return String(letters[place + 1])
      }
    }
    return "\(letter)\(accent)"
  }

  private static let composedLetters: [Unicode.Scalar: String] = [
    "\u{308}": "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ",
    "\u{301}": "aáeéiíoóuúyýcćlĺnńrŕsśzźAÁEÉIÍOÓUÚYÝCĆLĹNŃRŔSŚZŹ",
    "\u{300}": "aàeèiìoòuùAÀEÈIÌOÒUÙnǹNǸ",
    "\u{302}": "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶ",
    "\u{303}": "aãnñoõiĩuũAÃNÑOÕIĨUŨ",
    "\u{304}": "aāeēiīoōuūAĀEĒIĪOŌUŪ",
    "\u{307}": "cċeėgġzżCĊEĖGĠIİZŻ",
    "\u{327}": "cçgģkķlļnņrŗsştţCÇGĢKĶLĻNŅRŖSŞTŢ",
    "\u{30C}": "cčdďeělľnňrřsštťzžaǎCČDĎEĚLĽNŇRŘSŠTŤZŽAǍ",
    "\u{306}": "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ",
    "\u{30B}": "oőuűOŐUŰ",
    "\u{30A}": "aåuůAÅUŮ",
    "\u{328}": "aąeęiįuųAĄEĘIĮUŲ",
  ]

  /// Mark-up, of which only the text stays.
  static let markUp: Set<String> = [
    "textit", "textbf", "textrm", "textsc", "textsf", "texttt", "textup", "textsl", "textmd",
    "textnormal", "textsuperscript", "textsubscript", "emph", "underline", "mathrm", "mathit",
    "mathbf", "mathsf", "mathtt", "mathcal", "mbox", "hbox", "text", "it", "bf", "rm", "sc", "em",
    "tt", "sl", "itshape", "bfseries", "url", "href", "nolinkurl", "relax", "left", "right",
    "enquote", "protect", "noopsort", "ensuremath", "small", "large",
  ]

  /// Commands that print a sign.
  static let commands: [String: String] = {
    var all: [String: String] = [:]
    let printed = """
      ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ \
      NG Ŋ alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ \
      lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω \
      Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω pm ± mp ∓ \
      times × div ÷ cdot · leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ equiv ≡ infty ∞ \
      rightarrow → leftarrow ← to → degree ° textdegree ° circ ° prime ′ partial ∂ nabla ∇ sum ∑ \
      int ∫ sqrt √ in ∈ subset ⊂ cup ∪ cap ∩ copyright © textcopyright © textregistered ® \
      texttrademark ™ textendash – textemdash — ldots … dots … textellipsis … textquoteleft ‘ \
      textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle ' textquotedbl " \
      guillemotleft « guillemotright » textasciitilde ~ textasciicircum ^ textbackslash \\ \
      backslash \\ textbar | textless < textgreater > textunderscore _ textbraceleft { \
      textbraceright } textdollar $ textsterling £ pounds £ euro € texteuro € textmu µ textmugreek μ \
      S § P ¶ dag † ddag ‡ bullet • textbullet • textperiodcentered · TEL ℡ LaTeX LaTeX TeX TeX \
      textonehalf ½ textonequarter ¼ textthreequarters ¾ textordfeminine ª textordmasculine º \
      textexclamdown ¡ textquestiondown ¿ lbrace { rbrace } slash / quotedblbase „ quotesinglbase ‚
      """
    let words = printed.split(separator: " ")
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      all[String(words[place])] = String(words[place + 1])
    }
    return all
  }()
}
