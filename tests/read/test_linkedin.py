"""LinkedIn's data export: the files of a ZIP archive, as one text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record
from talentgraph.read import linkedin, read

FILES = {
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    'Ada,Exämple,Sample,,,Cache Engineer,"Builds ""fast"" caches.\nSince 2015.",Software,12345,"Adatown, Germany",'
    '[adaexample],"[PORTFOLIO:https://example.org/ada],[COMPANY:https://acme.example]",\n',
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    "old@example.org,Yes,No,\nada@example.org,Yes,Yes,\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Acme Labs,Senior Engineer,"Leads.\n• Built a cache\n• Shrank it",Adatown,Mar 2020,\n'
    '"Bolt, Inc",Engineer,,,2018,Feb 2020\n',
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'Acme University,2014,2018,"GPA: 3.9/4.0","BSc, Physics, Applied",Chess\n',
    "Skills.csv": "Name\nC++\nGo\n",
    "Publications.csv": "Name,Published On,Description,Publisher,Url\n"
    'On Caches,"Apr 3, 2019",Short,EuroSys,https://example.org/p\n',
    "Languages.csv": "Name,Proficiency\nGerman,Native or bilingual proficiency\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Cache Master,,Cache Board,May 2021,,\n",
    "Honors.csv": "Title,Description,Issued On\nBest Cache,,Jun 2019\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nminicache,Small,,Jan 2016,Feb 2017\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\n"
    "Queue Club,Treasurer,,2018,2019,\n",
    "Connections.csv": "First Name,Last Name\nSecret,Friend\n",
}  # fmt: skip


def export(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    path = folder / "Basic_LinkedInDataExport.zip"
    path.write_bytes(out.getvalue())
    return path


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


@pytest.mark.parametrize("folder", ["", "export/"])
def test_an_export(tmp_path: Path, folder: str) -> None:
    profile = read(export(tmp_path, {folder + name: content for name, content in FILES.items()}))
    assert isinstance(profile, Profile)
    basics = profile.basics
    assert (basics.name, basics.label, basics.email) == ("Ada Exämple", "Cache Engineer", "ada@example.org")
    assert (basics.location, basics.aliases) == ("Adatown, Germany", ("Ada Sample",))
    assert basics.summary == 'Builds "fast" caches.\nSince 2015.'
    assert basics.profiles == ("https://example.org/ada", "https://acme.example")
    assert quotes(profile, basics, "profiles.1") == ["https://acme.example"]
    assert quotes(profile, basics, "name") == ["Ada", "Exämple"]
    assert [account.username for account in profile.accounts] == ["adaexample"]
    first, second = profile.work
    assert (first.name, first.position, first.summary) == ("Acme Labs", "Senior Engineer", "Leads.")
    assert first.highlights == ("Built a cache", "Shrank it")
    assert quotes(profile, first, "highlights.1") == ["Shrank it"]
    assert (first.start_date, first.end_date, first.current) == ("2020-03", None, True)
    assert (second.name, second.start_date, second.end_date) == ("Bolt, Inc", "2018", "2020-02")
    assert quotes(profile, second, "name") == ["Bolt, Inc"]
    (degree,) = profile.education
    assert (degree.institution, degree.study_type, degree.area) == ("Acme University", "BSc", "Physics, Applied")
    assert (degree.score, degree.start_date, degree.end_date) == ("3.9/4.0", "2014", "2018")
    assert quotes(profile, degree, "area") == ["Physics, Applied"]
    assert profile.skills[0].keywords == ("C++", "Go")
    (paper,) = profile.publications
    assert (paper.name, paper.publisher, paper.release_date) == ("On Caches", "EuroSys", "2019-04-03")
    assert [(each.name, each.issuer, each.date) for each in profile.certificates] == [
        ("Cache Master", "Cache Board", "2021-05")
    ]
    assert [(each.title, each.date) for each in profile.awards] == [("Best Cache", "2019-06")]
    assert [(each.name, each.start_date, each.end_date) for each in profile.projects] == [
        ("minicache", "2016-01", "2017-02")
    ]
    assert [(each.language, each.fluency) for each in profile.languages] == [
        ("German", "Native or bilingual proficiency")
    ]
    assert [(each.organization, each.position) for each in profile.volunteer] == [("Queue Club", "Treasurer")]


def test_the_text_names_each_file_and_leaves_other_people_out(tmp_path: Path) -> None:
    profile = read(export(tmp_path, FILES))
    lines = profile.text.splitlines()
    assert [line for line in lines if line.endswith(".csv")] == [name for name in linkedin.FILES if name in FILES]
    assert "Secret" not in profile.text


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"Profile.csv": "First Name,Last Name\n"}, "without a profile"),
        ({"Profile.csv": ""}, "without a profile"),
        ({"Positions.csv": b"\x00\x00\x01\x02" * 9}, "not a text file"),
        ({"Positions.csv": "A" * 9_000_000}, "too large"),
        ({"Positions.csv": "Title\n" + "," * 200_000}, "too many cells"),
        ({"photo.jpg": b"\xff\xd8"}, "ZIP archive"),
    ],
)
def test_other_archives(tmp_path: Path, files: Mapping[str, str | bytes], reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read(export(tmp_path, files))
    assert caught.value.remedy
