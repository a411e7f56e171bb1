"""ORCID records: the same mapping of JSON and XML, of whole records and of sections."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import unescape

import pytest
from read import orcid_record

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record
from talentgraph.read import read

AFFILIATION = {
    "department-name": "Caches",
    "role-title": "Engineer",
    "start-date": {"year": {"value": "2019"}, "month": {"value": "03"}, "day": None},
    "end-date": None,
    "organization": {"name": "Acme Läbs", "address": {"city": "Adatown", "region": None, "country": "DE"}},
    "url": None,
}
DEGREE = AFFILIATION | {"end-date": {"year": {"value": "2021"}}}
WORK = {
    "title": {"title": {"value": "On Caches"}, "subtitle": None},
    "external-ids": {
        "external-id": [
            {"external-id-type": "issn", "external-id-value": "1234-5678"},
            {"external-id-type": "doi", "external-id-value": "10.1000/caches"},
        ]
    },
    "type": "journal-article",
    "publication-date": {"year": {"value": "2020"}, "month": None, "day": None},
    "journal-title": {"value": "Caches Today"},
}


def section(*entries: tuple[str, dict[str, object]]) -> dict[str, object]:
    return {"affiliation-group": [{"summaries": [{f"{kind}-summary": entry}]} for kind, entry in entries]}


RECORD = {
    "orcid-identifier": {"path": "0000-0000-0000-0000"},
    "person": {
        "name": {
            "given-names": {"value": "Ada"},
            "family-name": {"value": "Example"},
            "credit-name": {"value": "A. Example"},
        },
        "other-names": {"other-name": [{"content": "Ada Sample"}, {"content": "Ada Example"}]},
        "biography": {"content": "Builds\ncaches."},
        "researcher-urls": {"researcher-url": [{"url-name": "home", "url": {"value": "https://example.org/ada"}}]},
        "emails": {"email": [{"email": "ada@example.org"}]},
        "addresses": {"address": [{"country": {"value": "DE"}}]},
    },
    "activities-summary": {
        "employments": section(("employment", AFFILIATION), ("employment", AFFILIATION | {"role-title": "Lead"})),
        "educations": section(("education", DEGREE | {"role-title": "PhD"})),
        "distinctions": section(("distinction", AFFILIATION | {"role-title": "Best Cache"})),
        "qualifications": section(("qualification", AFFILIATION | {"role-title": "Chartered Engineer"})),
        "services": section(("service", AFFILIATION | {"role-title": "Reviewer"})),
        "invited-positions": section(("invited-position", AFFILIATION | {"role-title": "Visitor"})),
        "fundings": {"group": [{"funding-summary": [{"title": {"title": {"value": "Grant"}}, "type": "grant",
                                                     "organization": {"name": "Fund"}}]}]},
        "works": {"group": [
            {"work-summary": [WORK, WORK]},
            {"work-summary": [WORK | {"title": {"title": {"value": "A Preprint"}}, "type": "preprint"}]},
        ]},
    },
}  # fmt: skip


def profile_of(folder: Path, name: str, data: bytes) -> Profile:
    (folder / name).write_bytes(data)
    profile = read(folder / name)
    assert isinstance(profile, Profile)
    return profile


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


def test_a_record_in_json(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, "ada.json", json.dumps(RECORD, ensure_ascii=False, indent=1).encode())
    assert profile.source.media_type == "application/vnd.orcid+json"
    basics = profile.basics
    assert (basics.name, basics.orcid, basics.location) == ("A. Example", "0000-0000-0000-0000", "DE")
    assert basics.aliases == ("Ada Example", "Ada Sample")
    assert basics.profiles == ("https://example.org/ada",)
    assert basics.summary == "Builds\ncaches."
    assert [work.position for work in profile.work] == ["Engineer", "Lead", "Visitor"]
    work = profile.work[0]
    assert (work.name, work.team, work.location) == ("Acme Läbs", "Caches", "Adatown, DE")
    assert (work.start_date, work.end_date, work.current) == ("2019-03", None, True)
    assert quotes(profile, work, "start_date") == ["2019", "03"]
    assert quotes(profile, work, "name") == ["Acme Läbs"]
    assert [(each.study_type, each.end_date, each.current) for each in profile.education] == [("PhD", "2021", False)]
    assert [award.title for award in profile.awards] == ["Best Cache"]
    assert [each.name for each in profile.certificates] == ["Chartered Engineer"]
    assert [each.position for each in profile.volunteer] == ["Reviewer"]
    assert [(each.name, each.entity, each.type) for each in profile.projects] == [("Grant", "Fund", "grant")]
    assert [paper.name for paper in profile.publications] == ["On Caches", "A Preprint"]
    paper = profile.publications[0]
    assert (paper.publisher, paper.release_date, paper.doi) == ("Caches Today", "2020", "10.1000/caches")
    assert quotes(profile, paper, "doi") == ["10.1000/caches"]
    assert [paper.status for paper in profile.publications] == [None, "preprint"]


XML = """<?xml version="1.0" encoding="UTF-8"?>
<a:employments xmlns:a="http://www.orcid.org/ns/activities" xmlns:c="http://www.orcid.org/ns/common"
    xmlns:e="http://www.orcid.org/ns/employment">
  <a:affiliation-group><e:employment-summary put-code="1">
    <c:department-name/><c:role-title>Engineer &amp; Lead</c:role-title>
    <c:start-date><c:year>2019</c:year><c:month>03</c:month></c:start-date>
    <c:organization><c:name>Acme Läbs
      </c:name><c:address><c:city>Ädatown</c:city><c:country>DE</c:country></c:address></c:organization>
  </e:employment-summary></a:affiliation-group>
</a:employments>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_section_in_xml(tmp_path: Path, encoding: str) -> None:
    profile = profile_of(tmp_path, "ada.xml", XML.replace('"UTF-8"', f'"{encoding}"').encode(encoding))
    assert profile.source.media_type == "application/vnd.orcid+xml"
    (work,) = profile.work
    assert (work.name, work.position, work.team) == ("Acme Läbs", "Engineer & Lead", None)
    assert (work.location, work.start_date, work.current) == ("Ädatown, DE", "2019-03", True)
    assert quotes(profile, work, "name") == ["Acme Läbs"]
    assert quotes(profile, work, "position") == ["Engineer &amp; Lead"]
    assert quotes(profile, work, "location") == ["Ädatown", "DE"]


@pytest.fixture(params=["json", "xml"])
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> Profile:
    """The profile in a record that has everything."""
    data = orcid_record.as_json() if request.param == "json" else orcid_record.as_xml()
    return profile_of(tmp_path, f"ada.{request.param}", data)


def test_all_employments_and_educations_of_a_whole_record(whole: Profile) -> None:
    assert [(w.position, w.name, w.team, w.start_date, w.end_date, w.current) for w in whole.work] == [
        ("Engineer", "Acme Läbs", "Caches", "2019-03-15", None, True),
        ("Intern", "Bolt & Sons", None, "2012", "2012", False),
        ("Engineer", "Cog", None, "2014-05", "2019-02", False),
        ("Senior Engineer", "Cog", None, "2017-01", "2019-02", False),
        ("Visitor", "University of Example", None, "2018-06", "2018-09", False),
    ]
    assert [w.location for w in whole.work][:2] == ["Adatown, Utopia, DE", "Bolton, GB"]
    assert whole.work[0].url == "https://acme.example"
    assert [(e.study_type, e.department, e.institution, e.start_date, e.end_date) for e in whole.education] == [
        ("PhD", "Computer Science", "University of Example", "2010-10", "2014-04-30"),
        ("BSc", None, "Acme College", "2006", "2010"),
    ]


def test_all_works_of_a_whole_record(whole: Profile) -> None:
    assert [(p.name, p.type, p.publisher, p.release_date, p.doi, p.status) for p in whole.publications] == [
        ("On Caches", "journal-article", "Caches Today", "2020-04", "10.1000/caches", None),
        ("A Preprint <of> Queues & Co", "preprint", None, "2021-12-24", None, "preprint"),
        ("A Book", "book", None, None, None, None),
    ]
    assert whole.publications[0].url == "https://example.org/caches"


def test_what_else_a_whole_record_has(whole: Profile) -> None:
    basics = whole.basics
    assert (basics.name, basics.orcid, basics.email) == ("Ada B. Example", orcid_record.ORCID, "ada@example.org")
    assert basics.aliases == ("Ada Example", "A. Example", "Ada Sample")
    assert (basics.summary, basics.country_code, basics.url) == ("Builds caches.", "DE", "https://example.org/ada")
    assert [(each.name, each.issuer, each.date) for each in whole.certificates] == [
        ("Chartered Engineer", "Board of Engineers", "2016-01-01")
    ]
    assert [(each.title, each.awarder, each.date) for each in whole.awards] == [("Fellow", "Cache Society", "2020")]
    assert [(v.position, v.organization, v.start_date, v.end_date, v.current) for v in whole.volunteer] == [
        ("Member", "Queue Club", "2015", None, True),
        ("Editor", "Acme Press", "2017-02", "2019", False),
    ]
    assert [(p.name, p.type, p.entity, p.start_date, p.end_date) for p in whole.projects] == [
        ("Large Grant", "grant", "Example Foundation", "2015-01-01", "2017-12-31"),
        ("Small Award", "award", "Acme Fund", "2019", None),
    ]
    assert [each.keywords for each in whole.interests] == [("caching", "queues")]


def test_each_value_of_a_whole_record_stands_at_its_evidence(whole: Profile) -> None:
    for record in (*whole.work, *whole.education, *whole.publications, *whole.projects):
        for key in record.evidence.keys() - {"current", "status", "start_date", "end_date", "release_date", "location"}:
            (quote,) = quotes(whole, record, key)
            assert unescape(quote) == getattr(record, key), key
        for key in record.evidence.keys() & {"start_date", "end_date", "release_date"}:
            assert "-".join(quotes(whole, record, key)) == getattr(record, key)


def test_a_work_given_in_full_has_authors(tmp_path: Path) -> None:
    names = ("Ada Example", "author"), ("Ed Itor", "editor"), ("Bo Sample", None)
    contributors = [
        {"credit-name": {"value": name}, "contributor-attributes": {"contributor-role": role}} for name, role in names
    ]
    content = {
        "path": "/0000/works",
        "group": [],
        "bulk": [{"work": WORK | {"contributors": {"contributor": contributors}}}],
    }
    profile = profile_of(tmp_path, "works.json", json.dumps(content).encode())
    assert [paper.authors for paper in profile.publications] == [("Ada Example", "Bo Sample")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.json", b'{"orcid-identifier": null, "activities-summary": {}}', "without content"),
        ("other.xml", b"<?xml version='1.0'?><menu><item>Soup</item></menu>", "neither a Europass CV nor an ORCID"),
        ("broken.xml", b"<?xml version='1.0'?><r xmlns='http://www.orcid.org/ns/record'><a>", "damaged XML"),
        (
            "bomb.xml",
            b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
            b"<r xmlns='http://www.orcid.org/ns/record'>&b;</r>",
            "document type or entities",
        ),
        (
            "file.xml",
            b"<?xml version='1.0'?><!DOCTYPE r SYSTEM 'file:///etc/passwd'><r xmlns='http://www.orcid.org/ns/record'/>",
            "document type or entities",
        ),
        ("deep.xml", b"<?xml version='1.0'?><r xmlns='http://www.orcid.org/ns/record'>" + b"<a>" * 5000, "too deeply"),
    ],
)
def test_foreign_and_hostile_files(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=reason) as caught:
        read(tmp_path / name)
    assert caught.value.remedy
    assert "passwd" not in str(caught.value)
