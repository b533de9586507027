"""How databases print a work: one function a dialect, each with the habits that tell it from the others."""

import textwrap
from xml.sax.saxutils import escape

from sample_works import LANGUAGES, MARK, TYPES, sections

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def abstract(work):
    return " ".join(f"{label.capitalize()}: {text}" for label, text in sections(work))


def full(name):
    family, given, middle = name
    return f"{family}, {given} {middle}"


def initials(name):
    family, given, middle = name
    return f"{given[0]}{middle}"


def short_pages(work):
    """849-63 for 849-863, as MEDLINE has it."""
    start, end = str(work["start"]), str(work["end"])
    same = 1 if len(end) == len(start) and end[0] == start[0] else 0
    return f"{start}-{end[same:]}"


def ovid_ris(work, number, die):
    lines = [f"{number}.", "TY  - JOUR", f"ID  - {work['year']}-{99000 + work['number']}-001"]
    lines.append(f"T1  - {work['title']}{die.choice(['.', ''])}")
    lines += [f"A1  - {full(name)}" for name in work["authors"]]
    # Print and online-first: the year may be one off.
    year = work["year"] + die.choice([0, 0, 0, 0, 1])
    lines.append(die.choice([f"Y1  - {year}//", f"Y1  - {year}/{work['month']:02d}//"]))
    if work["has_abstract"]:
        lines.append("N2  - " + ", ".join(f"{label}: {text}" for label, text in sections(work)))
    lines += [f"KW  - *{theme.capitalize()}" for theme in work["themes"]]
    lines += ["KW  - Peer Group", "KW  - Mental Health Services"]
    lines += [f"JF  - {work['journal']}", f"JA  - {work['short']}", f"VL  - {work['volume']}"]
    lines.append(f"IS  - {work['issue']}" + die.choice(["", "", f"({9900000 + work['number']})"]))
    lines += [f"SP  - {work['start']}", f"EP  - {work['end']}", f"CY  - {work['country']}"]
    if work["has_doi"]:
        lines.append("DO  - " + die.choice(["https://dx.doi.org/", "https://doi.org/https://dx.doi.org/"]) + work["doi"])
    lines += [f"M3  - {TYPES[work['kind']]}", f"LA  - {LANGUAGES[work['language']]}", f"N1  - {MARK}"]
    return "\r\n".join(lines + ["ER  - ", "", ""])


def ovid_tagged(work, number, die):
    lines = [f"<{number}. >", "VN  - Ovid Technologies", "DB  - APA PsycInfo"]
    lines.append(f"AN  - {work['year']}-{99000 + work['number']}-001.")
    lines.append("AU  - " + "; ".join(full(name) for name in work["authors"]) + ".")
    lines += [f"TI  - {work['title']}.  [References]."]
    lines += [f"SO  - {work['journal']}. Vol.{work['volume']}({work['issue']}), {work['year']}, "
              f"pp. {work['start']}-{work['end']}."]
    if work["has_abstract"]:
        lines.append("AB  - " + abstract(work))
    lines.append("KW  - " + "; ".join(work["themes"] + ["peer support"]))
    lines += [f"LG  - {LANGUAGES[work['language']]}", f"PT  - {TYPES[work['kind']]}", f"YR  - {work['year']}"]
    if work["has_doi"]:
        lines.append("DI  - " + die.choice(["", "https://dx.doi.org/"]) + work["doi"])
    return "\n".join(lines + [f"NT  - {MARK}", "", ""])


def ebsco_ris(work, number, die):
    accession = f"SPP{9000000 + work['number']}"
    lines = ["TY  - JOUR", f"ID  - {accession}"]
    lines += [f"AU  - {full(name)}" for name in work["authors"]]
    lines.append(f"T1  - {die.choice([work['title'], work['title'].title(), work['title'].rstrip('.') + '.'])}")
    lines += [f"JF  - {work['journal']}", f"JO  - {work['journal']}", f"JA  - {work['short']}"]
    lines.append(f"Y1  - {work['year']}/{work['month']:02d}/" + die.choice(["01/", "/", f"/{MONTHS[work['month'] - 1]}"]))
    lines += [f"VL  - {work['volume']}", f"IS  - {work['issue']}", f"SP  - {work['start']}", f"EP  - {work['end']}"]
    lines += ["M3  - Article", f"N1  - Accession Number: {accession}. {MARK}"]
    if work["has_abstract"]:
        lines.append("N2  - " + abstract(work))
    lines += [f"KW  - {theme.upper()}" for theme in work["themes"]]
    if work["has_doi"]:
        lines.append(f"DO  - {work['doi']}")
    lines += ["UR  - https://search.example.org/login.aspx?db=spp&AN=" + accession, "DP  - EBSCOhost"]
    return "\n".join(lines + ["DB  - Social Policy and Practice", "ER  - ", "", ""])


def wrapped(tag, text):
    """A value of Web of Science: what goes on is indented by three."""
    lines = textwrap.wrap(text, 76, break_long_words=False, break_on_hyphens=False)
    return "\n   ".join([f"{tag} {lines[0]}"] + lines[1:])


def web_of_science(work, number, die):
    lines = ["PT J"]
    lines.append("AU " + "\n   ".join(f"{name[0]}, {initials(name)}" for name in work["authors"]))
    lines.append("AF " + "\n   ".join(full(name) for name in work["authors"]))
    lines += [wrapped("TI", work["title"]), f"SO {work['journal'].upper()}", f"LA {LANGUAGES[work['language']]}"]
    lines.append("DT " + {"R": "Review", "E": "Editorial Material", "L": "Letter", "B": "Book Review"}.get(
        work["kind"], "Article"))
    lines.append(wrapped("DE", "; ".join(work["themes"] + ["peer support work"])))
    if work["has_abstract"]:
        lines.append(wrapped("AB", " ".join(text for _, text in sections(work))))
    lines += [wrapped("FX", MARK), f"J9 {work['short'].upper()}", f"PD {MONTHS[work['month'] - 1].upper()}"]
    lines += [f"PY {work['year']}", f"VL {work['volume']}", f"IS {work['issue']}"]
    lines += [f"BP {work['start']}", f"EP {work['end']}"]
    if work["has_doi"] or die.random() < 0.3:
        lines.append(f"DI {work['doi']}")
    return "\n".join(lines + [f"UT WOS:{900000000000000 + work['number']:015d}", "ER", "", ""])


def pubmed_xml(work, number, die):
    title = work["title"] if work["language"] == "eng" else f"[{work['title']}]"
    authors = "".join(
        f"<Author ValidYN=\"Y\"><LastName>{name[0]}</LastName><ForeName>{name[1]} {name[2]}</ForeName>"
        f"<Initials>{initials(name)}</Initials></Author>" for name in work["authors"])
    parts = "".join(f"<AbstractText Label=\"{label}\">{escape(text)}</AbstractText>" for label, text in sections(work))
    month = MONTHS[work["month"] - 1]
    date = die.choice([f"<Month>{month}</Month>", "", f"<Month>{month}</Month><Day>{die.randint(1, 28)}</Day>"])
    doi = f"<ArticleId IdType=\"doi\">{work['doi']}</ArticleId>" if work["has_doi"] or die.random() < 0.5 else ""
    types = [TYPES["J"]] + ([TYPES[work["kind"]]] if work["kind"] != "J" else [])
    return f"""<PubmedArticle>
  <MedlineCitation Status="MEDLINE" Owner="NLM">
    <PMID Version="1">{work['pmid']}</PMID>
    <Article PubModel="Print">
      <Journal>
        <JournalIssue CitedMedium="Internet"><Volume>{work['volume']}</Volume><Issue>{work['issue']}</Issue><PubDate><Year>{work['year']}</Year>{date}</PubDate></JournalIssue>
        <Title>{work['journal']}</Title><ISOAbbreviation>{work['short']}</ISOAbbreviation>
      </Journal>
      <ArticleTitle>{escape(title)}.</ArticleTitle>
      <Pagination><MedlinePgn>{short_pages(work)}</MedlinePgn></Pagination>
      {f"<Abstract>{parts}</Abstract>" if work["has_abstract"] else ""}
      <AuthorList CompleteYN="Y">{authors}</AuthorList>
      <Language>{work['language']}</Language>
      <PublicationTypeList>{"".join(f"<PublicationType>{kind}</PublicationType>" for kind in types)}</PublicationTypeList>
    </Article>
    <MedlineJournalInfo><Country>{work['country']}</Country><MedlineTA>{work['short']}</MedlineTA></MedlineJournalInfo>
    <KeywordList Owner="NOTNLM">{"".join(f"<Keyword>{escape(theme)}</Keyword>" for theme in work['themes'])}<Keyword>peer support</Keyword></KeywordList>
    <GeneralNote Owner="NLM">{MARK}</GeneralNote>
  </MedlineCitation>
  <PubmedData><PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">{work['pmid']}</ArticleId>{doi}</ArticleIdList></PubmedData>
</PubmedArticle>
"""


def nbib(work, number, die):
    def tagged(tag, text):
        lines = textwrap.wrap(text, 80, break_long_words=False, break_on_hyphens=False)
        return f"{tag:<4}- " + "\n      ".join(lines)

    lines = [f"PMID- {work['pmid']}", "OWN - NLM", "STAT- MEDLINE", f"VI  - {work['volume']}", f"IP  - {work['issue']}"]
    lines.append(f"DP  - {work['year']}" + die.choice(["", f" {MONTHS[work['month'] - 1]}"]))
    lines += [tagged("TI", work["title"] + "."), f"PG  - {short_pages(work)}"]
    if work["has_doi"]:
        lines.append(f"LID - {work['doi']} [doi]")
    if work["has_abstract"]:
        lines.append(tagged("AB", " ".join(f"{label}: {text}" for label, text in sections(work))))
    for name in work["authors"]:
        lines += [f"FAU - {full(name)}", f"AU  - {name[0]} {initials(name)}"]
    lines += [f"LA  - {work['language']}", f"PT  - {TYPES['J']}"]
    if work["kind"] != "J":
        lines.append(f"PT  - {TYPES[work['kind']]}")
    lines += [f"PL  - {work['country']}", f"TA  - {work['short']}", f"JT  - {work['journal']}"]
    lines += [f"OT  - {theme}" for theme in work["themes"]]
    lines += [f"GN  - NLM: {MARK}", f"SO  - {work['short']}. {work['year']};{work['volume']}({work['issue']}):{short_pages(work)}."]
    return "\n".join(lines + ["", ""])
