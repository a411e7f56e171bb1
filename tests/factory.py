"""A few invented people whose careers cross, as profiles with text and spans.

    ada     engineer at Acme Labs and at a unit of it; student of Grace Teacher; three papers; uses C++ and Ceph
    ben     engineer at Acme Labs in the same years; wrote a paper with Ada, who is "A. Example" there
    cho     student of Grace Teacher too; a namesake of nobody
    grace   the teacher, with a document of her own

`write` builds a profile from lines in which values are marked: each `[key=value]` becomes `value` in the text and a
field of the record, with its span as evidence. `[key=value|2021-03]` prints `value` and stores `2021-03`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from talentgraph.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Profile,
    Project,
    Publication,
    Record,
    Section,
    Skill,
    Source,
    Work,
)

KINDS: dict[str, type[Record]] = {
    "basics": Basics,
    "work": Work,
    "education": Education,
    "publications": Publication,
    "skills": Skill,
    "projects": Project,
    "awards": Award,
    "certificates": Certificate,
}
SECTIONS = {"basics": "head"}
_MARK = re.compile(r"\[(\w+)=([^\]|]*)(?:\|([^\]]*))?\]")

ADA = """\
basics: [name=Ada Example]
basics: [label=Research Engineer] · [email=ada@example.org] · [phone=+49 30 555 0101]
work: [name=Acme Labs], [position=Senior Engineer]\t[start_date=Mar 2021|2021-03] – [current=present|yes]
work+ Built a store with [keywords=C++] and [keywords=Ceph].
work: [name=Acme Labs], [position=Engineer]\t[start_date=Jan 2019|2019-01] – [end_date=Dec 2020|2020-12]
work+ Wrote [keywords=C++] in [location=Springfield, Utopia].
education: [study_type=PhD] in [area=Computer Science], [institution=University of Example]
education+ [start_date=2014] – [end_date=2018], advisor [advisors=Grace Teacher]
publications: [authors=Ada Example], [authors=Ben Sample], [authors=Cho Third].
publications+ [name=A Very Small Store for Large Things]. In [publisher=OSDI '20], [release_date=2020].
publications: [authors=A. Example], [authors=Dan Q. Outside]. [name=Counting Sheep in Parallel]. [publisher=EuroSys'22].
skills: Languages: [keywords=C++], [keywords=Python]
awards: [title=Best Paper Award], [date=2020]
projects: [name=Sheepfold], a toy written in [keywords=Rust]
"""

BEN = """\
basics: [name=Ben Sample]  [email=ben@example.net]
work: [position=Engineer], [name=ACME LABS, Inc.], [start_date=Jun 2020|2020-06] to [end_date=May 2021|2021-05]
work+ Looked after [keywords=Ceph].
education: [study_type=MSc], [institution=University of Example]
education+ [start_date=Oct 2016|2016-10] – [end_date=Sep 2018|2018-09]
publications: [authors=A. Example], [authors=B. Sample] and [authors=C. Third]:
publications+ [name=A very small store for large things]. [publisher=OSDI 2020]. [release_date=2020]
skills: [keywords=C++17], [keywords=Kubernetes]
"""

CHO = """\
basics: [name=Cho Third]
education: [study_type=PhD], [institution=University of Example]
education+ [start_date=Sep 2017|2017-09] – [end_date=Jun 2021|2021-06]
education+ advised by [advisors=Prof. Grace Teacher]
work: [position=Researcher], [name=Globex], since [start_date=2021]
"""

GRACE = """\
basics: [name=Grace Teacher]
work: [position=Professor], [name=University of Example], [start_date=2001] – [current=present|yes]
publications: [authors=Teacher, Grace], [authors=Cho Third].
publications+ [name=On Teaching Machines to Learn Slowly]. [release_date=2019]
"""


def write(path: str, marked: str, *, profile: Profile | None = None) -> Profile:
    """A profile from marked lines; `kind:` starts a record, `kind+` goes on with it."""
    text, records, sections = "", [], []
    for line in marked.splitlines():
        kind, sign, rest = re.match(r"(\w+)([:+]) ?(.*)", line).groups()  # type: ignore[union-attr]
        if sign == ":" and (kind != "basics" or not records):
            records.append((kind, {}, {}))
        start = len(text)
        text += _line(rest, len(text), *records[-1][1:]) + "\n"
        sections.append(Section(start, len(text), SECTIONS.get(kind, kind)))  # type: ignore[arg-type]
    made = {kind: tuple(_record(k, v, e) for k, v, e in records if k == kind) for kind in KINDS}
    made["basics"] = (made["basics"] or (Basics(),))[0]  # type: ignore[assignment]
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(path=path, sha256=digest, media_type="text/plain", pages=1)
    return Profile(source=source, text=text, sections=tuple(sections), extractor="factory 1", **made)  # type: ignore[arg-type]


def _line(marked: str, offset: int, values: dict[str, Any], evidence: dict[str, Any]) -> str:
    """The line without marks; its values and their spans are added to the record."""
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at, (key, printed, value) = match.end(), match.groups()
        many = key in ("keywords", "authors", "advisors", "managers", "aliases", "profiles", "highlights")
        place = f"{key}.{len(values.get(key, ()))}" if many else key
        values[key] = (*values.get(key, ()), value or printed) if many else (key == "current" or value or printed)
        evidence[place] = ((offset + len(text), offset + len(text) + len(printed)),)
        text += printed
    return text + marked[at:]


def _record(kind: str, values: dict[str, Any], evidence: dict[str, Any]) -> Record:
    unknown = values.keys() - {field.name for field in fields(KINDS[kind])}
    assert not unknown, f"{kind} has no {unknown}"
    return KINDS[kind](**values, evidence=evidence, confidence=dict.fromkeys(evidence, 0.9))


def people() -> list[Profile]:
    """The invented people, one profile each."""
    marked = {"ada.txt": ADA, "cvs/ben.txt": BEN, "cvs/cho.txt": CHO, "grace.txt": GRACE}
    return [write(path, text) for path, text in marked.items()]


def moved(profile: Profile, path: str) -> Profile:
    """The same document at another place."""
    return replace(profile, source=replace(profile.source, path=path))


def named(path: str, name: str, **fields: Sequence[Record]) -> Profile:
    """A profile of a name and some records, without text."""
    source = Source(path=path, sha256=hashlib.sha256(path.encode()).hexdigest(), media_type="text/plain")
    return Profile(source=source, basics=Basics(name=name), **fields)  # type: ignore[arg-type]
