"""Prose: what sentences say of a person, and what they do not; each phenomenon with its opposite."""

# ruff: noqa: E501 - sentences are easier to read on one line

from __future__ import annotations

from dataclasses import dataclass

import pytest

from talentgraph.extract.faithful import unfounded
from talentgraph.extract.gate import gated
from talentgraph.extract.prose import is_prose, with_prose
from talentgraph.model import Document, Profile, Source
from talentgraph.read.text import read_text


@dataclass(frozen=True)
class Told:
    """What a text told, in short rows."""

    name: str | None
    work: list[tuple[str | None, str | None, str | None, str | None, bool]]
    schools: list[tuple[str | None, str | None, str | None, str | None]]
    advisors: list[str]
    venues: list[str | None]
    papers: list[str | None]
    tools: set[str]
    awards: list[str | None]


def document(text: str) -> Document:
    found = read_text(text.encode(), Source(path="ada.txt", sha256="0", media_type="text/plain"))
    assert isinstance(found, Document)
    return found


def tell(text: str) -> Told:
    doc = document(text)
    assert is_prose(doc)
    profile = with_prose(doc, Profile(source=doc.source, text=doc.text, sections=doc.sections))
    assert unfounded(profile) == ()
    return Told(
        name=profile.basics.name,
        work=[(w.name, w.position, w.start_date, w.end_date, w.current) for w in profile.work],
        schools=[(e.institution, e.study_type, e.area, e.end_date) for e in profile.education],
        advisors=[name for e in profile.education for name in e.advisors],
        venues=[p.publisher for p in profile.publications],
        papers=[p.name for p in profile.publications],
        tools={k for s in profile.skills for k in s.keywords},
        awards=[a.title for a in profile.awards],
    )


def ada(sentence: str) -> Told:
    """A biography with one sentence more."""
    return tell(f"Ada Example is a writer of programs. {sentence} She likes walks in the hills, and her dog does, too.")


def employers(told: Told) -> list[str | None]:
    return [row[0] for row in told.work]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("She is a research scientist at Intel.", ("Intel", "research scientist", None, None, True)),
        (
            "From 2012 to 2016 she was a data engineer at Intel.",
            ("Intel", "data engineer", "2012", "2016", False),
        ),
        ("She joined Intel in 2015 as a compiler engineer.", ("Intel", "compiler engineer", "2015", None, False)),
        ("She was a postdoc with Bo Nobody at Intel (2011-2013).", ("Intel", "postdoc", "2011", "2013", False)),
        ("She interned at Intel in 2010.", ("Intel", "intern", "2010", "2010", False)),
        ("In 2014 she co-founded Lampwright.", ("Lampwright", "co-founder", "2014", None, False)),
        ("Between 2004 and 2006 she was a lecturer at Intel.", ("Intel", "lecturer", "2004", "2006", False)),
        ("She has been with Intel since 2016.", ("Intel", None, "2016", None, True)),
    ],
)
def test_a_post_is_read(sentence: str, row: tuple[object, ...]) -> None:
    assert [tuple(found) for found in ada(sentence).work] == [row]


@pytest.mark.parametrize(
    "sentence",
    [
        "She declined an offer from Intel.",
        "It works well with Intel.",
        "She has never worked at Intel.",
        "She will join Intel next year as an engineer.",
        "Her husband works at Intel.",
        "Her husband, Bo Nobody, is an engineer at Intel.",
        "Former students include Bo Nobody, now at Intel.",
        "Her former students hold positions at Intel.",
        "She has given keynotes at Intel and is on the board of IBM.",
        "She collaborates with Intel.",
        "With Bo Nobody of Intel she wrote a song.",
        "Bo Nobody, a director at Intel, hired her.",
        "The committee was chaired by Bo Nobody (Intel).",
        "Her customers include Intel.",
        "She lives in Oslo and reviews for Nature.",
    ],
)
def test_what_is_no_post_of_hers_is_none(sentence: str) -> None:
    assert ada(sentence).work == []


def test_posts_stand_beside_each_other() -> None:
    told = ada("She was an intern at Intel (2010) and at IBM (2011), and a consultant at Oracle.")
    assert told.work == [
        ("Intel", "intern", "2010", "2010", False),
        ("IBM", "intern", "2011", "2011", False),
        ("Oracle", "consultant", None, None, False),
    ]


def test_where_points_back_and_several_titles_share_an_employer() -> None:
    told = ada("She spent four years at Intel, first as a tester (2011-2013) and then as a data engineer (2013-2015).")
    assert told.work == [
        ("Intel", "tester", "2011", "2013", False),
        ("Intel", "data engineer", "2013", "2015", False),
    ]
    told = ada("She came from Oracle, where she was a data scientist.")
    assert [(row[0], row[1]) for row in told.work] == [("Oracle", "data scientist")]


def test_the_new_employer_ends_the_old_one() -> None:
    told = ada("She joined Intel in 2017 from Oracle.")
    assert [(row[0], row[2], row[3]) for row in told.work] == [("Intel", "2017", None), ("Oracle", None, "2017")]


def test_short_names_stand_for_long_ones_with_evidence_for_both() -> None:
    text = "Ada Example is an engineer at Stanford University. She joined Stanford in 2015, and she likes it there."
    assert tell(text).work == [("Stanford University", "engineer", "2015", None, True)]


def test_in_first_person_with_elided_subjects() -> None:
    told = tell(
        "I'm Ada Example, a firmware engineer at Intel. Previously a tester at IBM. I like my work, and my dog."
    )
    assert told.name == "Ada Example"
    assert ("IBM", "tester", None, None, False) in told.work


@pytest.mark.parametrize(
    ("sentence", "school", "advisors"),
    [
        (
            "She received her PhD in Physics from Stanford University in 2012 under the supervision of Bo Nobody.",
            ("Stanford University", "PhD", "Physics", "2012"),
            ["Bo Nobody"],
        ),
        (
            "She did her PhD at Stanford University (2012, advisors: Bo Nobody and Li Sample).",
            ("Stanford University", "PhD", None, "2012"),
            ["Bo Nobody", "Li Sample"],
        ),
        (
            "She earned a PhD at Stanford University in 2012, where Bo Nobody was her advisor.",
            ("Stanford University", "PhD", None, "2012"),
            ["Bo Nobody"],
        ),
        ("She studied chemistry at Stanford University.", ("Stanford University", None, "chemistry", None), []),
    ],
)
def test_a_study_is_read(sentence: str, school: tuple[str | None, ...], advisors: list[str]) -> None:
    told = ada(sentence)
    assert told.schools == [school]
    assert told.advisors == advisors


@pytest.mark.parametrize(
    "sentence",
    [
        "Her daughter studies at Stanford University.",
        "She dropped out of a PhD at Stanford University.",
        "She advised the PhD of Bo Nobody.",
        "Students at Stanford University like her.",
    ],
)
def test_what_is_no_study_of_hers_is_none(sentence: str) -> None:
    told = ada(sentence)
    assert [s for s in told.schools if s[0] == "Stanford University"] == []
    assert told.advisors == []


def test_degrees_of_one_sentence_keep_their_schools() -> None:
    told = ada("She has an MEng (2008) from Stanford University and a PhD (2013) from Yale University.")
    assert [(s[0], s[1], s[3]) for s in told.schools] == [
        ("Stanford University", "MEng", "2008"),
        ("Yale University", "PhD", "2013"),
    ]


def test_works_and_venues() -> None:
    told = ada("Her work has appeared at PLDI and OSDI, and she reviews for ASPLOS.")
    assert told.venues == ["PLDI", "OSDI"]
    told = ada('She is the author of "Lamps without Light" (Springer, 1999).')
    assert (told.papers, told.venues) == (["Lamps without Light"], ["Springer"])
    assert ada('Her talk "Lamps without Light" was at GDC.').papers == []


def test_tools_are_those_that_the_person_uses() -> None:
    assert ada("She writes mostly C++ and Python, and her code uses CUDA.").tools >= {"C++", "Python", "CUDA"}
    assert ada("Her brother writes Kotlin.").tools == set()
    assert ada("In spring she likes to go out.").tools == set()


def test_awards_are_received_ones() -> None:
    assert ada("She received the Lampwright Award in 2012.").awards == ["Lampwright Award"]
    assert ada("She was nominated for the Lampwright Award.").awards == []
    assert ada("She was shortlisted for the Lampwright Award.").awards == []


@pytest.mark.parametrize(
    ("text", "work", "school", "advisor"),
    [
        (
            "Ada Ejemplo es profesora titular en la Universidad de Granada desde 2016. Obtuvo el doctorado en 2004 en la "
            "Universidad de Salamanca, bajo la dirección de Bo Nadie. Su marido trabaja en Google. Rechazó una oferta de IBM.",
            ("Universidad de Granada", "profesora titular"),
            ("Universidad de Salamanca", "doctorado"),
            "Bo Nadie",
        ),
        (
            "Ada Exemple est maîtresse de conférences à l'Université de Lille depuis 2016. Elle a soutenu sa thèse de "
            "doctorat en 2004 à l'Université de Strasbourg, sous la direction de Bo Personne. Son mari travaille chez Google.",
            ("Université de Lille", "maîtresse de conférences"),
            ("Université de Strasbourg", "thèse de doctorat"),
            "Bo Personne",
        ),
        (
            "Ada Beispiel ist seit 2016 Professorin für Informatik an der Universität Hamburg. Ihre Promotion schloss sie "
            "2004 an der Universität Wien ab, betreut von Bo Niemand. Ihr Mann arbeitet bei Google.",
            ("Universität Hamburg", "Professorin für Informatik"),
            ("Universität Wien", "Promotion"),
            "Bo Niemand",
        ),
        (
            "Ada Exemplo é pesquisadora na Embraer desde 2016. Fez doutorado em Física na Universidade de São Paulo, "
            "concluído em 2004, sob orientação de Bo Ninguém. Seu marido trabalha na Amazon.",
            ("Embraer", "pesquisadora"),
            ("Universidade de São Paulo", "doutorado"),
            "Bo Ninguém",
        ),
    ],
)
def test_other_languages(text: str, work: tuple[str, str], school: tuple[str, str], advisor: str) -> None:
    told = tell(text)
    assert [(row[0], row[1], row[2], row[4]) for row in told.work] == [(*work, "2016", True)]
    assert [(s[0], s[1]) for s in told.schools] == [school]
    assert told.advisors == [advisor]


def test_a_signature_is_told() -> None:
    told = tell(
        "Hi Bo,\n\nThursday works.\n\nBest,\nAda\n\n--\nAda Example, PhD\nPrincipal Consultant, Intel\n"
        "ex-Oracle (2013-2019, lead developer), ex-IBM (2009-2013)\nMSc Physics, Stanford University, 2009\n"
    )
    assert told.name == "Ada Example"
    assert told.work == [
        ("Intel", "Principal Consultant", None, None, True),
        ("Oracle", "lead developer", "2013", "2019", False),
        ("IBM", None, "2009", "2013", False),
    ]
    assert told.schools == [("Stanford University", "MSc", "Physics", "2009")]


def test_a_list_of_a_page_is_told() -> None:
    told = tell(
        "# Ada Example\n\nI make small lamps for big rooms.\n\n- Oracle, Staff Engineer, 2018-2023\n- IBM, Tester, 2014-2018\n"
    )
    assert [row[:4] for row in told.work] == [
        ("Oracle", "Staff Engineer", "2018", "2023"),
        ("IBM", "Tester", "2014", "2018"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oracle and the harbour\nBy Bo Nobody\n\nIntel said that the winter is long. Li Sample, a director at Oracle, told "
        "reporters that it is cold. Cho Third, an engineer at IBM, said that it is not. It was last so in 1990.",
        "IN NO EVENT SHALL ANY COPYRIGHT HOLDER BE LIABLE FOR ANY CLAIM OF ANY KIND. Permission is granted to any person "
        "obtaining a copy of this software. The software is provided as it is by the University of Nowhere.",
    ],
)
def test_texts_of_nobody_tell_nothing(text: str) -> None:
    doc = document(text)
    profile = gated(with_prose(doc, Profile(source=doc.source, text=doc.text, sections=doc.sections)))
    assert (profile.work, profile.education, profile.skills) == ((), (), ())


def test_what_has_the_sections_of_a_cv_is_no_prose() -> None:
    cv = "Ada Example\n\nEXPERIENCE\n\nIntel, Engineer, 2012\n\nEDUCATION\n\nPhD, Stanford University\n\nSKILLS\n\nRust\n"
    assert not is_prose(document(cv + "I like my dog, and she likes me. " * 20))


def test_the_demo_has_no_prose() -> None:
    from talentgraph import demo, read

    found = [read.read(path, root=root) for path, root in read.walk([demo.cvs()])]
    assert [d.source.path for d in found if isinstance(d, Document) and is_prose(d)] == []


def test_a_long_list_behind_words_for_using_is_read_in_time() -> None:
    listed = ", ".join(["in the"] * 40)
    assert tell(f"Ada Example is an engineer at Acme Labs. She uses {listed} zigzag Rust and Go.").name == "Ada Example"
