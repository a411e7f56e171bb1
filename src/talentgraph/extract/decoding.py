"""Decoding: what spaCy's transition model finds, with the chance that it gives to each entity.

The path is the greedy one that spaCy takes itself, decided here for all tokens at once instead of one by one, so that
the chances cost nothing: it is in fact quicker. The chance of an entity is the product of the chances of the actions
that make it: begin, go on, and end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from spacy.language import Language

_FEATURES = 3  # tokens that spaCy's model looks at: this one, the first and the last one of the open entity

if not Doc.has_extension("chances"):
    Doc.set_extension("chances", default=None)


@dataclass(frozen=True, slots=True)
class _Found:
    """An entity by tokens, both ends included, and its chance."""

    first: int
    last: int
    label: str
    chance: float


def analyse(nlp: Language, doc: Doc) -> Doc:
    """Run a pipeline; `doc._.chances` maps the characters of each entity to the chance that the model gives it.

    Where something other than spaCy's entity recogniser finds entities, chances are absent for these.
    """
    doc._.chances = {}
    for _, pipe in nlp.pipeline:
        plain = isinstance(pipe, EntityRecognizer) and _is_free(doc) and len(doc) > 0
        doc = _decoded(pipe, doc) if plain else pipe(doc)
    return doc


def _is_free(doc: Doc) -> bool:
    """Whether nothing is set that would bind the recogniser: neither entities nor sentences."""
    return not doc.has_annotation("ENT_IOB") and not doc.has_annotation("SENT_START")


def _decoded(pipe: Any, doc: Doc) -> Doc:
    step = pipe.model.predict([doc])
    if step.state2vec.nF != _FEATURES:
        return pipe(doc)  # type: ignore[no-any-return]  # a model of another make
    found = list(_path(_Steps(step, pipe.moves), doc))
    doc.set_ents([Span(doc, one.first, one.last + 1, label=one.label) for one in found])
    doc._.chances = {(doc[one.first].idx, doc[one.last].idx + len(doc[one.last])): one.chance for one in found}
    return doc


class _Steps:
    """The scores of actions in many states at once."""

    def __init__(self, step: Any, moves: Any) -> None:
        self._step = step
        self.moves = [moves.get_class_name(column) for column in range(moves.n_moves)]
        self.begin = self._columns("B-")
        self.unit = self._columns("U-")
        self.outside = [column for column, move in enumerate(self.moves) if move == "O"]
        self.inside = {self.moves[column][2:]: column for column in self._columns("I-")}
        self.last = {self.moves[column][2:]: column for column in self._columns("L-")}

    def _columns(self, action: str) -> list[int]:
        return [column for column, move in enumerate(self.moves) if move.startswith(action) and len(move) > 2]

    def scores(self, tokens: Any, firsts: Any, before: Any) -> Any:
        """One row a state: the token, the first and the last token of the open entity (-1 without one)."""
        ids = np.ascontiguousarray(np.stack([tokens, firsts, before], axis=1), dtype="int32")
        hidden, _ = self._step.state2vec(ids, False)
        return self._step.vec2scores.predict(hidden) if self._step.vec2scores is not None else np.asarray(hidden)


def _path(steps: _Steps, doc: Doc) -> Iterator[_Found]:
    """The entities of the greedy path."""
    best, chances = _starts(steps, doc)
    begun = np.asarray([n for n, move in enumerate(best) if steps.moves[move].startswith("B-")], dtype="int32")
    ends = _ends(steps, len(doc), begun, [steps.moves[best[n]][2:] for n in begun])
    place = 0
    while place < len(doc):
        move = steps.moves[best[place]]
        last, chance = ends.get(place, (place, 1.0))
        if move != "O":
            yield _Found(place, last, move[2:], float(chances[place] * chance))
        place = last + 1


def _starts(steps: _Steps, doc: Doc) -> tuple[Any, Any]:
    """For each token the best action where no entity is open, and its chance."""
    count = len(doc)
    nothing = np.full(count, -1)
    scores = steps.scores(np.arange(count), nothing, nothing)
    allowed = np.full(scores.shape, -np.inf, dtype="float32")
    allowed[:, [*steps.begin, *steps.unit, *steps.outside]] = 0.0
    spaces = [token.i for token in doc if token.is_space]
    allowed[np.ix_(spaces, [*steps.begin, *steps.unit])] = -np.inf
    allowed[count - 1, steps.begin] = -np.inf
    scores = scores + allowed
    best = scores.argmax(axis=1)
    top = scores.max(axis=1, keepdims=True)
    return best, 1.0 / np.exp(scores - top).sum(axis=1)


def _ends(steps: _Steps, count: int, begun: Any, labels: list[str]) -> dict[int, tuple[int, float]]:
    """For each token where an entity begins, its last token and the chance of all that follows the beginning."""
    ends: dict[int, tuple[int, float]] = {}
    first = begun
    inside = np.asarray([steps.inside[label] for label in labels], dtype="int64")
    last = np.asarray([steps.last[label] for label in labels], dtype="int64")
    chance = np.ones(len(first))
    place = first + 1
    while len(first):
        scores = steps.scores(place, first, place - 1)
        rows = np.arange(len(first))
        lead = scores[rows, last] - scores[rows, inside]
        stops = (lead > 0) | (place == count - 1)
        chance = chance * np.where(place == count - 1, 1.0, 1.0 / (1.0 + np.exp(-np.abs(lead))))
        for number in np.flatnonzero(stops):
            ends[int(first[number])] = (int(place[number]), float(chance[number]))
        goes = ~stops
        first, inside, last, chance, place = first[goes], inside[goes], last[goes], chance[goes], place[goes] + 1
    return ends
