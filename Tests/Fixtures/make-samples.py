#!/usr/bin/env python3
"""Writes imports/ovid-psycinfo.ris and imports/pubmed.xml: exports that are made up.

The works are those of works.txt beside this file; people, journals, numbers and the differences between
the two databases come from a seeded die, so that the same files are written every time.

    Tests/Fixtures/make-samples.py
"""

import random
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "imports"
MARK = "Made up for the sample review of Winnow."
IN_BOTH = 12
ONLY_OVID = 22
FAMILIES = """Example Sample Placeholder Specimen Fictional Invented Imagined Dummy Model Pattern Draft
Fabula Muster Ejemplo Exemple Esempio Mønster Przykład Örnek Vzorová""".split()
GIVEN = """Ada Bo Chidi Dana Elif Femi Grace Hugo Inés Jun Kai Lea Mika Noor Oluwa Petra Quinn Rosa Sami
Tove Uma Vera Wim Xenia Yara Zoë""".split()
JOURNALS = [
    ("Journal of Made-Up Ward Studies", "J Made-Up Ward Stud", "England"),
    ("Invented Trials in Mental Health", "Invent Trials Ment Health", "United States"),
    ("Journal of Fictional Services", "J Fict Serv", "England"),
    ("Imagined Community Psychiatry", "Imag Community Psychiatry", "Netherlands"),
    ("Example Research on Lived Experience", "Ex Res Lived Exp", "Australia"),
]
OPENINGS = [
    "Peer support work is spreading faster than what is known of it.",
    "Many services employ people for what they have lived through.",
    "Little is known of how this is done from day to day.",
    "Guidance asks for peers in every team.",
    "Much of what is written on this comes from other settings.",
]
CLOSINGS = [
    "Services that plan such posts can start from what they already have.",
    "Longer studies should ask the peers themselves what to measure.",
    "What this costs, and whom, needs to be said with the results.",
    "The findings hold for one place and should be tried in another.",
    "Supervision by other peers deserves more than a footnote.",
]
TYPES = {
    "J": "Journal Article", "R": "Review", "L": "Letter", "E": "Editorial", "B": "Book Review",
    "P": "Clinical Trial Protocol",
}


def works():
    die = random.Random(2023)
    lines = [line for line in (HERE / "works.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    for number, line in enumerate(lines, 1):
        kind, title, done, found, themes = line.split("|")
        year, start = die.randint(2009, 2023), die.randint(1, 900)
        journal, short, country = die.choice(JOURNALS)
        authors = [(die.choice(FAMILIES), die.choice(GIVEN), die.choice("ABCDEFG")) for _ in range(die.randint(1, 5))]
        language = "ger" if "Genesung" in title else "spa" if "Apoyo" in title else "eng"
        yield {
            "number": number, "kind": kind, "title": title, "year": year, "month": die.randint(1, 12),
            "journal": journal, "short": short, "country": country, "volume": year - 2000, "issue": die.randint(1, 6),
            "start": start, "end": start + die.randint(4, 14), "authors": authors, "language": language,
            "doi": f"10.5555/winnow.{year}.{number:03d}", "has_doi": die.random() < 0.8,
            "opening": die.choice(OPENINGS), "done": done, "found": found, "closing": die.choice(CLOSINGS),
            "themes": [theme.strip() for theme in themes.split(";")], "pmid": 99000000 + number,
        }


def ovid(work, number, die):
    """One record as Ovid prints it in RIS."""
    lines = [f"{number}.", "TY  - JOUR", f"ID  - {work['year']}-{99000 + work['number']}-001"]
    title = work["title"] + die.choice([".", ""])
    lines.append(f"T1  - {title}")
    for family, given, middle in work["authors"]:
        lines.append(f"A1  - {family}, {given} {middle}")
    # Print and online-first: the year may be one off.
    year = work["year"] + die.choice([0, 0, 0, 0, 1])
    lines.append(die.choice([f"Y1  - {year}//", f"Y1  - {year}/{work['month']:02d}//"]))
    if work["kind"] in "JRP":
        lines.append(
            f"N2  - BACKGROUND: {work['opening']}, METHODS: {work['done']}., RESULTS: {work['found']}., "
            f"CONCLUSIONS: {work['closing']}")
    lines += [f"KW  - *{theme.capitalize()}" for theme in work["themes"]]
    lines += ["KW  - Peer Group", "KW  - Mental Health Services"]
    lines += [f"JF  - {work['journal']}", f"JA  - {work['short']}", f"VL  - {work['volume']}"]
    lines.append(f"IS  - {work['issue']}" + die.choice(["", "", f"({9900000 + work['number']})"]))
    lines += [f"SP  - {work['start']}", f"EP  - {work['end']}", f"CY  - {work['country']}"]
    if work["has_doi"]:
        lines.append("DO  - " + die.choice(["https://dx.doi.org/", "https://doi.org/https://dx.doi.org/"]) + work["doi"])
    lines += [f"M3  - {TYPES[work['kind']]}", f"LA  - {LANGUAGES[work['language']]}", f"N1  - {MARK}"]
    return "\r\n".join(lines + ["ER  - ", "", ""])


LANGUAGES = {"eng": "English", "ger": "German", "spa": "Spanish"}


def pubmed(work, die):
    """One record as PubMed prints it in XML."""
    title = work["title"] if work["language"] == "eng" else f"[{work['title']}]"
    def author(name):
        family, given, middle = name
        return (f"<Author ValidYN=\"Y\"><LastName>{family}</LastName><ForeName>{given} {middle}</ForeName>"
                f"<Initials>{given[0]}{middle}</Initials></Author>")
    authors = "".join(map(author, work["authors"]))
    sections = [("BACKGROUND", work["opening"]), ("METHODS", work["done"] + "."), ("RESULTS", work["found"] + "."),
                ("CONCLUSIONS", work["closing"])]
    abstract = "".join(f"<AbstractText Label=\"{label}\">{escape(text)}</AbstractText>" for label, text in sections)
    if work["kind"] not in "JRP":
        abstract = ""
    month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[work["month"] - 1]
    date = die.choice([f"<Month>{month}</Month>", "", f"<Month>{month}</Month><Day>{die.randint(1, 28)}</Day>"])
    end = str(work["end"])
    same = 1 if len(end) == len(str(work["start"])) and end[0] == str(work["start"])[0] else 0
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
      <Pagination><MedlinePgn>{work['start']}-{end[same:]}</MedlinePgn></Pagination>
      {f"<Abstract>{abstract}</Abstract>" if abstract else ""}
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


def main():
    die = random.Random(4)
    shuffled = list(works())
    random.Random(7).shuffle(shuffled)
    in_ovid = shuffled[: ONLY_OVID + IN_BOTH]
    in_pubmed = shuffled[ONLY_OVID:]
    OUT.mkdir(exist_ok=True)
    ris = "".join(ovid(work, number, die) for number, work in enumerate(in_ovid, 1))
    (OUT / "ovid-psycinfo.ris").write_text(ris, "utf-8", newline="")
    die.shuffle(in_pubmed)
    xml = "".join(pubmed(work, die) for work in in_pubmed)
    (OUT / "pubmed.xml").write_text(
        '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" '
        '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n'
        f"<!-- {MARK} -->\n<PubmedArticleSet>\n{xml}</PubmedArticleSet>\n", "utf-8", newline="")


if __name__ == "__main__":
    main()
