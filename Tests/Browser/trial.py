"""A pilot, from its draw to the open queue, through the pages of a lead and two reviewers.

They read every report of the sample differently, so that each is settled by consensus.
"""

PROTOCOL = """
title: A trial of two
framework: own
domains:
  - {id: topic, name: Topic, exclude: [{id: not-sleep, text: The report is not about sleep}]}
sources:
  - {id: medline, name: MEDLINE, route: database}
stages:
  title-abstract: {reviewers: 2, pilot: {sample: 2, gate: 75}}
"""
REPORTS = "".join('{"title": "Report %s", "year": "2020"}\n' % name for name in "XYZ")


def begin(daemon):
    """Founds the review past the pages."""
    daemon.write("trial.yaml", PROTOCOL)
    daemon.write("trial.jsonl", REPORTS)
    daemon.winnow("review", "create", "trial", "--protocol", "trial.yaml", "--lead", "lead")
    for name in ("reviewer-1", "reviewer-2"):
        daemon.winnow("person", "role", "trial", name, "reviewer")
    daemon.winnow("import", "trial", "trial.jsonl", "--source", "medline")


def draw(lead):
    """The lead draws the sample."""
    lead.open(f"{lead.base}/reviews/trial")
    lead.see("Draw its sample.")
    lead.follow("The pilot on titles and abstracts")
    lead.press("act", "draw")
    lead.see("It is running.")


def decide(person, verdict):
    """Decides the sample, and is offered no more."""
    for left in (2, 1):
        person.open(f"{person.base}/reviews/trial")
        person.see(f"Decide the sample: {left} left for you")
        person.open(f"{person.base}/reviews/trial/title-abstract")
        person.press("verdict", verdict)
    person.see("Nothing waits for you here now")
    person.open(f"{person.base}/reviews/trial")
    person.see("Nothing of the pilot waits for you now.")


def agree(lead, one, two):
    """The lead opens the conflicts, one proposes, two confirms."""
    lead.open(f"{lead.base}/reviews/trial/pilot/title-abstract")
    lead.see("Not settled: 2")
    lead.go(lead.one("form[action$='conflicts/title-abstract'] button"))
    for _ in (1, 2):
        one.open(f"{one.base}/reviews/trial")
        one.follow("conflicts on titles and abstracts to settle with the others")
        one.go(one.all("main li a")[0])
        report = one.one("h1").text
        one.fill("grounds", "In doubt it stays in")
        one.press("outcome", "include")
        one.see("it waits for the others")
        two.open(f"{two.base}/reviews/trial/conflicts/title-abstract")
        two.follow(report)
        two.see("In doubt it stays in")
        two.press("act", "confirm")


def play(lead, one, two):
    draw(lead)
    decide(one, "include")
    decide(two, "exclude")
    agree(lead, one, two)
    lead.open(f"{lead.base}/reviews/trial/pilot/title-abstract")
    lead.see("0 of 2")
    lead.fill("grounds", "We have talked about it")
    lead.press("act", "pass")
    lead.see("the ordinary queue is open")
    one.open(f"{one.base}/reviews/trial/title-abstract")
    assert one.one("h1").text.startswith("Report"), one.text
