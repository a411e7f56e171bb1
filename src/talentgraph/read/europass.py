"""Europass CVs in XML: the form of the first platform (SkillsPassport) and that of today (HR-XML Candidate)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Profile,
    Project,
    Publication,
    Record,
    Skill,
    Source,
    Volunteer,
    Work,
)
from talentgraph.read.text import decode
from talentgraph.read.tree import Node, Said, dated, joined, make, once, part, period, split, told
from talentgraph.read.xml_tree import read_xml

EXTRACTOR = "europass"
_BREAK = re.compile(r"<(?:/?(?:p|li|ul|ol|div|h\d)|br)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,2000}>")


def read_europass(data: bytes, source: Source) -> Profile:
    """A Europass CV. Raises ReadError when the XML holds none."""
    text = decode(data, source.path)
    root = read_xml(text, source.path)
    if root.name == "Candidate":
        fields = _candidate(root)
    else:
        whole = Node("", children=[root])
        learner = next(whole.find("LearnerInfo"), root)
        fields = _learner(learner)
    profile = Profile(source=source, text=text, extractor=EXTRACTOR, **fields)
    if not (profile.basics.evidence or profile.work or profile.education):
        raise ReadError(source.path, "is a Europass file without a CV", "export the CV again")
    return profile


def _learner(root: Node) -> dict[str, Any]:
    """The content of the older form."""
    return {
        "basics": _learner_basics(root),
        "work": told(_learner_work(node) for node in root.all("WorkExperienceList/WorkExperience")),
        "education": told(_learner_education(node) for node in root.all("EducationList/Education")),
        "languages": told(_learner_languages(root)),
        "skills": told(_learner_skills(root)),
    } | _achievements(root)


def _learner_basics(root: Node) -> Basics:
    who, at = "Identification/PersonName", "Identification/ContactInfo"
    address = next(iter(root.all(f"{at}/Address/Contact") or root.all(f"{at}/Address")), Node(""))
    town, country = address.get("Municipality"), address.get("Country/Label", "Country/Code", "Country")
    links = root.values(f"{at}/WebsiteList/Website/Contact", f"{at}/Website/Contact")
    kind = root.get("Headline/Type/Code")
    headline = root.get("Headline/Description/Label", "Headline/Description")
    is_summary = kind is not None and kind.text == "personal_statement"
    return make(
        Basics,
        name=joined([root.get(f"{who}/FirstName"), root.get(f"{who}/Surname")], " "),
        label=None if is_summary else headline,
        summary=_plain(headline) if is_summary else None,
        email=root.get(f"{at}/Email/Contact", f"{at}/Email"),
        phone=root.get(f"{at}/TelephoneList/Telephone/Contact", f"{at}/TelephoneList/Telephone"),
        url=links[0] if links else None,
        profiles=links,
        location=joined([town, country]),
        address=address.get("AddressLine"),
        postal_code=address.get("PostalCode"),
        city=town,
        country_code=address.get("Country/Code"),
    )


def _learner_work(node: Node) -> Work:
    return make(
        Work,
        name=node.get("Employer/Name"),
        position=node.get("Position/Label", "Position"),
        location=_learner_place(node, "Employer"),
        summary=_plain(node.get("Activities")),
        **_learner_period(node),
    )


def _learner_education(node: Node) -> Education:
    return make(
        Education,
        institution=node.get("Organisation/Name"),
        study_type=node.get("Title"),
        area=node.get("Field/Label"),
        location=_learner_place(node, "Organisation"),
        **_learner_period(node),
    )


def _learner_place(node: Node, of: str) -> Said | None:
    at = f"{of}/ContactInfo/Address/Contact"
    return joined([node.get(f"{at}/Municipality"), node.get(f"{at}/Country/Label", f"{at}/Country/Code")])


def _learner_period(node: Node) -> dict[str, Any]:
    fields = period(_learner_date(node, "Period/From"), _learner_date(node, "Period/To"))
    current = node.get("Period/Current")
    return fields | ({"current": current} if current and current.text == "true" and not fields["end_date"] else {})


def _learner_date(node: Node, path: str) -> Said | None:
    """A date: attributes as year="2020" month="--03" day="---15", or text."""
    parts = [node.get(f"{path}/@{unit}") for unit in ("year", "month", "day")]
    bare = [_digits(said) for said in parts if said]
    return joined([each for each in bare if each], "-") if parts[0] else dated(node.get(path))


def _digits(said: Said) -> Said | None:
    match = re.search(r"\d+", said.text)
    return part(said, *match.span()) if match else None


def _learner_languages(root: Node) -> Iterator[Language]:
    at = "Skills/Linguistic"
    for node in root.all(f"{at}/MotherTongueList/MotherTongue"):
        yield _native(node.get("Description/Label"))
    for node in root.all(f"{at}/ForeignLanguageList/ForeignLanguage"):
        levels = [said for level in node.all("ProficiencyLevel") for each in level.children if (said := each.value())]
        yield make(Language, language=node.get("Description/Label"), fluency=_levels(levels))


def _native(language: Said | None) -> Language:
    """A first language; that it is one, the file says by where it stands."""
    return make(Language, language=language, fluency=Said("native", language.spans) if language else None)


def _levels(levels: list[Said]) -> Said | None:
    """The levels of understanding, speaking and writing, each level named once."""
    return joined(once(levels), "/")


def _learner_skills(root: Node) -> Iterator[Skill]:
    for kind in ("Computer", "JobRelated"):
        for said in root.values(f"Skills/{kind}/Description", f"Skills/{kind}/Description/Label"):
            yield make(Skill, keywords=_items(said))


def _items(said: Said) -> list[Said]:
    """The items of a description in HTML, or of a list with commas."""
    return [_plain(each) or each for each in split(said, r"<[^<>]{1,2000}>|[,;\n]") if re.search(r"\w", each.text)]


def _achievements(root: Node) -> dict[str, Any]:
    found: dict[str, list[Record]] = {"publications": [], "projects": [], "awards": [], "certificates": []}
    for node in root.all("AchievementList/Achievement"):
        kind, said = node.get("Title/Code"), _plain(node.get("Description"))
        for line in split(said, r"\n"):
            match kind.text if kind else "":
                case "publications":
                    found["publications"].append(make(Publication, name=line))
                case "projects":
                    found["projects"].append(make(Project, name=line))
                case "honors_awards":
                    found["awards"].append(make(Award, title=line))
                case "certifications":
                    found["certificates"].append(make(Certificate, name=line))
    return {kind: told(records) for kind, records in found.items()}


def _candidate(root: Node) -> dict[str, Any]:
    """The content of the newer form."""
    profile = next(iter(root.all("CandidateProfile")), Node(""))
    jobs = [(each, job) for each in profile.all("EmploymentHistory/EmployerHistory") for job in _positions(each)]
    studies = profile.all("EducationHistory/EducationOrganizationAttendance")
    return {
        "basics": _candidate_basics(root, profile),
        "work": told(_candidate_work(*pair) for pair in jobs),
        "education": told(_candidate_education(node) for node in studies),
        "languages": told(_candidate_languages(root, profile)),
        "skills": told([make(Skill, keywords=list(_competencies(profile)))]),
        "publications": told(_candidate_publication(node) for node in profile.find("Publication")),
        "projects": told(_candidate_project(node) for node in profile.all("Projects/Project")),
        "certificates": told(_candidate_certificate(node) for node in profile.find("Certification", "License")),
        "volunteer": told(_candidate_volunteer(node) for node in profile.find("VoluntaryWork")),
        "interests": told(make(Interest, name=node.get("Title")) for node in profile.find("HobbyOrInterest")),
    }


def _positions(employer: Node) -> list[Node]:
    return employer.all("PositionHistory") or [Node("PositionHistory")]


def _candidate_basics(root: Node, profile: Node) -> Basics:
    contacts = root.all("CandidatePerson/Communication")
    address = next((node for each in contacts for node in each.all("Address")), Node(""))
    town, country = address.get("CityName"), address.get("CountryCode")
    who = "CandidatePerson/PersonName"
    name = joined([root.get(f"{who}/GivenName"), root.get(f"{who}/FamilyName")], " ")
    phones = [[each.get(key) for key in ("CountryDialing", "AreaDialing", "DialNumber")] for each in contacts]
    links = [each.get("URI") for each in contacts if _channel(each) in ("web", "instantmessage", "socialmedia")]
    return make(
        Basics,
        name=name or root.get(f"{who}/FormattedName"),
        email=next((each.get("URI") for each in contacts if _channel(each) == "email"), None),
        phone=next((joined(phone, " ") for phone in phones if phone[-1]), None),
        url=next((each.get("URI") for each in contacts if _channel(each) == "web"), None),
        profiles=[link for link in links if link],
        location=joined([town, country]),
        address=address.get("AddressLine"),
        postal_code=address.get("PostalCode"),
        city=town,
        country_code=country,
        summary=_plain(profile.get("ExecutiveSummary")),
    )


def _channel(node: Node) -> str:
    said = node.get("ChannelCode")
    return said.text.casefold() if said else ""


def _candidate_work(employer: Node, node: Node) -> Work:
    own = joined([node.get("City"), node.get("Country")])
    return make(
        Work,
        name=employer.get("OrganizationName"),
        position=node.get("PositionTitle"),
        location=own or _contact_place(employer),
        summary=_plain(node.get("Description")),
        url=employer.get("OrganizationContact/Communication/URI"),
        **_candidate_period(node if node.has("EmploymentPeriod") else employer, "EmploymentPeriod"),
    )


def _candidate_education(node: Node) -> Education:
    programme, degree = node.get("ProgramName"), node.get("EducationDegree/DegreeName")
    return make(
        Education,
        institution=node.get("OrganizationName"),
        study_type=degree or programme,
        area=programme if degree and programme and programme.text != degree.text else None,
        score=node.get("EducationDegree/FinalGrade/ScoreText"),
        location=_contact_place(node),
        url=node.get("OrganizationContact/Communication/URI"),
        **_candidate_period(node, "AttendancePeriod"),
    )


def _contact_place(node: Node) -> Said | None:
    at = "OrganizationContact/Communication/Address"
    return joined([node.get(f"{at}/CityName"), node.get(f"{at}/CountryCode")])


def _candidate_period(node: Node, path: str) -> dict[str, Any]:
    def date(name: str) -> Said | None:
        return node.get(f"{path}/{name}/FormattedDateTime", f"{path}/{name}")

    fields = period(date("StartDate"), date("EndDate"))
    current = node.get(f"{path}/CurrentIndicator", f"{path}/Ongoing")
    return fields | ({"current": current} if current and current.text == "true" and not fields["end_date"] else {})


def _candidate_languages(root: Node, profile: Node) -> Iterator[Language]:
    for said in root.values("CandidatePerson/PrimaryLanguageCode"):
        yield _native(said)
    for node in _competency_nodes(profile, languages=True):
        levels = node.values("CompetencyDimension/Score/ScoreText")
        yield make(Language, language=node.get("CompetencyName", "CompetencyID"), fluency=_levels(levels))


def _competency_nodes(profile: Node, *, languages: bool) -> Iterator[Node]:
    for node in profile.find("PersonCompetency"):
        taxonomy = node.get("TaxonomyID")
        if (taxonomy is not None and taxonomy.text.casefold() == "language") is languages:
            yield node


def _competencies(profile: Node) -> Iterator[Said]:
    """The skills that have a name and not only a code."""
    for node in _competency_nodes(profile, languages=False):
        said = node.get("CompetencyName", "CompetencyID")
        if said and not said.text.startswith("http"):
            yield said
    for node in profile.find("DigitalSkills", "DigitalSkill"):
        yield from node.values("Title", "SkillName", "Name")


def _candidate_publication(node: Node) -> Publication:
    return make(
        Publication,
        name=node.get("Title", "PublicationTitle", "FormattedPublicationDescription"),
        publisher=node.get("JournalName", "Publisher", "PublisherName"),
        release_date=dated(node.get("Date/FormattedDateTime", "PublicationDate/FormattedDateTime", "Year", "Date")),
        url=node.get("Link", "URI"),
    )


def _candidate_project(node: Node) -> Project:
    fields = (
        _candidate_period(node, "Period")
        if node.has("Period")
        else _candidate_period(Node("", children=[node]), node.name)
    )
    del fields["current"]
    return make(
        Project, name=node.get("Title"), description=_plain(node.get("Description")), url=node.get("Link"), **fields
    )


def _candidate_certificate(node: Node) -> Certificate:
    return make(
        Certificate,
        name=node.get("CertificationName", "LicenseName", "Title"),
        issuer=node.get("IssuingAuthority/Name", "IssuingAuthortity/Name", "OrganizationName"),
        date=dated(
            node.get("FirstIssuedDate/FormattedDateTime", "IssueDate/FormattedDateTime", "Date/FormattedDateTime")
        ),
    )


def _candidate_volunteer(node: Node) -> Volunteer:
    return make(
        Volunteer,
        organization=node.get("OrganizationName", "Organisation"),
        position=node.get("Title", "Role"),
        summary=_plain(node.get("Description")),
        **(_candidate_period(node, "Period") if node.has("Period") else {}),
    )


def _plain(said: Said | None) -> Said | None:
    """A value without HTML, which both forms put into descriptions; its place is that of the value as written."""
    if said is None or not re.search(r"[<&]", said.text):
        return said
    words = html.unescape(_TAG.sub("", _BREAK.sub("\n", said.text)))
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    return Said("\n".join(lines), said.spans) if lines else None
