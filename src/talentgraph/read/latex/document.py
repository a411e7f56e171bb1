"""LaTeX source becomes a Document: tokens in, rows out, in one pass without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.latex.commands import (
    ASSIGNED,
    BREAKS,
    CELLS,
    DECLARATIONS,
    DIMENSION,
    ENVIRONMENTS,
    GAPS,
    LISTS,
    SOCIAL,
    UNPRINTED,
)  # fmt: skip
from talentgraph.read.latex.definitions import Definitions
from talentgraph.read.latex.macros import BUILTIN
from talentgraph.read.latex.page import Look, Page, flatten
from talentgraph.read.latex.source import Tokens, is_condition
from talentgraph.read.latex.symbols import ACCENTS, SYMBOLS, accented, ligated
from talentgraph.read.latex.tokens import LITERAL, PAR, tokenize
from talentgraph.read.limits import MAX_TEXT_CHARS
from talentgraph.read.rows import Row, assemble
from talentgraph.read.text import decode

_BODY = re.compile(r"\\begin\s*\{document\}")
_EMPTY_LABEL = re.compile(r"label\s*=\s*(?:,|$)")
_ICON = re.compile(r"\\fa[A-Z]|\\(?:ai|si)[A-Z]|\\[a-z]+symbol$")


def read_latex(data: bytes, source: Source) -> Document:
    """A LaTeX file. Nothing of it is run and no other file is opened. Raises ReadError when macros have no end."""
    text = decode(data, source.path).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if len(text) > MAX_TEXT_CHARS:
        raise ReadError(source.path, "has more text than a CV", "give the source of one CV only")
    return assemble(_levels(_Reader(text, source.path).rows()), source)


def _levels(rows: list[Row]) -> Iterator[Row]:
    """Rows whose outermost bullets have level 0, whatever lists there are around the entries."""
    least = min((row.level for row in rows if row.bullet), default=0)
    return (replace(row, level=max(row.level - least, 0)) for row in rows)


class _Reader:
    """Where reading stands: the tokens to come, the look of the text, the page."""

    def __init__(self, text: str, path: str) -> None:
        self.tokens = Tokens(tokenize(text), path)
        self.known = Definitions(self.tokens)
        self.page, self.look = Page(), Look()
        self.around: list[Look] = []  # the looks outside of the open groups
        self.open: dict[str, int] = {}  # environments, with how many of them are open
        self.preamble = bool(_BODY.search(text))
        self.head: list[str] = []
        self.math = False
        self.commands: dict[str, Callable[[], None]] = {
            "\\begin": self.begin, "\\end": self.end, "\\item": self.item, "\\\\": self.line,
            "\\heading@": self.heading, "\\endheading@": self.end_heading, "\\bullet@": self.bullet,
            "\\head@": self.on_top, "\\commas@": self.commas, "\\href@": self.link, "\\social@": self.social,
            "\\cventry": self.entry, "\\hspace": self.space, "\\MakeUppercase": self.upper, "\\uppercase": self.upper,
            "\\csname": self.csname,
        }  # fmt: skip

    def rows(self) -> list[Row]:
        while (token := self.tokens.take()) is not None:
            if self.preamble:
                self.before(token)
            else:
                self.token(token)
        self.page.end(self.look)
        return self.page.rows

    def before(self, token: str) -> None:
        """A token of the preamble: only definitions and what is printed on top count."""
        if token[0] != "\\" or self.known.define(token):
            return
        macro = self.known.macros.get(token, BUILTIN.get(token))
        if token == "\\begin" and flatten(self.tokens.group()) == "document":
            self.preamble = False
            self.tokens.put([*self.head, "\\row"])
        elif macro and "\\head@" in macro.body:
            self.tokens.expand(macro)
        elif token == "\\head@":
            self.head += self.tokens.group()
        elif token not in SYMBOLS:
            self.tokens.groups()

    def token(self, token: str) -> None:
        if token[0] == "\\" or token == "~":
            self.command(token)
        elif token == "{":
            self.around.append(self.look)
            self.look = replace(self.look, environment="{")
        elif token == "}":
            if self.look.environment == "{":
                self.look = self.around.pop()
        elif token == PAR:
            self.math = False
            self.paragraph()
        elif token == "$":
            self.math = not self.math
        elif token == "&":
            self.page.cell()
        else:
            self.text(token)

    def text(self, token: str) -> None:
        if token[0] == LITERAL:
            self.page.put(" ".join(token[1:].split()), self.look)
        elif not (self.math and token in "^_"):
            self.page.put(token if self.math else ligated(token), self.look)

    def command(self, token: str) -> None:
        """What a command does: the first that knows it decides."""
        if self.known.define(token) or self.condition(token):
            return
        if token in self.known.macros:
            self.tokens.expand(self.known.macros[token])
        elif token in self.commands:
            self.commands[token]()
        elif token in BUILTIN:
            self.star()
            self.tokens.expand(BUILTIN[token])
        elif token in DECLARATIONS:
            self.look = replace(self.look, **DECLARATIONS[token])
        elif token in SYMBOLS:
            self.page.put(SYMBOLS[token], self.look)
        elif token in ACCENTS:
            self.accent(token)
        else:
            self.layout(token)

    def layout(self, token: str) -> None:
        if token in GAPS:
            self.paragraph()
        elif token in BREAKS:
            self.page.end(self.look)
        elif token in CELLS:
            self.page.cell()
        elif token in ASSIGNED:
            self.assignment()
        elif token in UNPRINTED:
            self.star()
            self.unprinted(UNPRINTED[token])
        elif _ICON.match(token):
            self.tokens.optional()
            self.page.put(" ", self.look)
        elif token[1:2].isalpha():
            self.unknown()

    def unprinted(self, count: int) -> None:
        self.tokens.optional()
        for _ in range(count):
            if self.tokens.at("{"):
                self.tokens.group()
            self.tokens.optional()

    def unknown(self) -> None:
        """A command of an unknown class: its argument is text, and several of them are the cells of a line."""
        self.star()
        groups = self.tokens.groups()
        if len(groups) < 2:
            self.tokens.put(["{", *groups[0], "}"] if groups else [])
            return
        self.tokens.put(["\\row", *_cells([group for group in groups if not _is_measure(group)]), "\\row"])

    def star(self) -> None:
        if self.tokens.at("*"):
            self.tokens.take()

    def condition(self, token: str) -> bool:
        """Whether the command is a condition or a part of one, which is then dealt with."""
        if token == "\\else":
            self.tokens.skip_branch(to_else=False)
        elif token == "\\fi":
            pass
        elif (verdict := self.known.verdict(token)) is not None:
            chosen, other = self.tokens.group(), self.tokens.group()
            self.tokens.put(chosen if verdict else other)
        elif is_condition(token):
            if not self.known.holds(token):
                self.tokens.skip_branch(to_else=True)
        else:
            return False
        return True

    def paragraph(self) -> None:
        self.page.end(self.look)
        self.page.gap = True

    def line(self) -> None:
        self.star()
        self.tokens.optional()
        self.page.end(self.look)

    def space(self) -> None:
        self.star()
        if "\\fill" in self.tokens.group():
            self.page.cell()
        else:
            self.page.put(" ", self.look)

    def assignment(self) -> None:
        """A measure follows, with or without an equals sign."""
        for _ in range(12):
            token = self.tokens.take()
            if token is None or not (DIMENSION.match(token) and token != PAR or token in ASSIGNED):
                self.tokens.put([token] if token else [])
                return

    def accent(self, token: str) -> None:
        letter = self.tokens.group()
        if len(letter) == 1 and letter[0] not in SYMBOLS and letter[0][0] in "\\" and letter[0] not in ACCENTS:
            self.tokens.put(letter)
            return
        words = "".join(SYMBOLS.get(part, "" if part[0] in "\\{}" else part) for part in letter)
        self.page.put(accented(words.strip(), token), self.look)

    def upper(self) -> None:
        group = self.tokens.group()
        self.around.append(self.look)
        self.look = replace(self.look, upper=True, environment="{")
        self.tokens.put([*group, "}"])

    def csname(self) -> None:
        for _ in range(50):
            if self.tokens.take() in ("\\endcsname", None):
                return

    def heading(self) -> None:
        level = self.tokens.group()
        self.page.end(self.look)
        self.page.heading, self.page.bullet = int(level[0]), False
        self.tokens.optional()
        self.tokens.put(["{", *self.tokens.group(), "}", "\\endheading@"])

    def end_heading(self) -> None:
        self.page.end(self.look)
        self.page.heading = 0

    def item(self) -> None:
        label = self.tokens.optional()
        self.page.end(self.look)
        if label and any(map(str.isalnum, flatten(label))):
            self.tokens.put(["{", "\\bfseries", *label, "}", "\\cell"])
        else:
            self.page.bullet = self.look.marked and label != []

    def bullet(self) -> None:
        self.page.end(self.look)
        self.page.bullet = True

    def on_top(self) -> None:
        self.tokens.put(self.tokens.group())

    def commas(self) -> None:
        groups = [group for group in self.tokens.groups() if any(token.strip() for token in group)]
        parts = [token for group in groups for token in (",", " ", *group)]
        self.tokens.put(parts[2:])

    def link(self) -> None:
        address, label = self.tokens.group(), self.tokens.group()
        href = "".join(SYMBOLS.get(t, t.removeprefix(LITERAL)) for t in address if t not in "{} ")
        self.around.append(self.look)
        self.look = replace(self.look, href=href, environment="{")
        self.tokens.put([*label, "}"])

    def social(self) -> None:
        network, user = flatten(self.tokens.group()).strip(), self.tokens.group()
        base = SOCIAL.get(network, "")
        whole = "/" in flatten(user)
        self.tokens.put(["\\href@", "{", LITERAL + (base if not whole else ""), *user, "}", "{", *user, "}"])

    def entry(self) -> None:
        r"""\cventry of awesome-cv has five arguments, that of moderncv six."""
        given = self.tokens.optional() or []
        groups = self.tokens.groups()
        macro = BUILTIN["\\cventry@five" if len(groups) <= 5 else "\\cventry@six"]
        groups += [[] for _ in range(macro.signature.count("m") - len(groups))]
        braced = [token for group in groups for token in ("{", *group, "}")]
        self.tokens.put(["[", *given, "]", *braced] if macro.signature[0] == "o" else braced)
        self.tokens.expand(macro)

    def begin(self) -> None:
        name = flatten(self.tokens.group())
        environment = self.known.environments.get(name)
        options = "" if environment else flatten(self.tokens.optional() or [])
        self.page.end(self.look)
        self.around.append(self.look)
        self.open[name] = self.open.get(name, 0) + 1
        self.look = replace(self.look, environment=name)
        if name in LISTS:
            marked = not _EMPTY_LABEL.search(options)
            self.look = replace(self.look, depth=self.look.depth + 1, marked=marked)
        if environment:
            self.tokens.expand(environment[0])
        elif name in ENVIRONMENTS:
            self.unprinted(ENVIRONMENTS[name])
        else:
            self.titled(name)

    def titled(self, name: str) -> None:
        """The arguments of an environment that is none of LaTeX's: a heading, or the head of an entry."""
        if name in ("rSection", "cvsection", "resumesection", "ressection"):
            self.tokens.put(["\\heading@", "1"])
            return
        if groups := [group for group in self.tokens.groups(apart=False) if not _is_measure(group)]:
            pairs = [groups[number : number + 2] for number in range(0, len(groups), 2)]
            rows = [token for pair in pairs for token in (*_cells(pair), "\\row")]
            self.tokens.put(["\\gap@", *rows])

    def end(self) -> None:
        name = flatten(self.tokens.group())
        if name == "document":
            while self.tokens.take() is not None:
                pass
        if not self.open.get(name):
            return
        if name in self.known.environments and not self.known.ending:
            self.known.ending = True
            self.tokens.put([*self.known.environments[name][1], "\\end", "{", name, "}"])
            return
        self.known.ending = False
        self.page.end(self.look)
        while self.around and self.look.environment != name:
            self.close()
        self.close()

    def close(self) -> None:
        name = self.look.environment
        self.open[name] = self.open.get(name, 0) - 1
        self.look = self.around.pop() if self.around else Look()


def _cells(groups: list[list[str]]) -> list[str]:
    return [token for group in groups for token in ("{", *group, "}", "\\cell")]


def _is_measure(group: list[str]) -> bool:
    """Whether an argument says how wide or how many, not what."""
    words = flatten(group).strip()
    return bool(DIMENSION.match(words)) and not (len(words) == 4 and words.isdigit())  # a year is text
