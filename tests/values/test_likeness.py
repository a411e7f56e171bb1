from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.values.frequency import Frequencies
from talentgraph.values.likeness import liken
from talentgraph.values.readings import is_nobody, readings
from talentgraph.values.sounds import roman, sound

ONE = [
    ("Ada Quillfeather", "Quillfeather, Ada"),
    ("Ada Quillfeather", "A. Quillfeather"),
    ("Ada M. Quillfeather", "Quillfeather AM"),
    ("Jean-Pierre Duvalois", "J. P. Duvalois"),
    ("Xiaoming Ren", "Ren Xiao-Ming"),
    ("Xiaoming Ren", "X. M. Ren"),
    ("Phạm Thị Mai", "Mai Thi Pham"),
    ("Bob Quillfeather", "Robert Quillfeather"),
    ("B. Quillfeather", "Robert Quillfeather"),
    ("Юлия Зайцева", "Iuliia Zaitseva"),
    ("Γιώργος Αλεξίου", "Giorgos Alexiou"),
    ("김민준", "Min-jun Kim"),
    ("陳小明", "Xiaoming Chan"),
    ("Kouichi Ohno", "Koichi Ono"),
    ("Björn Müllerson", "Bjoern Muellerson"),
    ("Joost van den Elzen", "J. Vandenelzen"),
    ("Rosa Lima Quadros", "Rosa Quadros"),
    ("Carmen Ibarra Zubiri", "Carmen Ibarra"),
    ("Ada Quillfeather (advisor)", "Ada Quillfeather"),
    ("Quinten (Ada) Quillfeather", "Ada Quillfeather"),
]
OTHERS = [
    ("Mario Quadri", "Maria Quadri"),
    ("Ada Quillfeather", "Eva Quillfeather"),
    ("Ada B. Quillfeather", "Ada C. Quillfeather"),
    ("A. B. Quillfeather", "A. C. Quillfeather"),
    ("Jian Ren", "Jianhua Ren"),
    ("Hao-Wei Ren", "Wei-Lin Ren"),
    ("Ada Chen", "Ada Cheng"),
    ("Ada Schmitt", "Ada Schmidt"),
    ("Ada Quillfeather Jr.", "Ada Quillfeather Sr."),
    ("et al.", "et al."),
    ("Me", "Me"),
    ("The Example Collaboration", "The Example Collaboration"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_names_that_one_person_can_bear(left: str, right: str) -> None:
    assert not liken(left, right).contradicts
    assert liken(left, right).bits(Frequencies()) == liken(right, left).bits(Frequencies())


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_names_of_two_people(left: str, right: str) -> None:
    assert liken(left, right).contradicts
    assert liken(right, left).contradicts


def test_rare_names_say_more_than_frequent_ones() -> None:
    bits = [liken(name, name).bits(Frequencies()) for name in ("Wei Wang", "Thomas Duvalois", "Xanthe Quillfeather")]
    assert bits == sorted(bits)
    assert bits[0] < 14 < 20 < bits[2]


def test_a_full_name_says_more_than_its_initial() -> None:
    full, initial = liken("Ada Duvalois", "Ada Duvalois"), liken("Ada Duvalois", "A. Duvalois")
    assert full.bits(Frequencies()) > initial.bits(Frequencies()) + 2


def test_what_many_bear_in_the_documents_at_hand_says_less() -> None:
    counted = Frequencies.counted([("ada", "quillfeather"), *[(f"a{n}", "quillfeather") for n in range(50)]])
    assert counted.of_family("quillfeather") < Frequencies().of_family("quillfeather")


LETTERS = st.text(st.characters(categories=("L",)), min_size=1, max_size=8)
NAMES = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(left: str, right: str) -> None:
    there, back = liken(left, right), liken(right, left)
    assert (there.contradicts, there.cost) == (back.contradicts, back.cost)


@given(NAMES)
def test_every_name_is_like_itself(name: str) -> None:
    likeness = liken(name, name)
    assert is_nobody(name) or not readings(name)[0].given or not likeness.contradicts


@given(NAMES)
def test_forms_of_forms_are_the_forms(name: str) -> None:
    assert roman(roman(name)) == roman(name)
    assert sound(roman(name)) == sound(roman(name))
