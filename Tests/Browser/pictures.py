"""Pictures of every page in three widths, light and dark, for a person to look at.

    python3 Tests/Browser/pictures.py .build/debug/winnow FOLDER
"""

import base64
import os
import sys

import duplicates
import trial
import whole_review
from daemon import Daemon
from people import Person

WIDTHS = (390, 820, 1400)


def picture(person, folder, name):
    """The page that a person looks at, whole, in every width and both schemes."""
    for scheme in ("light", "dark"):
        person.browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        for width in WIDTHS:
            person.browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
            shot = person.browser.execute_cdp_cmd(
                "Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
            path = os.path.join(folder, f"{name}-{width}-{scheme}.png")
            with open(path, "wb") as file:
                file.write(base64.b64decode(shot["data"]))
    person.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def pilot(folder, lead, one, two):
    """The pages of a pilot, from its draw to its close."""
    page = f"{lead.base}/reviews/trial"
    for name in ("", "/pilot/title-abstract"):
        lead.open(page + name)
        picture(lead, folder, "undrawn" + name.replace("/", "-"))
    trial.draw(lead)
    picture(lead, folder, "pilot-running")
    trial.decide(one, "include")
    picture(one, folder, "pilot-decided")
    trial.decide(two, "exclude")
    lead.open(page + "/pilot/title-abstract")
    lead.go(lead.one("form[action$='conflicts/title-abstract'] button"))
    two.open(page)
    picture(two, folder, "pilot-asks")
    for person, name in ((one, "propose"), (two, "confirm")):
        person.open(page + "/conflicts/title-abstract")
        picture(person, folder, f"consensus-list-{name}")
        person.go(person.all("main li a")[0])
        if name == "propose":
            person.fill("grounds", "In doubt it stays in")
            person.press("outcome", "include")
        picture(person, folder, f"consensus-{name}")
    two.press("act", "confirm")
    one.open(page + "/conflicts/title-abstract")
    one.go(one.all("main li a")[0])
    one.fill("grounds", "In doubt it stays in")
    one.press("outcome", "include")
    two.open(one.address)
    two.press("act", "confirm")
    lead.open(page + "/pilot/title-abstract")
    picture(lead, folder, "pilot-closed")


def doubles(folder, lead):
    """The pages of duplicates: the lists, two records, and a report of several."""
    lead.open(f"{lead.base}/reviews/waking/duplicates")
    picture(lead, folder, "duplicates")
    duplicates.look(lead, "Quiet hours in hospital and how they are kept")
    picture(lead, folder, "duplicates-pair")
    lead.press("answer", "same")
    duplicates.look(lead, "Quiet hours in hospital and how they are kept")
    picture(lead, folder, "duplicates-merged")


def walk(daemon, folder, lead, one, two, arbiter):
    lead.open(lead.link)
    picture(lead, folder, "welcome")
    for person in (lead, one, two, arbiter):
        person.come_in("a password of " + person.name)
    one.open(one.base)
    picture(one, folder, "home")
    pilot(folder, lead, one, two)
    doubles(folder, lead)
    one.open(f"{one.base}/reviews/sleep/title-abstract")
    picture(one, folder, "screening")
    whole_review.decide_all(one, "title-abstract", whole_review.TITLES, 0)
    picture(one, folder, "nothing-waits")
    whole_review.decide_all(two, "title-abstract", whole_review.TITLES, 1)
    for name in ("", "/prisma", "/themes", "/texts", "/labels"):
        lead.open(f"{lead.base}/reviews/sleep{name}")
        picture(lead, folder, "lead" + name.replace("/", "-"))
    one.open(f"{one.base}/reviews/sleep")
    picture(one, folder, "reviewer-overview")
    arbiter.open(f"{arbiter.base}/reviews/sleep/conflicts/title-abstract")
    picture(arbiter, folder, "conflicts")
    arbiter.go(arbiter.all("main li a")[0])
    picture(arbiter, folder, "conflict-unopened")
    arbiter.press("act", "open")
    picture(arbiter, folder, "conflict")
    whole_review.settle_all(arbiter, "title-abstract", whole_review.TITLES)
    lead.open(f"{lead.base}/reviews/sleep/texts")
    lead.go(lead.all("main li a")[0])
    lead.fill("words", "Asked two libraries")
    lead.press("act", "attempt")
    picture(lead, folder, "text")
    whole_review.find_texts(lead)
    one.open(f"{one.base}/reviews/sleep/full-text")
    picture(one, folder, "full-text")
    one.press("verdict", "exclude")
    picture(one, folder, "refused")
    whole_review.decide_all(one, "full-text", whole_review.TEXTS, 0)
    whole_review.decide_all(two, "full-text", whole_review.TEXTS, 1)
    whole_review.settle_all(arbiter, "full-text", whole_review.TEXTS)
    lead.open(f"{lead.base}/reviews/sleep")
    lead.go(lead.one("form.act button"))
    one.open(f"{one.base}/reviews/sleep/labels")
    one.go(one.all("main li a")[0])
    picture(one, folder, "label")
    whole_review.label_all(one)
    for name in ("/prisma", "/themes", "/prisma/boxes/databases.screened"):
        lead.open(f"{lead.base}/reviews/sleep{name}")
        picture(lead, folder, "done" + name.replace("/", "-"))
    lead.open(f"{lead.base}/nowhere")
    picture(lead, folder, "nowhere")


def main(program, folder):
    os.makedirs(folder, exist_ok=True)
    with Daemon(program) as daemon:
        whole_review.begin(daemon)
        daemon.start()
        people = []
        try:
            for name in ("lead", "reviewer-1", "reviewer-2", "arbiter"):
                people.append(Person(name, daemon.invite(name), daemon.base))
            walk(daemon, folder, *people)
        finally:
            for person in people:
                person.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
