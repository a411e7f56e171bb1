"""Publication sections: references in many styles."""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.composition import draw_named
from talentgraph.train.grammar.pieces import Part, Row, rows, text
from talentgraph.train.grammar.pools import chance, layouts, pick, weighted
from talentgraph.train.grammar.style import Style, point

_BETWEEN = {". ": 3, "\n": 4, "\t": 1, ", ": 1}
# A authors, T title, V venue, Y year, X volume and pages, D a full date, S a status


def section(random: Random, style: Style, last: int, count: int) -> list[Row]:
    """A publication section."""
    pattern = draw_named(random, "publications styles", "ATVY", _BETWEEN)
    people = _AuthorStyle(random, style)
    number_style = pick(random, "", "", "", "[{}] ", "{}. ", "J{}\t", "({}) ", "{}\t", "C{}. ")
    bullets, gaps = chance(random, 0.3), chance(random, 0.6)
    kinds = weighted(random, layouts("publications venues")), weighted(random, layouts("publications venues"))
    described = chance(random, 0.12)
    coauthors = [names.person(random) for _ in range(random.randint(3, 14))]
    found: list[Row] = []
    for number in range(1, count + 1):
        month = last - int(random.random() ** 1.5 * 140)
        values = _paper(random, style, kinds, month)
        values["A"] = people.printed(random, _authors(random, style.person, coauthors))
        lines = rows(_filled(pattern, values), values, gap=gaps or (number == 1))
        if not lines:
            continue
        found += _numbered(lines, number_style.format(number), bullets=bullets)
        if described:
            found += [text(prose.sentence(random), "bullet") for _ in range(random.randint(1, 2))]
        if chance(random, 0.06):
            found.append(
                text(
                    pick(
                        random,
                        "[Acceptance Rate: 18%]",
                        "doi: 10.1000/abc.2021.12",
                        "(under review)",
                        "Oral presentation",
                        "arXiv:2104.01234",
                        "Best paper nominee",
                    )
                )
            )
    return found


def _filled(pattern: str, values: dict[str, str | tuple[Part, ...]]) -> list[str]:
    """The lines of a pattern, with text that ends a title taken care of."""
    title = values["T"]
    assert isinstance(title, tuple)
    if title[-1].text.endswith("?"):
        pattern = pattern.replace("{T}.", "{T}").replace("{T},”", "{T}”")
    return pattern.split("\n")


def _paper(random: Random, style: Style, kinds: tuple[str, str], month: int) -> dict[str, str | tuple[Part, ...]]:
    year = str(month // 12)
    venue = _venue(random, kinds[0] if chance(random, 0.6) else kinds[1], year)
    values: dict[str, str | tuple[Part, ...]] = {
        "T": (Part(prose.paper_title(random), "PAPER", "paper"),),
        "Y": (Part(year, "", "date"),),
        "D": (Part(point(random, style, month), "", "date"),),
        "V": (Part(venue, "VENUE", "venue"),),
        "VY": (Part(_glued(random, year), "VENUE", "venue"),),
        "S": (
            Part(pick(random, "Accepted", "Submitted", "Under Review", "To appear", "In Press", "Technical Report")),
        ),
    }
    if chance(random, 0.3):
        values["N"] = (Part(_remark(random), "", "note"),)
    if chance(random, 0.05):
        values["VY"] = (
            Part(pick(random, "In Submission ", "Under Review ", "Preprint ") + f"'{year[2:]}", "", "note"),
        )
    if chance(random, 0.5):
        values["X"] = (Part(_pages(random)),)
    if chance(random, 0.07):
        values["V"] = (
            Part(venue, "VENUE", "venue"),
            Part(
                pick(
                    random, " (under review)", " (accepted)", " (to appear)", " (Oral)", " (Best Paper)", " [Spotlight]"
                )
            ),
        )
    if chance(random, 0.03):
        values["V"] = (Part(pick(random, "Under review", "In preparation", "Submitted", "Manuscript"), "", "venue"),)
    if chance(random, 0.04):
        values["V"] = (Part("PhD thesis, "), Part(names.school(random), "", "venue"))
    return values


def _remark(random: Random) -> str:
    return pick(
        random,
        f"[Acceptance Rate: {random.uniform(5, 35):.1f}%]",
        "Manuscript is available upon request",
        "(Contributor: Infrastructure)",
        "Best paper nominee",
        "Oral presentation",
        "[PDF] [Code]",
        "* equal contribution",
    )


def _venue(random: Random, kind: str, year: str) -> str:
    short, long = names.venue(random)
    if kind != "{short}" and not short:
        kind = "{long}"
    if not long or (kind == "{short}" and short):
        return short or long
    ordinal = f"{random.randint(4, 39)}th"
    values = {"short": short or long, "long": long or short, "n": ordinal, "y": year, "topic": prose.field(random)}
    return kind.format(**values)


def _glued(random: Random, year: str) -> str:
    """A short venue and its year as one word or two."""
    short = ""
    while not short:
        short, _ = names.venue(random)
    return f"{short}{pick(random, '’', chr(39), '', ' ’', ' ' + chr(39), '-')}{year[2:]}"


def _pages(random: Random) -> str:
    volume, issue, page = random.randint(1, 140), random.randint(1, 12), random.randint(1, 900)
    last = page + random.randint(3, 30)
    return pick(
        random, f"{volume}({issue}), {page}–{last}", f"{volume}({issue}):{page}-{last}", 
        f"vol. {volume}, no. {issue}, pp. {page}–{last}",
        f"{volume}, {page}", f"pp. {page}–{last}", f"{volume}:{page}", 
        f"Volume {volume}, Issue {issue}", f"{volume}, pp. {page}-{last}",
    )  # fmt: skip


def _authors(random: Random, owner: tuple[str, str], coauthors: list[tuple[str, str]]) -> list[tuple[str, str] | str]:
    count = random.choices((0, 1, 2, 3, 4, 6, 8, 10), (1, 3, 4, 4, 3, 2, 1, 0.5))[0]
    chosen: list[tuple[str, str] | str] = list(random.sample(coauthors, min(count, len(coauthors))))
    if chance(random, 0.95):
        chosen.insert(random.randint(0, min(2, len(chosen))), owner)
    if len(chosen) > 2 and chance(random, 0.08):
        chosen.append("et al.")
    if chance(random, 0.02):
        return ["Anonymous Author(s)"]
    return chosen or [owner]


class _AuthorStyle:
    """How one CV prints the authors of a paper."""

    def __init__(self, random: Random, style: Style) -> None:
        self.form = pick(random, "full", "full", "full", "initial", "last initials", "last, first", "last, i", "f last")
        self.between = ", " if self.form not in ("last, first",) else pick(random, "; ", "; ", ", ")
        self.last = pick(random, " and ", ", and ", " & ", ", & ", ", ", self.between)
        self.mark = pick(random, "", "", "", "*", "†")
        self.owner = style.person

    def printed(self, random: Random, people: list[tuple[str, str] | str]) -> tuple[Part, ...]:
        """The parts of an author list."""
        parts: list[Part] = []
        for number, person in enumerate(people):
            if number:
                last = number == len(people) - 1 and isinstance(person, tuple)
                parts.append(
                    Part(
                        self.last
                        if last
                        else pick(random, self.between)
                        if person != "et al."
                        else pick(random, ", ", " ")
                    )
                )
            if isinstance(person, str):
                parts.append(Part(person, "" if person == "et al." else "AUTHOR", "author"))
                continue
            parts.append(Part(self._name(random, person), "AUTHOR", "owner" if person == self.owner else "author"))
            if self.mark and chance(random, 0.2):
                parts.append(Part(self.mark))
        return tuple(parts)

    def _name(self, random: Random, person: tuple[str, str]) -> str:
        first, last = person
        initials = " ".join(f"{word[0]}." for word in first.replace("-", " ").split())
        middle = f" {random.choice('ABCDEFGHJKLMNPRSTW')}." if chance(random, 0.12) else ""
        forms = {
            "full": f"{first}{middle} {last}",
            "initial": f"{initials}{middle} {last}",
            "f last": f"{first[0]} {last}",
            "last initials": f"{last} {initials.replace('.', '').replace(' ', '')}",
            "last, first": f"{last}, {first}{middle}",
            "last, i": f"{last}, {initials}{middle}",
        }
        return forms[self.form]


def _numbered(lines: list[Row], number: str, *, bullets: bool) -> list[Row]:
    first = lines[0]
    parts = (Part(number), *first.parts) if number else first.parts
    kind = "bullet" if bullets and not number else first.kind
    return [Row(parts, kind, first.gap, lead=True), *lines[1:]]
