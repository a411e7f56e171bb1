"""Texts that are no profiles, by the hundred: what lies beside CVs in real folders. The same ones for the same seed."""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

ORGANISATIONS = ("Acme Labs", "Google", "University of Oslo", "Beta Corp", "IBM", "Stanford University", "Globex GmbH")
PEOPLE = ("Ada Example", "Ben Sample", "Cho Third", "Dana Q. Outside", "Grace Teacher", "Li Wei", "Omar Nobody")
LARGEST = 15_000  # bytes
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
TRADES = ("engineer", "manager", "research scientist", "intern", "professor", "director of sales", "accountant")
NOUNS = (
    "river", "stone", "window", "garden", "engine", "letter", "winter", "harbour", "mountain", "table", "candle",
    "shadow", "orchard", "signal", "paper", "meadow", "bridge", "lantern", "market", "school",
)  # fmt: skip
VERBS = ("holds", "carries", "breaks", "remembers", "builds", "leads", "opens", "teaches", "paints", "follows")
ADJECTIVES = ("silent", "golden", "narrow", "broken", "early", "distant", "simple", "heavy", "senior", "open")
FOODS = ("flour", "butter", "sugar", "salt", "milk", "rye", "basil", "lemon", "rice", "garlic", "olive oil", "yeast")


def strangers(seed: int = 0) -> Iterator[tuple[str, str]]:
    """Two hundred texts with names of files."""
    for kind, (make, many) in _KINDS.items():
        for number in range(many):
            yield f"{kind}-{number}.txt", make(Random(f"{seed}/{kind}/{number}"))


def foreign() -> Iterator[tuple[str, str]]:
    """Prose in languages that are not read."""
    yield "chinese.txt", "昨天下午，图书馆的窗户开着，风把书页吹得沙沙作响。孩子们在院子里唱歌。\n" * 12
    yield "russian.txt", "Вчера вечером шёл дождь, и улицы были пусты. Старый мост скрипел на ветру.\n" * 12
    yield "arabic.txt", "في المساء كانت النافذة مفتوحة والريح تقلب صفحات الكتاب. كان الأطفال يغنون في الحديقة.\n" * 12


def _fill(random: Random, pattern: str) -> str:
    """A pattern with each {name} replaced by something drawn anew."""
    return re.sub(r"\{(\w+)\}", lambda match: _drawn(random, match[1]), pattern)


def _drawn(random: Random, name: str) -> str:
    if name in _POOLS:
        return random.choice(_POOLS[name])
    if name == "words":
        return _fill(random, "the {adjective} {noun} {verb} a {noun}")
    if name == "day":
        return _fill(random, "{month} {n28}, {year}")
    if name == "iso":
        return f"{random.randint(2001, 2026)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    return str(random.randint(1990, 2026) if name == "year" else random.randint(1, int(name[1:])))


def _lines(random: Random, least: int, most: int, pattern: str) -> str:
    """Some lines of one pattern; `#` is their number."""
    many = random.randint(least, most)
    return "".join(_fill(random, pattern).replace("#", str(number + 1)) + "\n" for number in range(many))


_PACKAGES = (
    "spacy", "networkx", "neo4j", "pyvis", "typer", "rich", "pydantic", "numpy", "scipy", "rapidfuzz", "selectolax",
    "defusedxml", "pypdfium2", "thinc", "jinja2", "click", "requests", "tqdm",
)  # fmt: skip


def _library(random: Random) -> str:
    """A file of Python's standard library."""
    folder = Path(sysconfig.get_paths()["stdlib"])
    files = [path for path in sorted(folder.glob("*.py")) if 2_000 < path.stat().st_size < LARGEST]
    return random.choice(files).read_text(encoding="utf-8", errors="replace")


def _installed(random: Random, *patterns: str) -> str:
    """A text that came with one of the packages that the project stands on, whatever else is installed."""
    folder = Path(sysconfig.get_paths()["purelib"])
    folders = sorted(path for name in _PACKAGES for path in folder.glob(f"{name}-*.dist-info"))
    files = sorted(path for each in folders for pattern in patterns for path in each.glob(pattern))
    files = [path for path in files if path.is_file() and 500 < path.stat().st_size < LARGEST]
    return random.choice(files).read_text(encoding="utf-8", errors="replace")


def _licence(random: Random) -> str:
    return _installed(random, "LICENSE*", "licenses/LICENSE*")


def _package(random: Random) -> str:
    return _installed(random, "METADATA")


def _code(random: Random) -> str:
    """Made-up code of a C kind."""
    head = _fill(random, "/*\n * Copyright (c) {year} {org}\n * Author: {person}\n */\n#include <stdio.h>\n\n")
    body = "    a[{n9}] = {noun} >> {n9}; /* {words} */\n"
    return head + _lines(
        random, 4, 15, "static int {noun}_#(struct {noun} *a)\n(\n" + 4 * body + "    return {n9};\n)\n"
    )


def _poem(random: Random) -> str:
    verses = "\n".join(_lines(random, 4, 4, "{words},") for _ in range(random.randint(2, 8)))
    return _fill(random, "{adjective} {noun}").title() + _fill(random, "\n{person}\n\n") + verses


def _table(random: Random) -> str:
    bar = random.choice(("\t", " | ", "    "))
    rows = _lines(random, 8, 40, bar.join(("{year}", "Q{n4}", "{org}", "{n900}.{n9}", "{n30}%")))
    return bar.join(("Year", "Quarter", "Company", "Revenue", "Change")) + "\n" + rows


def _csv(random: Random) -> str:
    rows = _lines(random, 10, 60, "#,{iso},{org},{food},{n99},{n50}.{n99}")
    return "order,date,customer,item,quantity,price\n" + rows


def _recipe(random: Random) -> str:
    needs = _lines(random, 7, 7, "- {n500} g {food}")
    steps = _lines(random, 6, 6, "#. Mix the {food} with the {food} for {n40} minutes.")
    title = _fill(random, "{adjective} {food} {dish}").title()
    head = _fill(random, "\nfrom {person}, {day}\n\nIngredients\n\n")
    return f"{title}{head}{needs}\nMethod\n\n{steps}\nNotes\n\nServes {random.randint(2, 8)}.\n"


def _log(random: Random) -> str:
    row = "{iso}T10:00:07Z {level} [{noun}-#] {words} code={n599} host={noun}.example.org"
    return _lines(random, 20, 120, row)


def _contract(random: Random) -> str:
    head = 'SERVICE AGREEMENT\n\nThis Agreement is entered into on {day} between {org} ("Supplier") and {org}.\n\n'
    clause = "#. {noun}. The Supplier shall, no later than {day}, deliver to {org} that {words}, and {person}, {trade},"
    clauses = _lines(random, 5, 14, clause + " shall act as representative.\n")
    return _fill(random, head) + clauses + _fill(random, "\nIN WITNESS WHEREOF\n\n{person}\t{day}\n{org}\n")


def _chat(random: Random) -> str:
    says = ("{words}", "see you at {org} tomorrow", "did you work on the {noun}?", "lol", "I was there since {year}")
    rows = [_fill(random, "[{n28}.{n12}.2024, 10:15] {person}: " + random.choice(says)) for _ in range(40)]
    return "\n".join(rows)


def _vacancy(random: Random) -> str:
    return _fill(
        random,
        "{trade} (m/f/d)\n{org}\n\nAbout us\n\nSince {year}, {org} {verb} the {noun}.\n\nResponsibilities\n\n"
        "- Make sure that {words}\n- Make sure that {words}\n\nRequirements\n\n- Bachelor's or Master's degree in "
        "Computer Science or a related field\n- {n8}+ years of experience as {trade}\n- Python and SQL\n\n"
        "Benefits\n\n- {n30} days of leave\n\nApply by {day}.\n",
    )


def _news(random: Random) -> str:
    return _fill(random, "{org} and the {noun}\nBy {person}\n{day}\n\n") + _lines(
        random, 3, 9,
        "{org} said on {day} that {words}. {person}, a {trade} at {org}, told reporters that {words}. In {year}, {org} "
        "bought {org}.\n",
    )  # fmt: skip


def _minutes(random: Random) -> str:
    items = _lines(random, 6, 6, "#. {noun}: {person} reports that {words}. Due {day}.")
    head = _fill(random, "Minutes of the meeting of {day}\n\nPresent: {person}, {person}, {person}\n\nAgenda\n\n")
    return head + items + _fill(random, "\nProjects\n\n{words}.\n\nNext meeting: {day}\n")


def _nothing(random: Random) -> str:
    return random.choice(("\n", " \n\t\n", "...\n", "0\n", "-" * 40 + "\n", "\n".join(map(str, range(60))) + "\n"))


_POOLS = {
    "org": ORGANISATIONS, "person": PEOPLE, "month": MONTHS, "trade": TRADES, "noun": NOUNS, "verb": VERBS,
    "adjective": ADJECTIVES, "food": FOODS, "level": ("INFO", "WARN", "ERROR", "DEBUG"),
    "dish": ("bread", "soup", "cake", "salad"),
}  # fmt: skip
_KINDS: dict[str, tuple[Callable[[Random], str], int]] = {
    "library": (_library, 25), "licence": (_licence, 20), "package": (_package, 20), "code": (_code, 15),
    "poem": (_poem, 15), "table": (_table, 15), "csv": (_csv, 12), "recipe": (_recipe, 12), "log": (_log, 12),
    "contract": (_contract, 12), "chat": (_chat, 12), "vacancy": (_vacancy, 10), "news": (_news, 8),
    "minutes": (_minutes, 7), "nothing": (_nothing, 5),
}  # fmt: skip
