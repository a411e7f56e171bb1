from __future__ import annotations

import re

import pytest

from talentgraph.schema import COMMON, LABELS, RELATIONSHIPS

LIGHT, DARK = "#ffffff", "#111318"  # the darkest and lightest grounds that pages use


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def bare(name: str) -> str:
    return name.replace("_", "").casefold()


def test_no_label_and_relationship_share_a_name_in_any_case() -> None:
    names = [*LABELS, *RELATIONSHIPS]
    assert len({name.casefold() for name in names}) == len(names)
    assert len({bare(name) for name in names}) == len(names)


def test_names_keep_to_their_case() -> None:
    assert [name for name in LABELS if not re.fullmatch(r"(?:[A-Z][a-z]+)+", name)] == []
    assert [name for name in RELATIONSHIPS if not re.fullmatch(r"[A-Z]+(?:_[A-Z]+)*", name)] == []
    kinds = (*LABELS.values(), *RELATIONSHIPS.values())
    properties = {name for kind in kinds for name in (*kind.properties, *COMMON)}
    assert [name for name in properties if not re.fullmatch(r"[a-z]+\d*(?:[A-Z][a-z]+)*", name)] == []


def test_keys_are_names() -> None:
    assert all(key == kind.name for table in (LABELS, RELATIONSHIPS) for key, kind in table.items())


def test_sources_targets_and_parents_exist() -> None:
    for relationship in RELATIONSHIPS.values():
        assert relationship.sources, relationship
        assert relationship.targets, relationship
        assert {*relationship.sources, *relationship.targets} <= LABELS.keys(), relationship
    assert {label.parent for label in LABELS.values()} - {""} <= LABELS.keys()


def test_no_property_is_listed_twice_or_taken_from_all_nodes() -> None:
    for label in LABELS.values():
        assert len(set(label.properties)) == len(label.properties)
        assert not set(label.properties) & set(COMMON), label.name


@pytest.mark.parametrize("label", [label for label in LABELS.values() if label.drawn], ids=lambda label: label.name)
def test_drawn_labels_can_be_seen_on_light_and_dark_pages(label) -> None:  # type: ignore[no-untyped-def]
    light, dark = label.colour
    assert contrast(light, LIGHT) >= 3, f"{label.name}: {light} on {LIGHT}"
    assert contrast(dark, DARK) >= 3, f"{label.name}: {dark} on {DARK}"


def test_kinds_that_are_drawn_have_colours_of_their_own() -> None:
    colours = [label.colour for label in LABELS.values() if label.drawn and not label.parent]
    assert len(set(colours)) == len(colours)
