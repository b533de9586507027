#!/usr/bin/env python3
"""Writes the sample exports of imports/ that are made up: six files of the dialects of four databases.

The works are those of sample_works.py, the dialects those of sample_dialects.py. Everything comes from a
seeded die, so that the same files are written every time.

    Tests/Fixtures/make-samples.py
"""

import random
from pathlib import Path

import sample_dialects as dialects
from sample_works import MARK, works

OUT = Path(__file__).parent.parent.parent / "imports"
WORKS = 250
XML_HEAD = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n'
    f"<!-- {MARK} -->\n<PubmedArticleSet>\n")
OVID_STRATEGY = f"""Database: APA PsycInfo <1806 to July Week 4 2023>
Search Strategy:
--------------------------------------------------------------------------------
1     peer support.mp. (9021)
2     mental health.mp. (301224)
3     1 and 2 (2114)
{MARK}

"""


def printed(works, dialect, die):
    """The records of some works, in the order in which a database happens to print them."""
    works = list(works)
    die.shuffle(works)
    return [dialect(work, number, die) for number, work in enumerate(works, 1)]


def damage_ovid(records):
    """A page broken within an abstract, and a year that is none yet."""
    records[4] = records[4].replace("Results: ", "\n\n      Results: ", 1)
    records[17] = "\n".join(
        "YR  - in press" if line.startswith("YR") else line for line in records[17].split("\n") if line[:2] != "SO")


def damage_ebsco(records):
    """A record without its end, one that says nothing, one from a program of another encoding."""
    records[6] = records[6].replace("ER  - \n", "", 1)
    records.insert(15, "TY  - \nT1  - \nER  - \n\n")
    records[21] = "\n".join(line for line in records[21].split("\n") if line[:2] != "T1")
    records[30] = records[30].replace("N1  - ", "\nN1  - ", 1)


def damage_nbib(records):
    """A date that is none, and a record cut short by whoever copied the file."""
    records[9] = "\n".join("DP  - in press" if line[:2] == "DP" else line for line in records[9].split("\n"))
    records[-1] = records[-1][: records[-1].index("FAU")]


def main():
    everything = list(works(WORKS))
    random.Random(7).shuffle(everything)
    die = random.Random(4)
    # Neighbours overlap as databases do: a work stands in one, two or three of them.
    psycinfo, update = everything[:80], everything[70:120]
    medline, later = everything[60:135], everything[125:180]
    ssci, policy = everything[95:190], everything[180:250] + everything[:10]

    def write(name, text, encoding="utf-8"):
        (OUT / name).write_bytes(text.encode(encoding, "replace"))

    write("ovid-psycinfo.ris", "".join(printed(psycinfo, dialects.ovid_ris, die)))
    records = printed(update, dialects.ovid_tagged, die)
    damage_ovid(records)
    write("ovid-psycinfo.txt", OVID_STRATEGY + "".join(records))
    records = printed(policy, dialects.ebsco_ris, die)
    damage_ebsco(records)
    write("ebsco-spp.ris", "".join(records), "windows-1252")
    write(
        "wos-ssci.txt",
        "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "".join(printed(ssci, dialects.web_of_science, die))
        + "EF\n")
    write("pubmed.xml", XML_HEAD + "".join(printed(medline, dialects.pubmed_xml, die)) + "</PubmedArticleSet>\n")
    records = printed(later, dialects.nbib, die)
    damage_nbib(records)
    write("pubmed.nbib", "\n".join(records))


if __name__ == "__main__":
    main()
