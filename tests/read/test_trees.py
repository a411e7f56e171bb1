"""Trees of structured files: values as the standard parsers read them, and places that hold them."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.errors import ReadError
from talentgraph.model import Education, Work
from talentgraph.read.csv_tree import read_csv
from talentgraph.read.json_tree import read_json
from talentgraph.read.tree import Node, Said, dated, make, period, split
from talentgraph.read.xml_tree import read_xml
from talentgraph.read.yaml_tree import read_yaml

words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufeff\xa0"),
    min_size=1,
    max_size=9,
)
said = words.filter(lambda text: text == text.strip() and text)
rows = st.lists(st.tuples(said, said), min_size=1, max_size=4)


@given(rows, st.sampled_from(["\n", "\r\n"]), st.integers(0, 50))
def test_csv_is_read_as_the_standard_library_reads_it(table: list[tuple[str, str]], end: str, offset: int) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerows([("First", "Second"), *table])
    text = out.getvalue()
    found = read_csv(text, offset=offset)
    assert [(row.get("First"), row.get("Second")) for row in found] == [
        tuple(Said(value, row.children[at].said.spans) for at, value in enumerate(pair))  # type: ignore[union-attr]
        for row, pair in zip(found, table, strict=True)
    ]
    for row in found:
        for cell in row.children:
            assert cell.said is not None
            ((start, stop),) = cell.said.spans
            assert text[start - offset : stop - offset].replace('""', '"') == cell.said.text


def test_csv_with_line_breaks_missing_cells_and_a_quote_that_never_ends() -> None:
    found = read_csv('A,B\n"one\ntwo",x\n\nonly\n"open,y\nz')
    assert [(row.get("A"), row.get("B")) for row in found][:2] == [
        (Said("one\ntwo", ((5, 12),)), Said("x", ((14, 15),))),
        (Said("only", ((17, 21),)), None),
    ]
    assert read_csv("") == []


@given(rows)
def test_xml_places_hold_the_values(table: list[tuple[str, str]]) -> None:
    lines = [f'<row key="{html.escape(key)}">\n  {html.escape(value)} </row>' for key, value in table]
    text = f"<?xml version='1.0'?>\n<!-- ü <x> --><cv xmlns='urn:x'>{''.join(lines)}</cv>"
    found = read_xml(text, "ada.xml").all("row")
    assert [(node.get("@key"), node.said) for node in found] == [
        (Said(key, node.all("@key")[0].said.spans), Said(value, node.said.spans))  # type: ignore[union-attr]
        for node, (key, value) in zip(found, table, strict=True)
    ]
    for node, pair in zip(found, table, strict=True):
        for each, value in zip((node.all("@key")[0], node), pair, strict=True):
            assert each.said is not None
            ((start, stop),) = each.said.spans
            assert html.unescape(text[start:stop]) == value


def test_xml_in_cdata() -> None:
    text = "<cv><name><![CDATA[ Ada <Example> ]]></name><empty/></cv>"
    found = read_xml(text, "ada.xml")
    assert found.get("name") == Said("Ada <Example>", ((20, 33),))
    assert found.get("empty") is None


@given(st.dictionaries(st.sampled_from("abc"), said | st.lists(said, max_size=3), min_size=1), st.booleans())
def test_yaml_places_hold_the_values(content: dict[str, Any], plain: bool) -> None:
    text = yaml.safe_dump({"cv": content}, allow_unicode=True, default_style=None if plain else '"', width=10_000)
    cv = read_yaml(text, "ada.yaml").all("cv")[0]
    for key, value in content.items():
        values = value if isinstance(value, list) else [value]
        found = cv.values(key)
        assert [each.text for each in found] == [str(each) for each in values]
        for each, whole in zip(found, values, strict=True):
            ((start, stop),) = each.spans
            assert text[start:stop] in (whole, whole.replace("'", "''")) or "\\" in text[start:stop]


def test_yaml_blocks_nulls_and_numbers() -> None:
    text = "cv:\n  a: |\n    one\n    two\n  b: ~\n  c: 2020-03\n  d: 'it''s'\n"
    cv = read_yaml(text, "ada.yaml").all("cv")[0]
    assert cv.get("a") == Said("one\ntwo\n", ((15, 26),))
    assert (cv.get("b"), cv.get("c")) == (None, Said("2020-03", ((39, 46),)))
    assert cv.get("d") == Said("it's", ((53, 58),))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [", "not valid YAML"),
        ("a: \x07", "not valid YAML"),
        ("[" * 5_000, "not valid YAML|beyond measure"),
        ("&a [x, x, x]\n" * 2, "not valid YAML"),
        (
            "\n".join(
                [
                    "a: &a [x]",
                    *(f"b{n}: &b{n} [{', '.join(['*b' + str(n - 1) if n else '*a'] * 20)}]" for n in range(9)),
                ]
            ),
            "beyond measure",
        ),
        ("a: " + "x" * 500_000, "too large"),
        ("a: !!python/object/apply:os.system ['true']\n- b", "not valid YAML"),
    ],
)
def test_hostile_yaml(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_yaml(text, "ada.yaml")
    assert caught.value.remedy


def test_yaml_tags_build_nothing() -> None:
    found = read_yaml("cv: {name: !!python/name:os.system Ada}", "ada.yaml")
    assert found.get("cv/name") == Said("Ada", ((35, 38),))


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.lists(said | st.none() | st.integers(), max_size=3)))
def test_json_lists_are_children_of_one_name(content: dict[str, Any]) -> None:
    text = json.dumps(content)
    root = read_json(text, "ada.json")
    for key, values in content.items():
        assert [each.text for each in root.values(key)] == [str(value) for value in values if value is not None]
        for each in root.values(key):
            ((start, stop),) = each.spans
            assert json.loads(f'"{text[start:stop]}"') == each.text


def test_records_know_their_evidence() -> None:
    record = make(Education, institution=Said("A  \n B", ((1, 7),)), courses=[Said("C", ((8, 9),))], current=True)
    assert (record.institution, record.courses, record.current) == ("A B", ("C",), True)
    assert record.evidence == {"institution": ((1, 7),), "courses.0": ((8, 9),)}
    assert make(Work, summary=Said("a\nb")).summary == "a\nb"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020", "", ("2020", None, True)),
        ("Mar 2020", "heute", ("2020-03", None, True)),
        ("2020-01-05", "Present", ("2020-01-05", None, True)),
        ("", "2021-12-31", (None, "2021-12-31", False)),
        ("2020-13", "2021-02-99", ("2020", "2021-02", False)),
        ("", "", (None, None, False)),
    ],
)
def test_periods(start: str, end: str, expected: tuple[str | None, str | None, bool]) -> None:
    fields = period(Said(start) if start else None, Said(end) if end else None, open_is_current=True)
    values = [value.text if isinstance(value, Said) else value for value in fields.values()]
    assert (values[0], values[1], values[2] in (True, "True")) == expected


def test_dates_keep_their_precision() -> None:
    assert [said.text if (said := dated(Said(text))) else None for text in ("2019", "May 2019", "1 May 2019", "x")] == [
        "2019", "2019-05", "2019-05-01", None,
    ]  # fmt: skip


@given(st.lists(said.filter(lambda text: not set(text) & set(",;")), min_size=1, max_size=4))
def test_parts_have_places_of_their_own(values: list[str]) -> None:
    text = ", ".join(values)
    for value, each in zip(values, split(Said(text, ((7, 7 + len(text)),))), strict=True):
        ((start, stop),) = each.spans
        assert each.text == value == text[start - 7 : stop - 7]


def test_nodes_are_found_at_any_depth() -> None:
    root = Node("", children=[Node("a", children=[Node("b", Said("x")), Node("a", Said("y"))])])
    assert [node.name for node in root.find("a", "b")] == ["a", "b", "a"]
    assert root.get("none", "a/a") == Said("y")
