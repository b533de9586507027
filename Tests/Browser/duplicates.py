"""Duplicates through the pages of a lead: pairs answered, put off, and a merged report split again.

After each answer the numbers are those counted by hand, on the page and on the command line.
"""

import json

PROTOCOL = """
title: What wakes people on a ward
framework: own
domains:
  - {id: topic, name: Topic, exclude: [{id: not-waking, text: The report is not about waking}]}
sources:
  - {id: medline, name: MEDLINE, route: database}
stages:
  title-abstract: {reviewers: 2}
"""

# Every record is made up. R1 and R2 are linked by rule; the pairs after them are asked about.
RECORDS = [
    {"title": "Night lights on a ward: who switches them off", "authors": ["Sample, Ada"],
     "year": "2020", "journal": "Wards", "volume": "1", "pages": "1-9", "doi": "10.5555/d.1"},
    {"title": "Night lights on a ward: who switches them off", "authors": ["Sample, A."],
     "year": "2020", "journal": "Wards", "volume": "1", "pages": "1-9", "doi": "10.5555/d.1"},
    {"title": "Quiet hours in hospital and how they are kept", "authors": ["Muster, Cy"],
     "year": "2018", "journal": "Nights"},
    {"title": "Quiet hours in hospital and how they are kept", "authors": ["Muster, Cy"],
     "year": "2017"},
    {"title": "Warm milk before bed in old people's homes", "authors": ["Exemple, Di"],
     "year": "2019", "journal": "Nights"},
    {"title": "Warm milk before bed in old people's homes", "year": "2019"},
    {"title": "Counting sheep: a survey of those who do", "authors": ["Voorbeeld, Ed"],
     "year": "2017", "journal": "Nights"},
    {"title": "Counting sheep: a survey of those who do so", "authors": ["Voorbeeld, Ed"],
     "journal": "Nights"},
    {"title": "Nothing like the others", "authors": ["Ejemplo, Flo"], "year": "2014"},
]


def begin(daemon):
    """Founds the review past the pages."""
    daemon.write("waking.yaml", PROTOCOL)
    daemon.write("waking.jsonl", "".join(json.dumps(record) + "\n" for record in RECORDS))
    daemon.winnow("review", "create", "waking", "--protocol", "waking.yaml", "--lead", "lead")
    daemon.winnow("person", "role", "waking", "reviewer-1", "reviewer")
    daemon.winnow("import", "waking", "waking.jsonl", "--source", "medline")


def check(daemon, lead, *, removed, asked, merged):
    """Every number follows: on the flow page, on the command line, and above the two lists."""
    printed = daemon.numbers("waking")
    assert printed["databases.identified"] == len(RECORDS), printed
    assert printed["databases.duplicates"] == removed, f"{printed} instead of {removed} duplicates"
    daemon.winnow("prisma", "waking", "--check", "--as", "lead")
    lead.open(f"{lead.base}/reviews/waking/prisma")
    shown = lead.one("a[href$='boxes/databases.duplicates']").text if removed else "0"
    assert int(shown) == removed, f"the page shows {shown} instead of {removed} duplicates"
    lead.open(f"{lead.base}/reviews/waking/duplicates")
    lead.see(f"To look at: {asked}")
    lead.see(f"Reports of several records: {merged}")


def look(lead, title):
    """Opens what the list says of a title."""
    lead.open(f"{lead.base}/reviews/waking/duplicates")
    lead.follow(title)


def answer(lead, title, word):
    look(lead, title)
    lead.see("one document?")
    lead.press("answer", word)


def put_off(lead, title):
    """Later is a way back, and changes nothing."""
    look(lead, title)
    lead.see("authors")
    lead.follow("Later")


def split(lead, title, record):
    look(lead, title)
    lead.press("split", record)


def play(daemon, lead, reviewer):
    check(daemon, lead, removed=1, asked=3, merged=1)
    look(lead, "Quiet hours in hospital and how they are kept")
    marked = {mark.text for mark in lead.all("mark.exclude")}
    assert {"2018", "2017", "Nights"} <= marked, f"what differs is not marked: {marked}"
    lead.see("year (differs)")

    answer(lead, "Quiet hours in hospital and how they are kept", "same")
    check(daemon, lead, removed=2, asked=2, merged=2)
    answer(lead, "Warm milk before bed in old people's homes", "different")
    check(daemon, lead, removed=2, asked=1, merged=2)
    put_off(lead, "Counting sheep: a survey of those who do")
    check(daemon, lead, removed=2, asked=1, merged=2)

    # By a person's word as by rule, a link comes undone; and what was split is not asked again.
    split(lead, "Quiet hours in hospital and how they are kept", "R4")
    check(daemon, lead, removed=1, asked=1, merged=1)
    split(lead, "Night lights on a ward: who switches them off", "R2")
    check(daemon, lead, removed=0, asked=1, merged=0)
    daemon.winnow("duplicates", "waking", "find", "--as", "lead")
    check(daemon, lead, removed=0, asked=1, merged=0)

    reviewer.open(f"{reviewer.base}/reviews/waking/duplicates")
    reviewer.see("Only a lead or librarian of this review may do that.")
    reviewer.see_not("Quiet hours")
