"""The registry of organisations: made from a dump, asked for names and affiliations. All records are invented."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from factory import named as person

from talentgraph import cli
from talentgraph.errors import TalentGraphError
from talentgraph.model import Work
from talentgraph.resolve import registry, resolve
from talentgraph.resolve.registry import dump


def record(number: int, name: str, country: str = "NO", city: str = "Zyxby", **more: Any) -> dict[str, Any]:
    """A record of schema 2."""
    names = [{"value": name, "types": ["ror_display", "label"], "lang": "en"}]
    names += [{"value": value, "types": ["alias"], "lang": None} for value in more.get("aliases", ())]
    names += [{"value": value, "types": ["acronym"], "lang": None} for value in more.get("acronyms", ())]
    place = {"country_code": country, "country_name": country, "name": city}
    return {
        "id": f"https://ror.org/0{number:06d}00",
        "names": names,
        "types": more.get("types", ["education"]),
        "status": more.get("status", "active"),
        "locations": [{"geonames_id": number, "geonames_details": place}],
        "relationships": [{"type": "parent", "label": "x", "id": parent} for parent in more.get("parents", ())],
    }


RECORDS = [
    record(1, "Zyxland University", acronyms=["ZU"], aliases=["Universitetet i Zyxland"]),
    record(2, "Zyxland Institute of Widgets", parents=["https://ror.org/000000100"], types=["facility"]),
    record(3, "Trinity College", "IE", "Dublin"),
    record(4, "Trinity College", "US", "Hartford"),
    record(5, "Zyx Gone College", status="withdrawn"),
    record(6, "Quorve Hospital", "SE", "Quorve", types=["healthcare"]),
]
ZYXLAND, WIDGETS, DUBLIN = (f"https://ror.org/0{number:06d}00" for number in (1, 2, 3))


def write(path: Path, records: Sequence[dict[str, Any]] = RECORDS) -> Path:
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Path]:
    target = tmp_path / "data" / "registry.sqlite"
    assert registry.import_ror(write(tmp_path / "ror.json"), target) == 5  # noqa: PLR2004 - without the withdrawn one
    with registry.used(target):
        yield target
    assert registry.current() is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zyxland University", ZYXLAND),
        ("University of Zyxland", ZYXLAND),
        ("Dept. of Physics, Univ. Zyxland, Zyxby, Norway", ZYXLAND),
        ("Department of Physics, The University of Zyxland 3 , Zyxby, Norway", ZYXLAND),
        ("Department of Physics of Zyxland University", ZYXLAND),
        ("Zyxland Institute of Widgets, Zyxland University, Norway", ZYXLAND),
        ("Zyxland Institute of Widgets", WIDGETS),
        ("Universitetet i Zyxland", ZYXLAND),
        ("ZU, Zyxby", ZYXLAND),
        ("ZU", None),
        ("Zyxland University, Toronto, Canada", None),
        ("Trinity College", None),
        ("Trinity College, Dublin, Ireland", DUBLIN),
        ("Trinity College, Cambridge, UK", None),
        ("Quorve Hospital, Zyxland University", None),
        ("Zyx Gone College", None),
        ("Zyxland", None),
        ("", None),
    ],
)
def test_an_affiliation_has_the_id_of_its_best_part_or_none(text: str, found: str | None, index: Path) -> None:
    answer = registry.link(text)
    assert (answer.id if answer else None) == found


def test_nodes_have_the_id_type_and_country_of_their_record(index: Path) -> None:
    works = [Work(name="Quorve Hospital"), Work(name="Trinity College", location="Dublin, Ireland")]
    works += [Work(name="Zyxland University"), Work(name="Universitetet i Zyxland"), Work(name="Physics, Acme")]
    found = resolve([person(f"{i}.txt", f"Person {'ABCDE'[i]}x", work=(work,)) for i, work in enumerate(works)])
    nodes = [found.nodes[found.mentions[f"{i}.txt#work.0.name"]] for i in range(5)]
    assert nodes[0].properties == {
        "rorId": "https://ror.org/000000600",
        "type": "Hospital",
        "countryCode": "SE",
    }
    assert nodes[2].id == nodes[3].id
    assert nodes[2].properties["rorId"] == ZYXLAND
    assert "rorId" not in nodes[4].properties


def test_without_a_registry_nothing_has_an_id() -> None:
    assert registry.link("Zyxland University") is None
    found = resolve([person("a.txt", "Ada Example", work=(Work(name="Zyxland University"),))])
    assert "rorId" not in found.nodes["organization/zyxland-university"].properties


def test_a_zip_is_read_and_of_two_files_that_of_schema_2(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ror.zip", "w") as archive:
        archive.writestr("v1-ror-data.json", json.dumps([{"id": "x", "name": "Old"}]))
        archive.writestr("v1-ror-data_schema_v2.json", json.dumps(RECORDS))
    assert [each.name for each in dump.read_ror(tmp_path / "ror.zip")][0] == "Zyxland University"


@pytest.mark.parametrize("form", ["items", "hits", "one"])
def test_answers_of_the_web_service_are_read_too(form: str, tmp_path: Path) -> None:
    value = {
        "items": {"items": RECORDS[:1]},
        "hits": {"hits": {"hits": [{"_source": RECORDS[0]}]}},
        "one": RECORDS[0],
    }[form]
    (tmp_path / "ror.json").write_text(json.dumps(value), encoding="utf-8")
    assert [each.id for each in dump.read_ror(tmp_path / "ror.json")] == [ZYXLAND]


def test_records_that_lie_across_two_reads_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "_PIECE", 7)
    path = write(tmp_path / "ror.json", [*RECORDS, record(7, "Universität Zyxheim ß 大学")])
    assert [each.name for each in dump.read_ror(path)][-1] == "Universität Zyxheim ß 大学"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "holds no records"),
        (b"[]", "holds no records"),
        (b"name,id\n", "no registry dump of schema 2"),
        (b"[1, 2]", "no registry dump of schema 2"),
        (b'[{"id": "x", "names": []}]', "no registry dump of schema 2"),
        (b'[{"id": "x", "name": "Old"}]', "of schema 1"),
        (b'[{"id": "x"', "no registry dump of schema 2"),
        (b"\xff\xfe[", "no registry dump of schema 2"),
        (b"[" * 100_000, "no registry dump of schema 2"),
    ],
)
def test_what_is_no_dump_is_refused_and_the_index_stays(content: bytes, complaint: str, index: Path) -> None:
    bad = index.with_name("bad.json")
    bad.write_bytes(content)
    before = index.read_bytes()
    with pytest.raises(TalentGraphError, match=complaint) as error:
        registry.import_ror(bad, index)
    assert str(bad) in str(error.value)
    assert "schema_v2.json" in str(error.value)
    assert index.read_bytes() == before
    assert sorted(path.name for path in index.parent.iterdir()) == ["bad.json", "registry.sqlite"]


def test_what_is_no_index_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("no database at all, but a text that is long enough to be one", encoding="utf-8")
    with pytest.raises(TalentGraphError, match="registry import ror"):
        registry.use(tmp_path / "a.sqlite")
    sqlite3.connect(tmp_path / "b.sqlite").close()
    with pytest.raises(TalentGraphError, match="registry import ror"):
        registry.use(tmp_path / "b.sqlite")
    registry.use(tmp_path / "missing.sqlite")
    assert registry.current() is None


def test_the_command_writes_where_the_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TALENTGRAPH_REGISTRY", str(tmp_path / "own" / "r.sqlite"))
    with pytest.raises(SystemExit) as left:
        cli.main(["registry", "import", "ror", str(write(tmp_path / "ror.json"))])
    assert left.value.code in (0, None)
    assert "5 organisations" in capsys.readouterr().err
    assert registry.default_path() == tmp_path / "own" / "r.sqlite"
    with registry.used(registry.default_path()):
        assert len(registry.current() or ()) == 5  # noqa: PLR2004
    with pytest.raises(SystemExit) as left:
        cli.main(["registry", "import", "ror", str(tmp_path / "none.json")])
    assert left.value.code == 2  # noqa: PLR2004
    assert "there is no such file" in capsys.readouterr().err


def test_the_place_of_the_registry_is_the_data_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTGRAPH_REGISTRY", "")
    assert registry.default_path() is None
    monkeypatch.delenv("TALENTGRAPH_REGISTRY")
    found = registry.default_path()
    assert found is not None
    assert found.parts[-2:] == ("talentgraph", "registry.sqlite")
