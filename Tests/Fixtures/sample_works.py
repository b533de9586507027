"""Works that do not exist, for the sample exports: those of works.txt, and others put together here.

A work put together has a subject, a design and a setting; its abstract follows from the three. People,
journals, numbers and findings come from a seeded die.
"""

import random
from pathlib import Path

HERE = Path(__file__).parent
MARK = "Made up for the sample review of Winnow."
FAMILIES = """Example Sample Placeholder Specimen Fictional Invented Imagined Dummy Model Pattern Draft
Fabula Muster Ejemplo Exemple Esempio Mønster Przykład Örnek Vzorová Nowhere Nobody Voorbeeld Malli Paradigma
Exemplo Beispiel Primer Piemērs Näidis""".split()
GIVEN = """Ada Bo Chidi Dana Elif Femi Grace Hugo Inés Jun Kai Lea Mika Noor Oluwa Petra Quinn Rosa Sami
Tove Uma Vera Wim Xenia Yara Zoë""".split()
JOURNALS = [
    ("Journal of Made-Up Ward Studies", "J Made-Up Ward Stud", "England"),
    ("Invented Trials in Mental Health", "Invent Trials Ment Health", "United States"),
    ("Journal of Fictional Services", "J Fict Serv", "England"),
    ("Imagined Community Psychiatry", "Imag Community Psychiatry", "Netherlands"),
    ("Example Research on Lived Experience", "Ex Res Lived Exp", "Australia"),
    ("Placeholder Review of Social Policy", "Placeholder Rev Soc Policy", "England"),
    ("Nowhere Journal of Psychiatric Nursing", "Nowhere J Psychiatr Nurs", "Canada"),
    ("Annals of Imaginary Care", "Ann Imag Care", "Germany"),
]
OPENINGS = [
    "Peer support work is spreading faster than what is known of it.",
    "Many services employ people for what they have lived through.",
    "Little is known of how this is done from day to day.",
    "Guidance asks for peers in every team.",
    "Much of what is written on this comes from other settings.",
    "Posts are funded before anybody has said what they are for.",
    "Earlier studies counted posts and did not ask those who hold them.",
]
CLOSINGS = [
    "Services that plan such posts can start from what they already have.",
    "Longer studies should ask the peers themselves what to measure.",
    "What this costs, and whom, needs to be said with the results.",
    "The findings hold for one place and should be tried in another.",
    "Supervision by other peers deserves more than a footnote.",
    "Whoever commissions such work should ask who will do it in the third year.",
    "Harm was not looked for, and the next study should look.",
]
# subject | what it asks | what it finds, three ways | theme
SUBJECTS = """
Role clarity of peer workers|how peer workers and their managers describe the role|Job descriptions named tasks and left out what peers were for|Managers and peers agreed on the tasks and differed on the purpose|Where the role had been written with peers it was easier to refuse other work|definitions
Being the only peer worker in a team|what it is like to work without another peer|Isolation was named before workload|A second peer a day a week away was felt as company|Those who left had been alone for longer than those who stayed|experiences
Supervision for peer workers|who supervises peer workers and what about|Line managers supervised, and lived experience was seldom spoken of|Supervision by a senior peer was asked for and rarely there|Sessions were the first thing to be cancelled|supervision
Pay and progression in peer roles|what peer workers earn and where they can go from there|Most posts stood on the lowest band, and two in three had no post above them|Pay rose where the role had a name of its own|Progress meant leaving peer work|recruitment
Recruiting people for lived experience|how services find and choose peer workers|Adverts asked for experience and for papers that experience costs|Group interviews were preferred by those who had been refused before|Health checks delayed starts by months|recruitment
Peer worker training|what a training course changes|Knowledge grew and confidence grew more|The part on endings was remembered best|Half of those trained had a post a year later|training
Sharing one's own story at work|what peer workers tell and keep back|Less was told with each year in the post|Timing mattered more than content|Stories were asked for by staff more often than by patients|experiences
Colleagues' views of peer workers|what staff think of working beside peers|Doubts were larger before than after the first year|Staff feared for the peers and not for the patients|Language on the team changed when a peer was in the room|perceptions
Introducing peer workers|what helps and hinders when peer workers are introduced|A champion was needed and was not enough|Teams that had been prepared kept their peers|The budget ended before the learning did|development
Fidelity of peer support|whether peer support is delivered as described|Reciprocity was the item that was met least|Scores fell when caseloads rose|Peers scored their services lower than managers did|development
Peer support after discharge|whether peer support after discharge changes what follows|Readmission did not differ|Loneliness eased in the peer group and not in the other|Contacts fell off after the sixth week|inpatient
Peer workers on psychiatric wards|what peer workers do on wards|Most time was spent beside people who were waiting|Restraint was less frequent in months with a full peer team|Peers were asked to leave the room for ward rounds|inpatient
Peer support in crisis houses|what peers bring to a house for crises|Nights were when peers were asked for|Guests stayed two days longer and came back less often|Rules were fewer and better known|inpatient
Online peer support led by workers|how trained peers lead support online|Most members read and did not write|Moderators spent more time on thanks than on conflicts|Messages came at night and answers in the morning|online
Telephone support by peers|whether calls by peers are wanted and answered|Seven in ten calls were answered|Those who lived alone stayed longer in the scheme|Calls became shorter and were missed more when they ended|online
Peer-led physical health groups|whether groups led by peers change habits|Attendance was high and weight did not change|People went on walking after the group had ended|Smoking was spoken of and seldom stopped|physical health
Peer employment support|whether peers help people into work|Time to the first job did not differ|Jobs were kept for longer with a peer|Disclosure to employers was the most frequent topic|activity
Peers in shared decisions on medication|what peers add to decisions on medication|More questions were asked in visits that a peer had prepared|Doses did not differ|Prescribers found visits longer, and the clock did not|decision-making
Joint crisis plans with peers|whether plans made with a peer are used|Plans were found in four of ten crises|Wishes were more specific when a peer had helped|Plans were read by wards and not by ambulances|advance care planning
Family peer support|what carers take from a carer who is paid to listen|Carers felt less alone and as tired|Meetings in the evening doubled attendance|Carers asked for rights before advice|family peer support
Parent peers in services for children|what parent peers do in services for children|Parents stayed in contact through the waiting time|Schools were the topic of every second talk|Clinicians referred late and mostly mothers|children; family peer support
Young peer workers|how services employ young people as peers|Posts were short and the age limit was shorter|Young people spoke of school with peers and of symptoms with staff|Managers worried about boundaries, and peers about bus fares|children
Peer mentors in forensic services|what peer mentors are allowed to be in secure settings|Clearance took longer than training|Mentors were trusted with time and not with keys|Patients named hope and mentors named patience|forensic
Peers in early intervention for psychosis|what peers do in early intervention|First contacts were kept more often with a peer|Young people wanted peers who had been ill lately and teams wanted the opposite|Families asked for a peer of their own|early intervention
Perinatal peer support|what mothers take from peers|Being believed was named first|Contact ended at the child's first birthday, too soon for most|Fathers were welcome and absent|perinatal
Peer support and trauma|how peers work with trauma, theirs and others'|Peers carried home what staff wrote down|Time after hard talks was promised and taken by phone calls|Training on trauma was the most asked for|trauma
Peer groups for borderline personality disorder|what groups led by peers are for people with this diagnosis|Members stayed who had left therapies|Crises were spoken of before they came|Two facilitators were needed and one was paid|personality disorder
Dual recovery peer workers|how peers work where mental ill health and substance use meet|Services argued over whose peers they were|Housing came before either|Relapse of a peer was planned for in one service of nine|mental health and substance use
Peer mentors in eating disorders|what mentors add to treatment for eating disorders|Meals were easier in company|Weight was not discussed and did not differ|Mentors needed a plan for their own hard days|eating disorders
Peer support for LGBTQ+ people|what a shared identity adds to peer support|Two things shared made trust quicker|Names and pronouns were right from the first day|Rural members joined online and travelled to meet|LGBTQ+
Peer workers for migrants|how peers who came before help those who come now|Interpreters were needed less and never not at all|Papers were the topic until they were settled|Peers were asked for money and had been told what to say|migrants
Costs of peer support|what peer support costs and saves|Costs were lower in one year and alike in two|Savings fell to wards and costs to charities|Unpaid hours were a third of all|effectiveness
Measures of recovery in trials of peer support|which outcomes trials of peer support report|Thirty scales were used in forty trials|Symptoms were measured most and improved least|Peers had chosen the outcomes in three trials|effectiveness
Peers in Open Dialogue|what peers do in network meetings|Peers spoke later and were quoted more|Families asked who the peer was there for|Meetings were fewer and longer|open dialogue
Suicide prevention by peers|whether contact by peers after an attempt is safe and wanted|No harm was found, and few had been asked before|Peers wanted a phone number for themselves|Contact in the first three days was kept most|suicide prevention
""".strip().splitlines()
# subject that the review is not about | what it asks | two findings | theme
OTHERS = """
Peer coaches for type 2 diabetes|whether coaches with diabetes change blood sugar|Blood sugar fell in both groups|Coaches lost weight themselves|diabetes
Volunteers with dementia as companions|whether people with early dementia can support others|Companions were glad of the role|Forms were the main burden|dementia
Recovery coaches in addiction treatment|whether coaches keep people in treatment|More stayed for thirty days and as many for a year|Coaches relapsed no more often than others|addiction
Cancer survivors as navigators|whether survivors help others through clinics|Visits were missed less often|Survivors wished for a break after a year|cancer
An online forum on low mood|what members of an unmoderated forum write|Advice came within minutes|Thanks were rarer than questions|online forum
Service user involvement in commissioning|how service users take part in commissioning|Meetings were held at hours of work|Minutes named no change that followed|user involvement
Teaching by people with lived experience|what students learn from people with lived experience|Fear was less a month later|Marks did not differ|education
The recovery model in national strategies|how strategies use the word recovery|The word was frequent and seldom explained|Later strategies used it for discharge|recovery
""".strip().splitlines()
# name behind the colon | what was done | how many at least and at most | kind
DESIGNS = """
a qualitative study|We held semi-structured interviews with {n} people {setting} and analysed them by theme|9|38|J
a randomised controlled trial|{n} people {setting} were allotted at random to the new offer or to usual care and asked again after {m} months|90|480|J
a feasibility trial|{n} people {setting} took part in a trial that asked whether a larger one is possible|24|90|J
a survey|A questionnaire was answered by {n} people {setting}|80|900|J
a mixed methods study|We joined records of {n} people with {k} interviews {setting}|60|300|J
an ethnography|A researcher spent {m} months {setting} and wrote down what {n} people did|12|40|J
a cohort study|{n} people {setting} were followed for {m} months|150|2200|J
focus groups in {k} services|We held {k} focus groups with {n} people {setting}|18|64|J
a realist evaluation|Theories were drawn from {n} interviews {setting} and tested in {k} services|16|50|J
a systematic review|We searched {k} databases up to the year before publication and included {n} studies|11|70|R
a scoping review|Sources of {k} databases and of websites were mapped; {n} were included|30|190|R
protocol for a randomised trial|{n} people {setting} will be allotted to one of two groups and asked again after {m} months|120|600|P
an editorial|We look back on {m} months of change|1|2|E
""".strip().splitlines()
SETTINGS = """on five acute wards|in community teams of one city|in three rural districts|in a secure hospital
in nine voluntary organisations|across two provinces|in crisis services|in services for young adults
in a day hospital|in supported housing|in four countries|in primary care""".replace("\n", "|").split("|")
LANGUAGES = {"eng": "English", "ger": "German", "spa": "Spanish"}
TYPES = {
    "J": "Journal Article", "R": "Review", "L": "Letter", "E": "Editorial", "B": "Book Review",
    "P": "Clinical Trial Protocol",
}


def written():
    """The works of works.txt."""
    for line in (HERE / "works.txt").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            kind, title, done, found, themes = line.split("|")
            yield kind, title, done, found, themes


def put_together(count, die):
    """Works of the subjects above; no two have the same title."""
    titles = set()
    while len(titles) < count:
        subject = die.choice(OTHERS if die.random() < 0.14 else SUBJECTS).split("|")
        design, done, least, most, kind = die.choice(DESIGNS).split("|")
        setting, numbers = die.choice(SETTINGS), {
            "n": die.randint(int(least), int(most)), "k": die.randint(3, 9), "m": die.choice([6, 9, 12, 18, 24])}
        title = f"{subject[0]} {setting}: {design.format(**numbers)}" if kind == "J" else \
            f"{subject[0]}: {design.format(**numbers)}"
        if title not in titles:
            titles.add(title)
            found = "There are no results yet" if kind == "P" else ". ".join(die.sample(subject[2:-1], 2))
            yield kind, title, f"We asked {subject[1]}. {done.format(setting=setting, **numbers)}", found, subject[-1]


def works(count):
    """All works, each with what databases print of it."""
    die = random.Random(2023)
    plain = list(written())
    plain += put_together(count - len(plain), die)
    for number, (kind, title, done, found, themes) in enumerate(plain, 1):
        year, start = die.choice([die.randint(1988, 2008)] + [die.randint(2009, 2023)] * 4), die.randint(1, 900)
        journal, short, country = die.choice(JOURNALS)
        authors = [(die.choice(FAMILIES), die.choice(GIVEN), die.choice("ABCDEFG")) for _ in range(die.randint(1, 6))]
        language = "ger" if "Genesung" in title else "spa" if "Apoyo" in title else "eng"
        yield {
            "number": number, "kind": kind, "title": title, "year": year, "month": die.randint(1, 12),
            "journal": journal, "short": short, "country": country, "volume": year - 1980, "issue": die.randint(1, 6),
            "start": start, "end": start + die.randint(4, 14), "authors": authors, "language": language,
            "doi": f"10.5555/winnow.{year}.{number:03d}", "has_doi": die.random() < 0.8,
            "opening": die.choice(OPENINGS), "done": done, "found": found, "closing": die.choice(CLOSINGS),
            "themes": [theme.strip() for theme in themes.split(";")], "pmid": 99000000 + number,
            "has_abstract": kind in "JRP" and die.random() < 0.97,
        }


def sections(work):
    """The abstract, part by part."""
    return [("BACKGROUND", work["opening"]), ("METHODS", work["done"] + "."), ("RESULTS", work["found"] + "."),
            ("CONCLUSIONS", work["closing"])]
