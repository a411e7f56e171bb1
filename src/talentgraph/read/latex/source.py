"""The tokens still to be read, with what macros put in front of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from talentgraph.errors import ReadError
from talentgraph.read.latex.macros import Macro
from talentgraph.read.latex.tokens import LITERAL, PAR

MAX_EXPANSION = 300_000  # tokens that macros and arguments may put back, beyond four times those of the file
MAX_OPTIONAL = 400  # tokens in brackets; more are no argument


class Tokens:
    """Tokens to be taken from the front; `group`, `optional` and `arguments` take whole arguments."""

    def __init__(self, tokens: Iterable[str], path: str) -> None:
        self._rest = list(tokens)
        self._rest.reverse()
        self._path = path
        self._budget = MAX_EXPANSION + 4 * len(self._rest)

    def take(self) -> str | None:
        return self._rest.pop() if self._rest else None

    def put(self, tokens: Sequence[str]) -> None:
        """Put tokens in front. Raises ReadError when that has gone on for too long."""
        self._pay(len(tokens))
        self._rest.extend(reversed(tokens))

    def at(self, token: str) -> bool:
        """Whether a token comes next; blanks before it are then gone."""
        rest = self._rest
        while len(rest) > 1 and rest[-1] == " " and rest[-2] == " ":
            rest.pop()
        if len(rest) > 1 and rest[-1] == " " and rest[-2] == token:
            rest.pop()
        return bool(rest) and rest[-1] == token

    def group(self) -> list[str]:
        """What stands in the next braces, or else the next token."""
        while self._rest and self._rest[-1] == " ":
            self._rest.pop()
        token = self.take()
        if token is None or token == "}":
            self.put(["}"] * bool(token))
            return []
        return [token] if token != "{" else self._until("}")

    def optional(self) -> list[str] | None:
        """What stands in the next brackets, or None where none come."""
        return self._until("]") if self.at("[") and self._closes() else None

    def groups(self, *, apart: bool = True) -> list[list[str]]:
        """All groups in braces that follow each other, also with blanks between; brackets are left out."""
        found: list[list[str]] = []
        while apart or (self._rest and self._rest[-1] in "{["):
            if self.optional() is not None:
                continue
            if not self.at("{"):
                break
            found.append(self.group())
        return found

    def arguments(self, macro: Macro) -> list[list[str]]:
        """The arguments that a macro takes, empty where they are missing."""
        found: list[list[str]] = []
        for letter in macro.signature:
            if letter == "o":
                given = self.optional()
                found.append(list(macro.default) if given is None else given)
            elif letter == "s":
                found.append([self.take() or ""] if self.at("*") else [])
            else:
                found.append(self.group() if letter == "m" or self.at("{") else [])
        return found

    def expand(self, macro: Macro) -> None:
        """Put what a macro stands for in front."""
        arguments = self.arguments(macro)
        self.put(substitute(macro.body, arguments))

    def skip_branch(self, *, to_else: bool) -> None:
        """Leave out the tokens of a condition that does not hold, up to its end."""
        depth = 0
        while (token := self.take()) is not None:
            if is_condition(token):
                depth += 1
            elif token == "\\fi" and not depth or token == "\\else" and to_else and not depth:
                return
            elif token == "\\fi":
                depth -= 1

    def _until(self, closing: str) -> list[str]:
        if closing == "]":
            self.take()
        depth, found = 0, []
        while (token := self.take()) is not None:
            if token == closing and not depth:
                break
            depth += (token == "{") - (token == "}")
            found.append(token)
        self._pay(len(found))
        return found

    def _closes(self) -> bool:
        """Whether the bracket that comes next is closed soon, within the same group."""
        depth = 0
        for place, token in enumerate(reversed(self._rest[-MAX_OPTIONAL:-1])):
            depth += (token == "{") - (token == "}")
            if depth < 0 or token == PAR or (token == "]" and not depth):
                self._pay(place)
                return token == "]"
        self._pay(MAX_OPTIONAL)
        return False

    def _pay(self, tokens: int) -> None:
        self._budget -= tokens
        if self._budget < 0:
            raise ReadError(self._path, "has macros that go on without end", "give the PDF that LaTeX makes of it")


def substitute(body: Sequence[str], arguments: Sequence[Sequence[str]]) -> list[str]:
    """The body of a macro with its arguments."""
    found: list[str] = []
    for token in body:
        if len(token) == 2 and token[0] == "#" and token[1].isdigit():
            number = int(token[1]) - 1
            found += arguments[number] if number < len(arguments) else ()
        elif token[0] == LITERAL and "#" in token:
            found.append(_filled(token, arguments))
        else:
            found.append(token)
        if len(found) > MAX_EXPANSION:
            break  # `put` refuses it
    return found


def _filled(address: str, arguments: Sequence[Sequence[str]]) -> str:
    """An address with the words of the arguments that it names."""

    def words(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        return "".join(arguments[number])[:MAX_OPTIONAL] if number < len(arguments) else match[0]

    return re.sub("#([1-9])", words, address)


_NO_CONDITIONS = ("\\ifthenelse", "\\ifstrempty", "\\ifblank", "\\ifstrequal", "\\iff", "\\ifdefempty", "\\ifdef")


def is_condition(token: str) -> bool:
    r"""Whether a command is one of TeX's conditions, which end with \fi."""
    return token.startswith("\\if") and token not in _NO_CONDITIONS
