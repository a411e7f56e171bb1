"""Invented prose: job titles, paper titles, sentences, technologies."""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar import names
from talentgraph.train.grammar.pools import chance, items, known, lines, one, pick, topics, weighted, word

_HEADS = "Engineer|Researcher|Scientist|Developer|Intern|Lead|Specialist|Consultant|Design|Architect"
_ROLES = "lecturer|methodologist|maintainer|organizer|co-founder|consultant|instructor|developer|tutor|member"
_LEVELS = (
    "Senior",
    "Sr.",
    "Junior",
    "Lead",
    "Principal",
    "Staff",
    "Associate",
    "Assistant",
    "Chief",
    "Head",
    "Founding",
    "Interim",
)


def job_title(random: Random) -> str:
    """A job title, of any kind."""
    return pick(random, academic_title(random), industry_title(random), industry_title(random))


def industry_title(random: Random) -> str:
    """A job title outside universities."""
    if chance(random, 0.3) and (more := known("titles.txt")):
        title = random.choice(more)[0]
    elif chance(random, 0.6):
        title = random.choice(lines("titles")[0].split("|"))
    elif chance(random, 0.1):
        title = random.choice(lines("titles")[2].split("|"))
    else:
        head = pick(
            random, "Engineer", "Developer", "Scientist", "Analyst", "Manager", "Specialist", "Consultant", "Lead",
            "Intern", "Researcher", "Architect", "Designer", "Technician", "Officer", "Coordinator", "Director",
        )  # fmt: skip
        subject = pick(random, *items("groups")) if chance(random, 0.5) else technology(random).title()
        title = f"{subject} {head}"
    return _varied(random, title)


def academic_title(random: Random) -> str:
    """A job title at a university."""
    title = random.choice(lines("titles")[1].split("|"))
    if chance(random, 0.12):
        title = f"{title} {pick(random, 'in', 'of', 'for')} {random.choice(items('departments'))}"
    if chance(random, 0.05):
        title = f"{title} ({one(random, 'by courtesy|tenure-track|part-time|visiting|Marie Curie|MSCA|W1')})"
    elif chance(random, 0.05):
        title = f"{names.family(random)} {title}"
    return f"Senior {title}" if chance(random, 0.04) and "Senior" not in title else title


def _varied(random: Random, title: str) -> str:
    roll = random.random()
    if roll < 0.13:
        title = f"{random.choice(_LEVELS)} {title}"
    elif roll < 0.19:
        title = f"{title} {pick(random, 'I', 'II', 'III', '2', 'Intern', 'Lead')}"
    elif roll < 0.27:
        title = f"{title} {one(random, 'Intern|Internship|(Intern)|Co-op|(Part-time)|(Contract)|Trainee')}"
    elif roll < 0.30:
        title = f"{title}{one(random, ' / |/| & | and |, ')}{random.choice(lines('titles')[0].split('|'))}"
    elif roll < 0.36:
        title = f"{title} ({', '.join(technologies(random, random.randint(1, 2)))})"
    elif roll < 0.38:
        title = f"{title} ({one(random, 'Remote|Freelance|Founding Team|R&D|Full-time|on leave')})"
    elif roll < 0.40:
        title = f"{title}, {random.choice(items('groups'))}"
    elif roll < 0.43:
        title = f"{one(random, 'AI|ML|CV/ML|NLP|SRE|UX/UI|QA|HPC|CFD|R&D|GPU|ASIC/FPGA')} {one(random, _HEADS)}"
    elif roll < 0.45:
        title = f"{title}, {one(random, _ROLES)} and {one(random, _ROLES)}"
    return title


def focus(random: Random) -> str:
    """What an intern or engineer worked on, as it stands behind a title."""
    things, methods, notions = random.choice(topics())
    return pick(
        random,
        f"{random.choice(methods)} {random.choice(notions)}".capitalize(),
        f"{random.choice(things)}".title(),
        technology(random),
        f"{random.choice(notions)} for {random.choice(things)}".capitalize(),
    )


def technology(random: Random) -> str:
    """A technology or method."""
    if chance(random, 0.3) and (more := known("technologies.tsv")):
        return random.choice(more)[0]
    if chance(random, 0.08):
        return names.coined(random) + pick(random, "", "", "JS", "DB", "Flow", "-LM", "Net", "Kit", " SDK", " 2", "3D")
    return random.choice(items("technologies"))


def technologies(random: Random, count: int) -> list[str]:
    """Some technologies of one kind, now and then mixed."""
    if chance(random, 0.65):
        pool = random.choice(lines("technologies")).split("|")
        chosen = random.sample(pool, min(count, len(pool)))
        return [t if chance(random, 0.85) else technology(random) for t in chosen]
    return list(dict.fromkeys(technology(random) for _ in range(count)))


def field(random: Random) -> str:
    """A field of study."""
    name = random.choice(items("departments"))
    if chance(random, 0.25) and (more := known("fields.txt")):
        name = random.choice(more)[0]
    if chance(random, 0.08):
        name = f"{name} {pick(random, 'and', '&')} {random.choice(items('departments'))}"
    elif chance(random, 0.05):
        things, methods, notions = random.choice(topics())
        name = f"{pick(random, random.choice(methods), random.choice(notions))} {random.choice(things)}".title()
    return name


def paper_title(random: Random) -> str:
    """The title of a paper."""
    if chance(random, 0.3):
        return wild_title(random)
    things, methods, notions = random.choice(topics())
    thing, other = random.choice(things), random.choice(things)
    method, notion, more = random.choice(methods), random.choice(notions), random.choice(notions)
    made = {
        f"{method} {notion} for {thing}": 5,
        f"{notion} and {more} in {thing}": 4,
        f"{notion} of {method} {thing}": 4,
        f"on the {notion} of {thing}": 2,
        f"towards {method} {thing} with {notion}": 3,
        f"a {method} approach to {notion} in {thing}": 3,
        f"{method} {thing}: a {pick(random, 'survey', 'case study', 'review', 'new perspective', 'benchmark')}": 2,
        f"{names.coined(random)}: {method} {notion} for {thing}": 5,
        f"{names.coined(random)}{pick(random, 'Net', 'Bench', 'Flow', '')}: {notion} via {method} {thing}": 2,
        f"learning {notion} from {thing}": 2,
        f"evidence of {method} {notion} in {thing} and {other}": 2,
        f"how {thing} shape {notion}": 1.5,
        f"do {thing} improve {notion}?": 1.5,
        f"{notion} without {more}: {method} {thing}, {other} and their limits": 1.5,
        f"{notion}, {more}, and {method} {thing}": 1.5,
        f"the role of {thing} in {notion}": 2,
        f"a data set of {method} {thing} ({random.randint(1790, 2010)}–{random.randint(2011, 2024)})": 0.8,
        f"is {notion} all you need? {method} {thing} revisited": 1,
        f"{thing} 2.0: {notion} in the age of {other}": 0.6,
        f"{method} and {random.choice(methods)} {thing}": 1.5,
        f"predicting {notion} using {method} {thing}": 1.5,
        f"{notion} in {names.city(random)}: {method} {thing}": 0.8,
    }
    title = weighted(random, made)
    if chance(random, 0.15):
        title += (
            f" {pick(random, 'using', 'under', 'with', 'through')} {random.choice(methods)} {random.choice(notions)}"
        )
    return _cased(random, title)


def wild_title(random: Random) -> str:
    """Words of all domains in any order, so that the place of a title tells it and not its words."""
    words: list[str] = []
    for _ in range(random.choice((2, 3, 4, 5, 6, 7, 9))):
        words.append(_wild_word(random))
        if chance(random, 0.4):
            words.append(one(random, "of|in|for|and|with|from|to|on the|via|by|under|as|at|through|between|the|a"))
    if words[-1].split(" ")[-1].islower() and len(words) > 1:
        words[-1] = _wild_word(random)
    cut = random.randint(1, len(words))
    head, tail = " ".join(words[:cut]), " ".join(words[cut:])
    if tail and chance(random, 0.3):
        return _cased(random, head) + one(random, ": | – |? |, |: |: ") + _cased(random, tail)
    return _cased(random, f"{head} {tail}".strip()) + ("?" if chance(random, 0.04) else "")


def _wild_word(random: Random) -> str:
    things, methods, notions = random.choice(topics())
    tail = one(random, "aware|based|driven|to-weak|free|level|range")
    made = {
        random.choice(things): 3,
        random.choice(methods): 3,
        random.choice(notions): 3,
        word(random, "departments"): 1,
        technology(random): 1,
        names.coined(random): 1,
        names.coined(random).lower(): 1.5,
        names.city(random): 0.5,
        f"{names.coined(random)}-{random.choice(notions)}": 0.5,
        f"{random.choice(methods)}-{tail} {random.choice(notions)}": 1,
        word(random, "verbs").split(" ")[0].lower(): 1,
        word(random, "purposes"): 0.4,
        word(random, "objects"): 0.7,
        f"({random.randint(1990, 2025)})": 0.1,
        f"{random.randint(2, 90)} {random.choice(things)}": 0.3,
    }
    return weighted(random, made)


def _cased(random: Random, title: str) -> str:
    if chance(random, 0.45):
        small = {"of", "in", "and", "for", "the", "a", "on", "with", "via", "to", "from", "their", "under", "using"}
        words = [w if w in small else w[:1].upper() + w[1:] for w in title.split(" ")]
        title = " ".join(words)
    return title[:1].upper() + title[1:]


def project_name(random: Random) -> str:
    """The name of a project."""
    made = {
        names.coined(random): 4,
        random.choice(items("company_stems")) + random.choice(items("suffixes")): 3,
        focus(random): 4,
        paper_title(random): 1.5,
        wild_title(random): 2.5,
        f"{technology(random)} {one(random, 'Plugin|Dashboard|Bot|Clone|Visualizer|Compiler|Game|App')}": 3,
        random.choice(items("objects")).removeprefix("a ").removeprefix("the ").title(): 2,
        f"{names.coined(random)}-{names.coined(random)}".lower(): 1,
    }
    return weighted(random, made)


def sentence(random: Random) -> str:
    """What somebody did, as it stands in a bullet."""
    words = f"{random.choice(items('verbs'))} {_object(random)}"
    roll = random.random()
    if roll < 0.3:
        words += f" {random.choice(items('purposes'))}"
    elif roll < 0.5:
        used = _and(random, technologies(random, random.randint(1, 4)))
        words += f" {one(random, 'using|with|in|based on|on')} {used}"
    elif roll < 0.58:
        words += (
            f" {pick(random, 'with', 'together with', 'in collaboration with', 'for', 'at')} {names.employer(random)}"
        )
    elif roll < 0.62:
        words += f" {pick(random, 'with', 'supervised by', 'advised by Dr.')} {' '.join(names.person(random))}"
    elif roll < 0.75:
        more = f"{word(random, 'verbs').lower()} {_object(random)} {word(random, 'purposes')}"
        words += f", {one(random, 'and|which|then')} {more}"
    if chance(random, 0.1):
        words = f"{focus(random)}: {words}"
    return words + ("." if chance(random, 0.5) else "")


def summary_line(random: Random) -> str:
    """A line about a position or person that is no bullet: without a verb as often as with one."""
    things, methods, notions = random.choice(topics())
    thing, when = random.choice(things), f"{one(random, 'March|May|the fall of')} {random.randint(2008, 2025)}"
    made = {
        f"{random.choice(methods)} {random.choice(notions)} of {random.choice(things)}".capitalize(): 3,
        f"Research on {random.choice(notions)} and {random.choice(notions)}": 2,
        f"Project: {paper_title(random)}": 2,
        f"{word(random, 'departments')} and {word(random, 'departments').lower()} for bachelor students": 1,
        f"{random.choice(things)} and {random.choice(things)} for {random.choice(notions)}".capitalize(): 2,
        f"{names.coined(random)} is a {one(random, 'startup|company|platform|non-profit')} for {thing}.": 1.5,
        f"{one(random, 'Formation in|Tutoring in|Courses on|Maintenance of')} {technology(random)} and {thing}": 1,
        f"Funded by {names.laboratory(random)}": 0.6,
        f"I joined {names.employer(random)} in {when} {one(random, 'to work on|and led')} {thing}.": 0.8,
        sentence(random): 4,
        f"{sentence(random).rstrip('.')}. {sentence(random).rstrip('.')}.": 4,
        f"{sentence(random).rstrip('.')}. {sentence(random).rstrip('.')}. {sentence(random).rstrip('.')}.": 3,
    }
    return weighted(random, made)


def _object(random: Random) -> str:
    if chance(random, 0.5):
        return random.choice(items("objects"))
    things, methods, notions = random.choice(topics())
    return pick(
        random,
        f"{random.choice(methods)} {random.choice(notions)} for {random.choice(things)}",
        f"{random.choice(methods)} {random.choice(things)}",
        f"the {random.choice(notions)} of {random.choice(things)}",
        f"{technology(random)} {pick(random, 'services', 'modules', 'pipelines', 'integration', 'models', 'scripts')}",
    )


def _and(random: Random, words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + pick(random, " and ", ", and ", ", ", " & ") + words[-1]
