"""The page of identity: figures, and mistakes with their reasons. It runs no script and requests nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, tostring

from talentgraph.evaluate.identity.figures import figures
from talentgraph.evaluate.identity.measuring import KINDS, Measured
from talentgraph.evaluate.identity.plot import bar, reliability_plot
from talentgraph.evaluate.identity.tags import Child, tag

_HTML = Path(__file__).resolve().parents[1] / "html"
_PLURAL = {"person": "People", "organization": "Organisations", "venue": "Venues", "technology": "Technologies"}
_BANDS = {
    "same": "merged by default", "probably": "shown as likely", "unsure": "asked about", "different": "kept apart",
}  # fmt: skip


def write(found: Measured, folder: Path) -> Path:
    """Write `identity.html` and `identity.json` into a folder, which is made; returns the page."""
    data = figures(found)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / "identity.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    target = folder / "identity.html"
    target.write_text(page(data), encoding="utf-8", newline="\n")
    return target


def page(data: Mapping[str, Any], *, title: str = "Identity") -> str:
    """The page of the figures as text, to be written as UTF-8.

    All texts are escaped by the serialiser; style is inside and allowed by its hash alone.
    """
    from talentgraph.draw.explorer import digest

    style = "".join((_HTML / name).read_text(encoding="utf-8") for name in ("colours.css", "identity.css"))
    policy = f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        tag("style", style),
    )
    html = tag("html", head, tag("body", *_body(data, title)), lang="en")
    return "<!doctype html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def _body(data: Mapping[str, Any], title: str) -> list[Element]:
    size = data["cohort"]
    says = (
        f"{size['documents']:,} documents of invented people: {size['names']:,} names of {size['things']:,} people, "
        f"organisations, venues and technologies became {size['nodes']:,} nodes."
    )
    return [
        tag("header", tag("h1", title), tag("p", says, class_="note")),
        tag(
            "main",
            _means(data["all"]),
            _section("By class", _classes(data["classes"])),
            _section("By difficulty", *_difficulties(data["difficulties"])),
            _section("Probabilities", *_probabilities(data)),
            _mistakes(data),
        ),
    ]


def _section(title: str, *children: Child) -> Element:
    return tag("section", tag("h2", title), *children)


def _means(means: Mapping[str, float | None]) -> Element:
    names = {"differ_f1": "Pairs whose texts differ", "pairs_f1": "All pairs of names", "b_cubed_f1": "B-cubed"}
    cards = (
        tag("div", tag("b", _percent(means[key])), tag("span", name), class_="card") for key, name in names.items()
    )
    note = tag("p", "F1 in percent, the mean of the classes.", class_="note")
    return tag("div", tag("div", *cards, class_="cards"), note)


def _classes(classes: Mapping[str, Any]) -> Element:
    heads = ["Class", *(f"{name} {part}" for name in ("differ", "pairs", "B³") for part in ("P", "R", "F1"))]
    rows = [
        [_PLURAL[kind], *(_percent(each[name][part]) for name in ("differ", "pairs", "b_cubed") for part in _PARTS)]
        + [f"{each[name]:,}" for name in ("names", "things", "nodes")]
        for kind, each in classes.items()
    ]
    return _table("Scores by class", [*heads, "Names", "Things", "Nodes"], rows)


_PARTS = ("precision", "recall", "f1")


def _difficulties(rows: Sequence[Mapping[str, Any]]) -> list[Element]:
    note = "Names in an unusual form, put together with those in the usual form; after ≠ look-alikes, kept apart."
    lists = (
        tag(
            "div",
            tag("h3", _PLURAL[kind]),
            _table(f"Difficulties: {_PLURAL[kind]}", ["", "Right", "", "Pairs"], _rated(rows, kind)),
        )
        for kind in KINDS
        if any(row["class"] == kind for row in rows)
    )
    return [tag("p", note, class_="note"), tag("div", *lists, class_="columns")]


def _rated(rows: Iterable[Mapping[str, Any]], kind: str) -> list[list[Child]]:
    chosen = sorted((row for row in rows if row["class"] == kind), key=lambda row: (not row["same"], row["share"]))
    return [
        [f"{'' if row['same'] else '≠ '}{row['name']}", _percent(row["share"]), bar(row["share"]), f"{row['pairs']:,}"]
        for row in chosen
    ]


def _probabilities(data: Mapping[str, Any]) -> list[Element]:
    every = data["calibration"]["all"]
    errors = "; ".join(
        f"{_PLURAL[kind].lower()} {_percent(each['error'])}"
        for kind, each in data["calibration"].items()
        if kind != "all"
    )
    error = _percent(every["error"])
    note = f"Expected calibration error {error} points on {every['pairs']:,} candidate pairs ({errors})."
    plot = reliability_plot(every["bins"])
    tables = [_bands("Candidate pairs of names", data["bands"]), _bands("Nodes that stay two", data["doubted"])]
    return [tag("p", note, class_="note"), tag("div", plot, tag("div", *tables), class_="beside")]


def _bands(title: str, bands: Iterable[Mapping[str, Any]]) -> Element:
    rows = [
        [each["band"], _BANDS[each["band"]], f"{each['pairs']:,}", f"{each['same']:,}", _share(each)]
        for each in bands
        if each["pairs"]
    ]
    return _table(f"Bands: {title}", [title, "", "Pairs", "One thing", "Percent"], rows)


def _share(each: Mapping[str, int]) -> str:
    return _percent(each["same"] / each["pairs"] if each["pairs"] else None)


def _mistakes(data: Mapping[str, Any]) -> Element:
    choices = [("all", "All classes"), *_PLURAL.items()]
    radios = [
        tag(
            "label",
            tag("input", type="radio", name="class", id=f"show-{key}", **({"checked": ""} if key == "all" else {})),
            name,
        )
        for key, name in choices
    ]
    columns = [
        _column("Put together wrongly", data["wrong"], data["mistakes"]["wrong"]),
        _column("Kept apart wrongly", data["missed"], data["mistakes"]["missed"]),
    ]
    picked = tag("fieldset", tag("legend", "Class"), *radios)
    return tag("section", tag("h2", "Mistakes"), picked, tag("div", *columns, class_="mistakes"), class_="errors")


def _column(title: str, rows: Sequence[Mapping[str, Any]], total: int) -> Element:
    told = f"{total:,}, the worst first" + (f"; {len(rows):,} are shown" if len(rows) < total else "")
    items = (_mistake(row) for row in rows)
    return tag("div", tag("h3", title, tag("small", told)), tag("ul", *items))


def _mistake(row: Mapping[str, Any]) -> Element:
    said = [tag("li", _weight(each["weight"]), " ", tag("bdi", each["says"])) for each in row["reasons"]]
    by = (
        tag("p", "put together by: ", tag("bdi", row["put_together_by"]), class_="note")
        if row["put_together_by"]
        else ""
    )
    compared = f"compared: {row['band']}, {_percent(row['probability'])} %"
    stands = f"{row['pairs']:,} pairs" if row["pairs"] > 1 else "1 pair"
    return tag(
        "li",
        tag("p", tag("span", row["class"], class_="kind"), tag("span", stands), tag("span", compared), class_="line"),
        tag("div", _side(row["left"]), _side(row["right"]), class_="sides"),
        tag("ul", *said, class_="reasons"),
        by,
        class_=f"mistake {row['class']}",
    )


def _side(side: Mapping[str, Any]) -> Element:
    traits = tag("small", ", ".join(side["traits"]), class_="traits") if side["traits"] else ""
    beside = tag("small", tag("bdi", side["context"])) if side["context"] else ""
    return tag("div", tag("bdi", side["text"], class_="name"), traits, beside)


def _weight(bits: float) -> Element:
    return tag("b", f"{bits:+.1f}".replace("-", "−"), class_="against" if bits < 0 else "for")


def _table(name: str, heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> Element:
    head = tag("thead", tag("tr", *(tag("th", each, scope="col") if each else tag("td") for each in heads)))
    body = (tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows)
    table = tag("table", head, tag("tbody", *body))
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=name)


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{100 * rate:.1f}"
