"""One whole review, by four people in four browsers with script switched off.

From the links that `winnow person invite` prints to a PRISMA page whose numbers were counted by hand;
in the middle the daemon is killed, and before it a pilot is passed and the duplicates of another review
are looked at. Called with the path of the program:

    python3 Tests/Browser/whole_review.py .build/debug/winnow
"""

import sys

import duplicates
import trial
from daemon import Daemon
from people import Person

PROTOCOL = """
title: What helps people sleep on a ward
framework: own
domains:
  - id: topic
    name: Topic
    include: [{id: sleep, text: The report is about sleep on a ward, terms: [ward, night]}]
    exclude:
      - {id: not-sleep, text: The report is not about sleep}
      - {id: not-ward, text: The report is not about a ward}
sources:
  - {id: medline, name: MEDLINE, route: database}
  - {id: psycinfo, name: PsycINFO, route: database}
  - {id: by-hand, name: Search by hand, route: hand-search}
stages:
  title-abstract: {reviewers: 2}
  full-text: {reviewers: 2, reasons: required}
labels: {min: 1, max: 2}
themes:
  - {id: noise, name: Noise}
  - {id: light, name: Light}
  - {id: routine, name: Routine}
"""

# Every record is made up. D comes from two databases.
EXPORTS = {
    "medline": ["A: Earplugs on a ward", "B: Dimmed light at night", "C: Sleep at home",
                "D: Alarms and their noise", "E: Coffee and nurses"],
    "psycinfo": ["D: Alarms and their noise", "F: A lost report on naps"],
    "by-hand": ["G: A leaflet on routines"],
}


def ris(titles):
    """What Ovid would print of these reports."""
    return "".join(
        f"TY  - JOUR\r\nT1  - {title}.\r\nY1  - 2020//\r\n"
        f"DO  - https://dx.doi.org/10.5555/sleep.{title[0]}\r\nER  - \r\n\r\n" for title in titles)


def pubmed(titles):
    """What PubMed would print of them."""
    articles = "".join(
        f"<PubmedArticle><MedlineCitation><PMID>{number}</PMID><Article><Journal><JournalIssue>"
        f"<PubDate><Year>2020</Year></PubDate></JournalIssue></Journal>"
        f"<ArticleTitle>{title}</ArticleTitle></Article></MedlineCitation><PubmedData><ArticleIdList>"
        f'<ArticleId IdType="doi">10.5555/sleep.{title[0]}</ArticleId>'
        f"</ArticleIdList></PubmedData></PubmedArticle>" for number, title in enumerate(titles, 1))
    return f'<?xml version="1.0"?><PubmedArticleSet>{articles}</PubmedArticleSet>'


# Report: what each reviewer says, and what the arbiter says where they differ.
TITLES = {
    "A": ("include", "include", None), "B": ("include", "exclude", "include"),
    "C": ("exclude", "exclude", None), "D": ("include", "unsure", None),
    "E": ("exclude", "include", "exclude"), "F": ("include", "include", None),
}
TEXTS = {
    "A": ("include", "include", None), "B": ("exclude", "exclude", None),
    "D": ("include", "exclude", "include"), "G": ("include", "include", None),
}
LABELS = {"A": ["noise"], "D": ["noise", "light"], "G": ["routine"]}

# Counted by hand from the above.
EXPECTED = {
    "databases.identified": 7, "databases.identified.medline": 5,
    "databases.identified.psycinfo": 2, "databases.duplicates": 1, "databases.screened": 6,
    "databases.excluded-at-title-abstract": 2, "databases.sought": 4,
    "databases.not-retrieved": 1, "databases.assessed": 3, "databases.excluded-at-full-text": 1,
    "databases.excluded-at-full-text.not-ward": 1, "databases.included": 2,
    "other.identified": 1, "other.sought": 1, "other.not-retrieved": 0, "other.assessed": 1,
    "other.included": 1, "new.reports": 3, "new.studies": 3,
}
# More than any list of this review holds.
MANY = 20
SECRET = "a note by {} that nobody else may read yet"


def begin(daemon):
    """Makes the workspace past the pages: what a lead does once."""
    daemon.write("sleep.yaml", PROTOCOL)
    daemon.winnow("init")
    for name in ("lead", "reviewer-1", "reviewer-2", "arbiter"):
        daemon.winnow("person", "add", name)
    daemon.winnow("review", "create", "sleep", "--protocol", "sleep.yaml", "--lead", "lead")
    for name, role in (("reviewer-1", "reviewer"), ("reviewer-2", "reviewer"),
                       ("arbiter", "arbiter")):
        daemon.winnow("person", "role", "sleep", name, role)
    for source, titles in EXPORTS.items():
        file = "export.xml" if source == "medline" else "export.ris"
        daemon.write(file, pubmed(titles) if source == "medline" else ris(titles))
        daemon.winnow("import", "sleep", file, "--source", source)
    trial.begin(daemon)
    duplicates.begin(daemon)


def decide_all(person, stage, verdicts, reviewer, most=MANY):
    """Decides whatever the queue offers."""
    done = 0
    while done < most:
        person.open(f"{person.base}/reviews/sleep/{stage}")
        if "Nothing waits for you here now" in person.text:
            break
        verdict = verdicts[person.one("h1").text[0]][reviewer]
        if stage == "full-text":
            person.see("https://example.org/text")
        if verdict == "exclude" and stage == "full-text":
            person.choose("reason", "not-ward")
        person.fill("note", SECRET.format(person.name))
        person.press("verdict", verdict)
        done += 1
    assert done < MANY, "there is no end to the queue"
    return done


def settle_all(arbiter, stage, verdicts):
    """Settles every conflict of a stage; sees the notes of both, which nobody else does."""
    for _ in range(MANY):
        arbiter.open(f"{arbiter.base}/reviews/sleep/conflicts/{stage}")
        links = arbiter.all("main li a")
        if not links:
            return
        arbiter.go(links[0])
        if arbiter.all("button[value='open']"):
            arbiter.see_not(SECRET.format("reviewer-1"))
            arbiter.press("act", "open")
        arbiter.see(SECRET.format("reviewer-1"))
        arbiter.see(SECRET.format("reviewer-2"))
        arbiter.fill("grounds", "Read by the arbiter")
        arbiter.press("outcome", verdicts[arbiter.one("h1").text[0]][2])
    raise AssertionError("there is no end to the conflicts")


def find_texts(lead):
    """Finds every full text but that of F, which cannot be given up before it was looked for."""
    for _ in range(MANY):
        lead.open(f"{lead.base}/reviews/sleep/texts")
        links = lead.all("main h1 + ul li a")
        if not links:
            return
        lead.go(links[0])
        if lead.one("h1").text.startswith("F"):
            lead.fill("words", "No library has it")
            lead.press("act", "give-up")
            lead.see("Note at least one, then give up.")
            lead.fill("words", "Asked two libraries")
            lead.press("act", "attempt")
            lead.fill("words", "No library has it")
            lead.see("Asked two libraries")
            lead.press("act", "give-up")
        else:
            lead.fill("place", "https://example.org/text")
            lead.press("act", "obtain")
    raise AssertionError("there is no end to the full texts to find")


def label_all(person):
    """Labels what is included."""
    for report, themes in LABELS.items():
        person.open(f"{person.base}/reviews/sleep/labels")
        person.go(next(link for link in person.all("main li a") if link.text.startswith(report)))
        for theme in themes:
            person.choose("theme", theme)
        person.submit()


def flow(person):
    """The numbers of a person's flow page, by the names of their boxes."""
    person.open(f"{person.base}/reviews/sleep/prisma")
    return {cell.get_attribute("href").split("/")[-1]: int(cell.text)
            for cell in person.all("td.number a")}


def check(daemon, *blind):
    """What must hold at every moment: sums close, and no page of the blind holds others' notes."""
    daemon.winnow("prisma", "sleep", "--check", "--as", "lead")
    for person in blind:
        others = [name for name in ("reviewer-1", "reviewer-2") if name != person.name]
        for page in ("", "/prisma", "/themes", "/labels", "/title-abstract"):
            person.open(f"{person.base}/reviews/sleep{page}")
            for other in others:
                person.see_not(SECRET.format(other))


def play(daemon, lead, one, two, arbiter):
    for person in (lead, one, two, arbiter):
        person.come_in("a password of " + person.name)
        person.see("What helps people sleep on a ward")
    trial.play(lead, one, two)
    duplicates.play(daemon, lead, one)
    check(daemon, one, two)

    before = flow(two)
    assert decide_all(one, "title-abstract", TITLES, 0) == 6
    assert flow(two) == before, "numbers of the blind moved with another's decisions"
    check(daemon, one, two)

    assert decide_all(two, "title-abstract", TITLES, 1, most=3) == 3
    entries = daemon.entries()
    daemon.kill()
    daemon.start()
    assert daemon.entries() == entries, "an acknowledged decision was lost"
    assert decide_all(two, "title-abstract", TITLES, 1) == 3
    check(daemon, one, two)

    settle_all(arbiter, "title-abstract", TITLES)
    find_texts(lead)
    check(daemon, one, two)
    assert decide_all(one, "full-text", TEXTS, 0) == 4
    assert decide_all(two, "full-text", TEXTS, 1) == 4
    settle_all(arbiter, "full-text", TEXTS)
    check(daemon, one, two)

    lead.open(f"{lead.base}/reviews/sleep")
    lead.go(lead.one("form.act button"))
    label_all(one)
    check(daemon)


def compare(daemon, lead, one):
    """The pages of lead and reviewer, and the command line, tell what was counted by hand."""
    printed = daemon.numbers()
    for name, number in EXPECTED.items():
        assert printed[name] == number, f"{name}: {printed[name]}, counted {number}"
    for person in (lead, one):
        shown = flow(person)
        wrong = {name: shown[name] for name in shown if shown[name] != printed[name]}
        assert not wrong, f"{person.name} is shown {wrong}"
        missing = [name for name in EXPECTED if EXPECTED[name] and name not in shown]
        assert not missing, f"{person.name} is not shown {missing}"
    lead.go(lead.one("a[href$='boxes/databases.excluded-at-title-abstract']"))
    titles = sorted(item.text[0] for item in lead.all("main li"))
    assert titles == ["C", "E"], titles
    lead.open(f"{lead.base}/reviews/sleep/themes")
    rows = {row.text.rsplit(" ", 1)[0]: row.text.rsplit(" ", 1)[1] for row in lead.all("tbody tr")}
    assert rows["All themes 4"] == "3" and rows["With 2 labels"] == "1", rows
    daemon.winnow("progress", "sleep", "--as", "lead")
    daemon.winnow("verify")


def main(program):
    with Daemon(program) as daemon:
        begin(daemon)
        daemon.start()
        people = []
        try:
            for name in ("lead", "reviewer-1", "reviewer-2", "arbiter"):
                people.append(Person(name, daemon.invite(name), daemon.base))
            play(daemon, *people)
            compare(daemon, people[0], people[1])
        finally:
            for person in people:
                person.close()
    print("A whole review was played in four browsers; its numbers are those counted by hand.")


if __name__ == "__main__":
    main(sys.argv[1])
