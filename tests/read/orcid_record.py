"""An invented ORCID record with everything that the registry's schema 3.0 has, in JSON and in XML.

Both are made from the same rows; dates are texts of any precision, "" for none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

ORCID = "0000-0000-0000-0000"
STAMP = 1_600_000_000_000
SOURCE = {"source-orcid": {"uri": f"https://orcid.org/{ORCID}", "path": ORCID, "host": "orcid.org"},
          "source-name": {"value": "Some Registry"}}  # fmt: skip

# Affiliations: the groups of each kind; versions of one entry stand in one group.
# Each: role, department, organisation, city, region, country, start, end, page.
Row = tuple[str, str, str, str, str, str, str, str, str]
AFFILIATIONS: dict[str, list[list[Row]]] = {
    "employment": [
        [("Engineer", "Caches", "Acme Läbs", "Adatown", "Utopia", "DE", "2019-03-15", "", "https://acme.example")],
        [("Intern", "", "Bolt & Sons", "Bolton", "", "GB", "2012", "2012", ""),
         ("Intern", "", "Bolt & Sons", "Bolton", "", "GB", "2012", "2012", "")],
        [("Engineer", "", "Cog", "Cogville", "", "US", "2014-05", "2019-02", ""),
         ("Senior Engineer", "", "Cog", "Cogville", "", "US", "2017-01", "2019-02", "")],
    ],
    "invited-position": [[("Visitor", "", "University of Example", "Exampleton", "", "US", "2018-06", "2018-09", "")]],
    "education": [
        [("PhD", "Computer Science", "University of Example", "Exampleton", "", "US", "2010-10", "2014-04-30", "")],
        [("BSc", "", "Acme College", "Adatown", "", "DE", "2006", "2010", "")],
    ],
    "qualification": [[("Chartered Engineer", "", "Board of Engineers", "London", "", "GB", "2016-01-01", "", "")]],
    "distinction": [[("Fellow", "", "Cache Society", "Rome", "", "IT", "2020", "", "")]],
    "membership": [[("Member", "", "Queue Club", "Paris", "", "FR", "2015", "", "")]],
    "service": [[("Editor", "Journal of Caches", "Acme Press", "Adatown", "", "DE", "2017-02", "2019", "")]],
}  # fmt: skip

# Works: the groups; each version has title, subtitle, type, journal, date, page and ids (type, value, relation).
Work = tuple[str, str, str, str, str, str, tuple[tuple[str, str, str], ...]]
WORKS: list[list[Work]] = [
    [
        ("On Caches", "A View", "journal-article", "Caches Today", "2020-04", "https://example.org/caches",
         (("issn", "1234-5678", "part-of"), ("eid", "2-s2.0-1", "self"), ("doi", "10.1000/caches", "self"))),
        ("On caches", "", "journal-article", "Caches today", "2020", "", (("DOI", "10.1000/CACHES", "self"),)),
    ],
    [("A Preprint <of> Queues & Co", "", "preprint", "", "2021-12-24", "", (("arxiv", "arXiv:2112.00001", "self"),))],
    [("A Book", "", "book", "", "", "", ())],
]  # fmt: skip
FUNDINGS: list[list[tuple[str, str, str, str, str]]] = [
    [("Large Grant", "grant", "Example Foundation", "2015-01-01", "2017-12-31"),
     ("Large Grant", "grant", "Example Foundation", "2015-01-01", "2017-12-31")],
    [("Small Award", "award", "Acme Fund", "2019", "")],
]  # fmt: skip


def record() -> dict[str, Any]:
    """The record as the registry's JSON has it."""
    activities: dict[str, Any] = {"last-modified-date": {"value": STAMP}, "path": f"/{ORCID}/activities"}
    for number, (kind, groups) in enumerate(AFFILIATIONS.items()):
        activities[f"{kind}s"] = {
            "affiliation-group": [
                {"external-ids": {"external-id": []},
                 "summaries": [{f"{kind}-summary": _affiliation(row, 100 * number + n)} for n, row in enumerate(group)]}
                for group in groups
            ],
            "path": f"/{ORCID}/{kind}s",
        }  # fmt: skip
    activities["works"] = {"group": [{"external-ids": _ids(group[0][6]), "work-summary": [*map(_work, group)]}
                                     for group in WORKS]}  # fmt: skip
    activities["fundings"] = {"group": [{"funding-summary": [*map(_funding, group)]} for group in FUNDINGS]}
    activities["peer-reviews"] = {"group": [{"peer-review-group": [{"peer-review-summary": [_review()]}]}]}
    activities["research-resources"] = {"group": [{"research-resource-summary": [_resource()]}]}
    identifier = {"uri": f"https://orcid.org/{ORCID}", "path": ORCID, "host": "orcid.org"}
    return {"orcid-identifier": identifier, "preferences": {"locale": "en"}, "history": {"claimed": True},
            "person": _person(), "activities-summary": activities, "path": f"/{ORCID}"}  # fmt: skip


def as_json() -> bytes:
    """The record in JSON."""
    return json.dumps(record(), ensure_ascii=False, indent=2).encode()


def as_xml() -> bytes:
    """The record in XML, with the namespaces that the registry uses."""
    spaces = "".join(f' xmlns:{name}="http://www.orcid.org/ns/{name}"' for name in ("record", "common", "work"))
    body = "".join(_xml(name, value) for name, value in record().items() if name != "path")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<record:record{spaces}>{body}</record:record>'.encode()


def _person() -> dict[str, Any]:
    def each(**entry: Any) -> dict[str, Any]:
        return {**_managed(1), **entry}

    return {
        "name": {"given-names": {"value": "Ada"}, "family-name": {"value": "Example"},
                 "credit-name": {"value": "Ada B. Example"}, "visibility": "public", "path": ORCID},
        "other-names": {"other-name": [each(content="A. Example"), each(content="Ada Sample")]},
        "biography": {"content": "Builds caches."},
        "researcher-urls": {"researcher-url": [each(**{"url-name": "home", "url": {"value": "https://example.org/ada"}})]},
        "emails": {"email": [each(email="ada@example.org", primary=True)]},
        "addresses": {"address": [each(country={"value": "DE"})]},
        "keywords": {"keyword": [each(content="caching"), each(content="queues")]},
        "external-identifiers": {"external-identifier": [
            each(**{"external-id-type": "Some ID", "external-id-value": "7", "external-id-relationship": "self"})]},
    }  # fmt: skip


def _managed(code: int) -> dict[str, Any]:
    return {"put-code": code, "created-date": {"value": STAMP}, "last-modified-date": {"value": STAMP},
            "source": SOURCE, "visibility": "public", "display-index": "1"}  # fmt: skip


def _date(text: str) -> dict[str, Any] | None:
    parts = [*text.split("-"), "", ""] if text else []
    units = zip(("year", "month", "day"), parts, strict=False)
    return {unit: {"value": part} if part else None for unit, part in units} or None


def _affiliation(row: Row, code: int) -> dict[str, Any]:
    role, department, name, city, region, country, start, end, page = row
    address = {"city": city, "region": region or None, "country": country}
    known = {"disambiguated-organization-identifier": "https://ror.org/000000000", "disambiguation-source": "ROR"}
    return {
        **_managed(code), "department-name": department or None, "role-title": role,
        "start-date": _date(start), "end-date": _date(end),
        "organization": {"name": name, "address": address, "disambiguated-organization": known},
        "url": {"value": page} if page else None, "external-ids": None,
    }  # fmt: skip


def _ids(ids: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    return {"external-id": [
        {"external-id-type": kind, "external-id-value": value, "external-id-url": None,
         "external-id-normalized": {"value": value.lower(), "transient": True}, "external-id-relationship": relation}
        for kind, value, relation in ids
    ]}  # fmt: skip


def _work(row: Work) -> dict[str, Any]:
    title, subtitle, kind, journal, date, page, ids = row
    return {
        **_managed(7),
        "title": {"title": {"value": title}, "subtitle": {"value": subtitle} if subtitle else None,
                  "translated-title": {"value": "Sobre", "language-code": "es"}},
        "external-ids": _ids(ids), "url": {"value": page} if page else None, "type": kind,
        "publication-date": _date(date), "journal-title": {"value": journal} if journal else None,
    }  # fmt: skip


def _funding(row: tuple[str, str, str, str, str]) -> dict[str, Any]:
    title, kind, name, start, end = row
    organization = {"name": name, "address": {"city": "Adatown", "region": None, "country": "DE"}}
    return {**_managed(8), "title": {"title": {"value": title}}, "type": kind, "start-date": _date(start),
            "end-date": _date(end), "organization": organization}  # fmt: skip


def _review() -> dict[str, Any]:
    organization = {"name": "Acme Press", "address": {"city": "Adatown", "region": None, "country": "DE"}}
    return {**_managed(9), "reviewer-role": "reviewer", "review-type": "review", "completion-date": _date("2019"),
            "review-group-id": "issn:1234-5678", "convening-organization": organization}  # fmt: skip


def _resource() -> dict[str, Any]:
    host = {"name": "Hosting Lab", "address": {"city": "Adatown", "region": None, "country": "DE"}}
    proposal = {"title": {"title": {"value": "A Proposal"}}, "hosts": {"organization": [host]},
                "start-date": _date("2018"), "end-date": None}  # fmt: skip
    return {**_managed(10), "proposal": proposal}


def _xml(name: str, value: Any) -> str:
    """An element: what JSON wraps as a value is text, lists repeat the element, codes and visibility are attributes."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "".join(_xml(name, each) for each in value)
    if not isinstance(value, dict):
        return f"<common:{name}>{escape(str(value))}</common:{name}>"
    if "value" in value and name not in ("external-id-normalized",):
        return f"<common:{name}>{escape(str(value['value']))}</common:{name}>"
    if name == "summaries":
        return "".join(_xml(*item) for item in value.items())
    return f"<common:{name}{''.join(_attributes(value))}>{''.join(_children(value))}</common:{name}>"


def _attributes(value: dict[str, Any]) -> Iterator[str]:
    for name in ("put-code", "visibility", "display-index", "path"):
        if isinstance(value.get(name), str | int) and "host" not in value:
            yield f' {name}="{value[name]}"'


def _children(value: dict[str, Any]) -> Iterator[str]:
    for name, each in value.items():
        if name not in ("put-code", "visibility", "display-index", "path") or "host" in value:
            yield _xml(name, each)
