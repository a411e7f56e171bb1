"""LinkedIn's "save to PDF": files drawn with its measures become profiles, others stay documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("reportlab")
from read import linkedin_page
from read.linkedin_page import Employer, Page, Role, drawn

from talentgraph.model import Document, Profile, Record
from talentgraph.read import read

ADA = Page(
    name="Ada Example",
    headline="Cache Engineer at Acme Labs | Speaker on things that are kept and found again, some of them twice",
    place="Adatown, Utopia",
    contact=(
        "1 Example Road, Adatown",
        "+49 30 5550101 (Mobile)",
        "ada.example.of.the.long.name@example.org",
        "www.linkedin.com/in/ada-example-of-the-caches-12345 (LinkedIn)",
        "example.org/ada (Personal)",
        "ada.example (Skype)",
    ),
    side=(
        ("Top Skills", ("C++", "Distributed Systems and Other Large Things", "Go")),
        ("Languages", ("English (Native or Bilingual)", "Esperanto")),
        ("Certifications", ("Certified Keeper of Caches, Level Two and Three",)),
        ("Honors-Awards", ("Best Cache", "Best Queue of the Year 2019 in the whole Town")),
        ("Publications", ("On Caches that Never Forget Anything at All",)),
        ("Patents", ("A Method of Keeping",)),
    ),
    summary=("I build caches that last, and I have done so for years in peer-reviewed surroundings.", "", "Say hello."),
    work=(
        Employer(
            name="Acme Labs",
            total="5 years 3 months",
            roles=(
                Role(
                    title="Senior Engineer",
                    dates="January 2020 - Present (2 years 3 months)",
                    place="Adatown, Utopia",
                    text=("Leads the team.", "• Built a cache that never forgets anything at all, however long one "
                          "waits for it to do so", "• Shrank it"),
                ),
                Role(title="Engineer", dates="January 2017 - December 2019 (3 years)", text=("Wrote C++.",)),
                Role(title="Helper", dates="2016 - 2016 (less than a year)"),
            ),
        ),
        Employer(name="1. Bolt Works of the Town of Bolton and of All the Towns Around It, Inc", roles=(
            Role(title="Intern", dates="2015", place="Bolton"),)),
    ),
    education=(
        ("University of Example", "Doctor of Philosophy - PhD, Computer Science, Caches · (2010 - 2014)"),
        ("Acme College", "Physics · (September 2006 - June 2010)"),
        ("School of Arts", "Bachelor of Arts"),
        ("Night School", ""),
    ),
)  # fmt: skip


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Page], Profile]:
    """The profile in the file of a page."""

    def save(page: Page) -> Profile:
        found = found_in(page, tmp_path)
        assert isinstance(found, Profile)
        check_evidence(found)
        return found

    return save


def found_in(page: Page, folder: Path) -> Document | Profile:
    path = folder / "some-file.pdf"
    path.write_bytes(drawn(page))
    return read(path)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


def check_evidence(profile: Profile) -> None:
    """Each value stands in the text, at its evidence, as it is."""
    kinds = [getattr(profile, field.name) for field in fields(profile)]
    records = [profile.basics, *(each for kind in kinds if isinstance(kind, tuple) for each in kind)]
    for record in (each for each in records if isinstance(each, Record)):
        for key in record.evidence:
            name, _, number = key.partition(".")
            value = getattr(record, name)
            said = squeezed("".join(quotes(profile, record, key)))
            if name.endswith("_date") or name in ("current", "type"):
                assert value
                assert said
            else:
                assert said == squeezed(value[int(number)] if number else value), key
        told = {field.name for field in fields(record) if getattr(record, field.name)} - {"evidence", "confidence"}
        assert told == {key.partition(".")[0] for key in record.evidence}


def test_the_person(saved: Callable[[Page], Profile]) -> None:
    profile = saved(ADA)
    basics = profile.basics
    assert (basics.name, basics.label, basics.location) == (ADA.name, ADA.headline, "Adatown, Utopia")
    assert (basics.email, basics.phone) == ("ada.example.of.the.long.name@example.org", "+49 30 5550101")
    assert (basics.address, basics.url) == ("1 Example Road, Adatown", "example.org/ada")
    assert basics.profiles == ("www.linkedin.com/in/ada-example-of-the-caches-12345", "example.org/ada")
    assert basics.summary == "\n".join(each for each in ADA.summary if each)
    assert quotes(profile, basics, "email") == ["ada.example.of.the.long.name@e\nxample.org"]
    assert [(each.network, each.username) for each in profile.accounts] == [
        ("LinkedIn", "ada-example-of-the-caches-12345")
    ]


def test_work(saved: Callable[[Page], Profile]) -> None:
    profile = saved(ADA)
    assert [(work.name, work.position) for work in profile.work] == [
        ("Acme Labs", "Senior Engineer"), ("Acme Labs", "Engineer"), ("Acme Labs", "Helper"),
        (ADA.work[1].name, "Intern"),
    ]  # fmt: skip
    assert [(work.start_date, work.end_date, work.current) for work in profile.work] == [
        ("2020-01", None, True), ("2017-01", "2019-12", False), ("2016", "2016", False), ("2015", None, False),
    ]  # fmt: skip
    assert [work.location for work in profile.work] == ["Adatown, Utopia", None, None, "Bolton"]
    assert [work.summary for work in profile.work] == ["Leads the team.", "Wrote C++.", None, None]
    assert profile.work[0].highlights == tuple(each[2:] for each in ADA.work[0].roles[0].text[1:])
    assert quotes(profile, profile.work[0], "current") == ["Present"]
    assert quotes(profile, profile.work[1], "end_date") == ["December 2019"]


def test_education_and_the_side_bar(saved: Callable[[Page], Profile]) -> None:
    profile = saved(ADA)
    assert [(e.institution, e.study_type, e.area, e.start_date, e.end_date) for e in profile.education] == [
        ("University of Example", "Doctor of Philosophy - PhD", "Computer Science, Caches", "2010", "2014"),
        ("Acme College", None, "Physics", "2006-09", "2010-06"),
        ("School of Arts", "Bachelor of Arts", None, None, None),
        ("Night School", None, None, None, None),
    ]
    side = dict(ADA.side)
    assert [skill.keywords for skill in profile.skills] == [side["Top Skills"]]
    assert [(each.language, each.fluency) for each in profile.languages] == [
        ("English", "Native or Bilingual"), ("Esperanto", None),
    ]  # fmt: skip
    assert tuple(each.name for each in profile.certificates) == side["Certifications"]
    assert tuple(each.title for each in profile.awards) == side["Honors-Awards"]
    assert [(each.name, each.type) for each in profile.publications] == [
        (side["Publications"][0], None), ("A Method of Keeping", "patent"),
    ]  # fmt: skip


def test_sections(saved: Callable[[Page], Profile]) -> None:
    profile = saved(ADA)
    assert [(each.kind, profile.text[slice(*(each.heading or (0, 0)))]) for each in profile.sections] == [
        ("head", ""), ("other", "Contact"), ("skills", "Top Skills"), ("languages", "Languages"),
        ("certificates", "Certifications"), ("awards", "Honors-Awards"), ("publications", "Publications"),
        ("publications", "Patents"), ("summary", "Summary"), ("work", "Experience"), ("education", "Education"),
    ]  # fmt: skip
    assert "".join(profile.text[each.start : each.end] for each in profile.sections) == profile.text


def test_page_breaks_inside_of_a_role(saved: Callable[[Page], Profile]) -> None:
    lines = tuple(f"• Built cache number {number} of very many" for number in range(70))
    prose = ("A sentence that goes on and on " * 90).strip() + "."
    roles = (Role(title="Engineer", dates="May 2019 - Present (1 year)", place="Adatown", text=(prose, *lines)),)
    later = Employer(name="Bolt", roles=(Role(title="Cook", dates="2014 - 2015 (1 year)", text=("Cooked.",)),))
    profile = saved(replace(ADA, work=(Employer(name="Acme", roles=roles), later)))
    assert profile.source.pages == 4
    assert profile.work[0].summary == prose
    assert profile.work[0].highlights == tuple(line[2:] for line in lines)
    assert (profile.work[1].name, profile.work[1].summary) == ("Bolt", "Cooked.")
    assert "Page" not in profile.text


@pytest.mark.parametrize("height", range(10, 34))
def test_a_page_break_at_any_line_of_a_role(saved: Callable[[Page], Profile], height: int) -> None:
    roles = (
        Role(title="Engineer", dates="May 2019 - Present (1 year)", place="Adatown", text=("Built caches.", "• One")),
        Role(
            title="Helper", dates="May 2018 - June 2018 (2 months)", text=("Helped with all that was there to help.",)
        ),
    )
    work = (Employer(name="Acme", roles=roles),)
    profile = saved(replace(ADA, summary=("Line.",) * height, work=work, education=()))
    assert [(each.position, each.location, each.summary, each.highlights) for each in profile.work] == [
        ("Engineer", "Adatown", "Built caches.", ("One",)),
        ("Helper", None, "Helped with all that was there to help.", ()),
    ]


LANGUAGES = {
    "de": (("Kontakt", "Zusammenfassung", "Berufserfahrung", "Ausbildung"), "Top-Kenntnisse",
           "Januar 2020 - Heute (2 Jahre 3 Monate)", "Page {} of {}"),
    "fr": (("Coordonnées", "Résumé", "Expérience", "Formation"), "Principales compétences",
           "janvier 2020 - Présent (2 ans 3 mois)", "Page {} sur {}"),
    "es": (("Contactar", "Extracto", "Experiencia", "Educación"), "Aptitudes principales",
           "enero de 2020 - Present (2 años 3 meses)", "Página {} de {}"),
    "pt": (("Contato", "Resumo", "Experiência", "Formação acadêmica"), "Principais competências",
           "janeiro de 2020 - o momento (2 anos)", "Page {} of {}"),
    "it": (("Contatti", "Riepilogo", "Esperienza", "Formazione"), "Competenze principali",
           "gennaio 2020 - Presente (2 anni)", "Page {} of {}"),
    "nl": (("Contactgegevens", "Samenvatting", "Ervaring", "Opleiding"), "Belangrijkste vaardigheden",
           "januari 2020 - heden (2 jaar)", "Pagina {} van {}"),
    "xx": (("Kontakto", "Resumo de la vivo", "Kion mi faris", "Kion mi lernis"), "Top Skills",
           "2020-01 - Present (2 jaroj)", "{} / {}"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(saved: Callable[[Page], Profile], language: str) -> None:
    words, skills, dates, foot = LANGUAGES[language]
    work = (Employer(name="Acme Labs", roles=(Role(title="Ingeniero", dates=dates, place="Madrid"),)),)
    if language == "xx":  # a language that nobody knows: the looks tell
        words = ("Contact", *words[1:])
    profile = saved(replace(ADA, words=words, side=((skills, ("C++", "Go")),), work=work, foot=foot))
    assert profile.basics.summary is not None
    assert profile.basics.email is not None
    (only,) = profile.work
    assert (only.name, only.position, only.location) == ("Acme Labs", "Ingeniero", "Madrid")
    assert (only.start_date, only.current) == ("2020-01", True)
    assert len(profile.education) == 4
    assert [skill.keywords for skill in profile.skills] == [("C++", "Go")]


def test_the_least_that_there_can_be(saved: Callable[[Page], Profile]) -> None:
    page = Page(name="Ada Example", headline="--", place="Utopia", contact=("www.linkedin.com/in/ada (LinkedIn)",),
                education=(("Acme College", ""),))  # fmt: skip
    profile = saved(page)
    assert (profile.basics.label, profile.basics.location) == (None, "Utopia")
    assert profile.basics.profiles == ("www.linkedin.com/in/ada",)
    assert [each.institution for each in profile.education] == ["Acme College"]


def test_lines_behind_signs_that_are_no_letters(
    saved: Callable[[Page], Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = linkedin_page.Canvas.drawString
    monkeypatch.setattr(
        linkedin_page.Canvas, "drawString",
        lambda self, x, y, words: usual(self, x + 14 * ("Wrote" in words), y, words),
    )  # fmt: skip
    assert saved(ADA).work[1].summary == "Wrote C++."


@pytest.mark.parametrize(
    ("name", "value"),
    [("SIDE", 40.0), ("MAIN", 210.0), ("MAIN", 236.0)],
)
def test_other_measures_are_no_such_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: float
) -> None:
    monkeypatch.setattr(linkedin_page, name, value)
    monkeypatch.setitem(linkedin_page.ROOM, value, 150.0 if name == "SIDE" else 340.0)
    assert isinstance(found_in(ADA, tmp_path), Document)


@pytest.mark.parametrize("contact", ["www.linkedin.com/in/ada", "example.org/ada (LinkedIn)", "ada@example.org"])
def test_a_bar_without_the_labelled_link_is_no_such_file(tmp_path: Path, contact: str) -> None:
    assert isinstance(found_in(replace(ADA, contact=(contact,)), tmp_path), Document)


@pytest.mark.parametrize(("size", "other"), [(15.75, 14), (26.0, 18), (13.0, 12)])
def test_other_sizes_are_no_such_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: float, other: float
) -> None:
    usual = linkedin_page.Canvas.setFont
    monkeypatch.setattr(
        linkedin_page.Canvas, "setFont", lambda self, font, asked: usual(self, font, other if asked == size else asked)
    )
    assert isinstance(found_in(ADA, tmp_path), Document)


WORDS = st.sampled_from(
    [
        "cache",
        "queue",
        "of",
        "the",
        "large",
        "store",
        "Acme",
        "Bolt",
        "and",
        "small",
        "keeps",
        "it",
        "well-known",
        "for",
    ]
)
SHORT = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: "The " + " ".join(words))
LONG = st.lists(WORDS, min_size=1, max_size=60).map(lambda words: "We " + " ".join(words) + ".")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@st.composite
def periods(draw: st.DrawFn) -> tuple[str, tuple[str, str | None, bool]]:
    """Dates as printed, and what they say."""
    year, month, length = draw(st.integers(1990, 2020)), draw(st.integers(1, 12)), draw(st.integers(0, 5))
    first, iso = draw(st.sampled_from([(f"{MONTHS[month - 1]} {year}", f"{year}-{month:02}"), (f"{year}", f"{year}")]))
    if draw(st.booleans()):
        return f"{first} - Present ({length + 1} years)", (iso, None, True)
    last = first.replace(str(year), str(year + length))
    return f"{first} - {last} ({length + 1} years 1 month)", (iso, iso.replace(str(year), str(year + length)), False)


@st.composite
def roles(draw: st.DrawFn) -> tuple[Role, tuple[object, ...]]:
    """A role as printed, and what it says."""
    title, place, (dates, said) = draw(SHORT), draw(st.just("") | SHORT), draw(periods())
    prose, items = draw(st.lists(LONG, max_size=2)), draw(st.lists(LONG, max_size=3))
    role = Role(title=title, dates=dates, place=place, text=(*prose, *(f"• {item}" for item in items)))
    return role, (title, place or None, *said, squeezed("".join(prose)), tuple(items))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    employers=st.lists(st.tuples(SHORT, st.lists(roles(), min_size=1, max_size=3)), max_size=4),
    schools=st.lists(st.tuples(SHORT, SHORT, periods()), max_size=3),
    skills=st.lists(SHORT, min_size=1, max_size=4),
    headline=SHORT,
    summary=st.lists(LONG, max_size=2),
)
def test_an_invented_profile_comes_back(
    saved: Callable[[Page], Profile],
    employers: list[tuple[str, list[tuple[Role, tuple[object, ...]]]]],
    schools: list[tuple[str, str, tuple[str, tuple[str, str | None, bool]]]],
    skills: list[str],
    headline: str,
    summary: list[str],
) -> None:
    work = tuple(
        Employer(name=name, roles=tuple(role for role, _ in held), total="9 years" if len(held) > 1 else "")
        for name, held in employers
    )
    education = (
        ("Acme College", ""),
        *((name, f"PhD, {area} · ({dates.split(' (')[0]})") for name, area, (dates, _) in schools),
    )
    side = (("Top Skills", tuple(skills)), ("Languages", ("English",)))
    page = replace(ADA, headline=headline, summary=tuple(summary), work=work, education=education, side=side)
    profile = saved(page)
    assert profile.basics.label == headline
    assert squeezed(profile.basics.summary or "") == squeezed("".join(summary))
    assert [
        (w.name, w.position, w.location, w.start_date, w.end_date, w.current, squeezed(w.summary or ""), w.highlights)
        for w in profile.work
    ] == [(name, *said) for name, held in employers for _, said in held]
    assert [
        (each.institution, each.area, (each.start_date, each.end_date, each.current)) for each in profile.education[1:]
    ] == [(name, area, said) for name, area, (_, said) in schools]
    assert profile.skills[0].keywords == tuple(skills)
