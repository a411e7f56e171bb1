"""The truth about invented CVs: records and dates from the rows they were made of."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from talentgraph.train.corpus import Draft, drafts
from talentgraph.train.grammar import style
from talentgraph.train.grammar.pieces import Part, Row, rows
from talentgraph.train.measuring import write_set
from talentgraph.train.truth import dates, truth

MANNER = replace(style.draw(Random(1), ("Ada", "Example")), language="en", months="dotted", dash=" – ", now="now")


@pytest.mark.parametrize("form", ["month", "comma", "numeric", "iso", "short", "slashed", "hyphened"])
@pytest.mark.parametrize("months", ["short", "dotted", "long", "es", "de", "fr", "pt"])
def test_dates_are_read_back_as_they_were_meant(form: str, months: str) -> None:
    manner = replace(MANNER, date=form, months=months)
    for month in range(12 * 2018, 12 * 2019):
        random = Random(month)
        random.random = lambda: 0.5  # type: ignore[method-assign]  # no seasons
        words = f"{style.point(random, manner, month)} – {style.point(random, manner, month + 14)}"
        end = month + 14
        expected = {"startDate": f"2018-{month % 12 + 1:02}", "endDate": f"{end // 12}-{end % 12 + 1:02}"}
        assert dates(words, manner) == expected


def test_now_lengths_and_single_dates() -> None:
    manner = replace(MANNER, date="month", dash="-")
    assert dates("Sept. 2019-now", manner) == {"startDate": "2019-09", "current": True}
    assert dates("since May 2019", manner) == {"startDate": "2019-05", "current": True}
    assert dates("May 2019-June 2021 (2 years)", manner) == {"startDate": "2019-05", "endDate": "2021-06"}
    assert dates("Summer 2019", manner) == {"endDate": "2019"}
    assert dates("May '98-June '02", manner) == {"startDate": "1998-05", "endDate": "2002-06"}


def test_roles_have_the_employer_above_them() -> None:
    date = (Part("2020 – 2021", "", "date"),)
    made = [
        *rows(["{employer}", "{title}\t{date}"], {"employer": "Acme", "title": "Engineer", "date": date}),
        *rows(["{title}\t{date}"], {"title": "Intern", "date": date}),
    ]
    base = next(drafts(1))
    heading = Row((Part("Work"),), "heading")
    name = Row((Part("Ada Example", "PERSON", "person"),), "name")
    found = truth(Draft("ada", MANNER, base.look, (("head", (name,)), ("work", (heading, *made)))))
    assert found["basics"] == {"name": "Ada Example"}
    assert [(work["name"], work["position"]) for work in found["work"]] == [("Acme", "Engineer"), ("Acme", "Intern")]
    assert found["work"][0]["startDate"] == "2020"


@pytest.mark.parametrize("kept_out", [False, True])
def test_every_labelled_name_of_a_cv_is_in_its_truth(kept_out: bool) -> None:
    for draft in islice(drafts(2, kept_out=kept_out), 30):
        whole = json.dumps(truth(draft), ensure_ascii=False)
        for kind, made in draft.parts:
            for row in made:
                for part in row.parts:
                    if part.label in ("INSTITUTION", "PAPER", "AWARD", "PROJECT") and row.kind == "entry":
                        assert json.dumps(" ".join(part.text.split()), ensure_ascii=False)[1:-1] in whole, kind


def test_a_set_has_a_gold_file_and_cvs_for_each_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from talentgraph.train.rendering import themes

    monkeypatch.setattr(themes, "find_spec", lambda name: None)
    made = write_set(tmp_path, kept_out=True, people=2, each=2)
    assert sorted(path.name for path in (tmp_path / "gold").iterdir()) == ["001.json", "002.json"]
    assert {path.parent.name for path in made} == {"001", "002"}
    assert all(path.stat().st_size > 300 for path in made)
    assert len(made) == 4
