r"""What a document defines: macros, environments, and the conditions of \newif."""

from __future__ import annotations

from talentgraph.read.latex.macros import BUILTIN, FIXED, Macro, signature_of
from talentgraph.read.latex.page import flatten
from talentgraph.read.latex.source import Tokens

_COMMANDS = ("\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand", "\\newrobustcmd")
_DOCUMENT_COMMANDS = ("\\NewDocumentCommand", "\\RenewDocumentCommand", "\\DeclareDocumentCommand")
_DEFS = ("\\def", "\\gdef", "\\edef", "\\xdef")
_ENVIRONMENTS = ("\\newenvironment", "\\renewenvironment", "\\NewDocumentEnvironment")
_OURS = ("\\cv", "\\resume", "\\twenty")  # names of popular classes, whose meaning is known better than their looks


class Definitions:
    """The macros of one document so far."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.macros: dict[str, Macro] = {}
        self.environments: dict[str, tuple[Macro, list[str]]] = {}
        self.flags: dict[str, bool] = {}
        self.ending = False  # whether the code that ends an environment has been put in front

    def define(self, token: str) -> bool:
        """Take the definition that a command begins; whether it began one."""
        if token in _COMMANDS:
            self._command()
        elif token in _DOCUMENT_COMMANDS:
            command = self.tokens.group()
            self._set(command, Macro(signature_of("".join(self.tokens.group())), tuple(self.tokens.group())))
        elif token in _DEFS:
            self._def()
        elif token in _ENVIRONMENTS:
            self._environment(document=token.startswith("\\New"))
        elif token == "\\let":
            self._let()
        elif token == "\\newif":
            self.flags["".join(self.tokens.group())[3:]] = False
        elif token.endswith(("true", "false")) and (name := token[1:].removesuffix("true")) and self._flag(name):
            pass
        else:
            return False
        return True

    def verdict(self, token: str) -> bool | None:
        """Whether a condition with both branches as arguments holds; None when the command is no such condition."""
        if token in ("\\ifstrempty", "\\ifblank", "\\ifdefempty"):
            return not "".join(self.tokens.group()).strip()
        if token == "\\notblank":
            return bool("".join(self.tokens.group()).strip())
        if token == "\\ifstrequal":
            return self.tokens.group() == self.tokens.group()
        if token == "\\ifthenelse":
            return self._equal(self.tokens.group())
        return None

    def holds(self, token: str) -> bool:
        """Whether a condition of TeX holds; those that depend on more than the text do not."""
        if token == "\\ifx":
            return self.tokens.take() == self.tokens.take()
        return token == "\\iftrue" or self.flags.get(token[3:], False)

    def _command(self) -> None:
        self._star()
        name = self.tokens.group()
        count = _number(self.tokens.optional())
        default = self.tokens.optional()
        signature = "m" * count if default is None else "o" + "m" * (count - 1)
        self._set(name, Macro(signature, tuple(self.tokens.group()), tuple(default or ())))

    def _def(self) -> None:
        macro = self.tokens.take() or ""
        count, plain = 0, True
        while not self.tokens.at("{"):
            token = self.tokens.take()
            if token is None or token == "\n\n":
                return
            count, plain = count + 1, plain and token == f"#{count + 1}"
        body = self.tokens.group()
        if plain:  # else its arguments end with certain words
            self._set([macro], Macro("m" * count, tuple(body)))

    def _environment(self, *, document: bool) -> None:
        self._star()
        name = flatten(self.tokens.group())
        if document:
            signature, default = signature_of("".join(self.tokens.group())), None
        else:
            count = _number(self.tokens.optional())
            default = self.tokens.optional()
            signature = "m" * count if default is None else "o" + "m" * (count - 1)
        begin, end = self.tokens.group(), self.tokens.group()
        if name not in ("document", "rSection", "itemize", "enumerate", "rSubsection", "cvitems"):
            self.environments[name] = (Macro(signature, tuple(begin), tuple(default or ())), end)

    def _let(self) -> None:
        name = self.tokens.group()
        if self.tokens.at("="):
            self.tokens.take()
        other = self.tokens.take() or ""
        self._set(name, self.macros.get(other, Macro("", (other,) * bool(other))))

    def _set(self, name: list[str], macro: Macro) -> None:
        """Note a macro, unless the name is one whose meaning is known better."""
        token = next((part for part in name if part.startswith("\\") and len(part) > 1), "")
        known = BUILTIN.get(token)
        count = macro.signature.count("m")
        ours = known and token.startswith(_OURS) and known.signature.count("m") == count
        ours = ours or (token == "\\cventry" and count in (5, 6))
        if token and token not in FIXED and not ours and macro.body != (token,):
            self.macros[token] = macro

    def _flag(self, name: str) -> bool:
        off = name.removesuffix("false")
        if name in self.flags:
            self.flags[name] = True
        elif off in self.flags:
            self.flags[off] = False
        else:
            return False
        return True

    def _equal(self, condition: list[str]) -> bool:
        if "\\equal" not in condition:
            return False
        words = condition[condition.index("\\equal") + 1 :]
        end = words.index("}") if "}" in words else 0
        return flatten(words[:end]).strip() == flatten(words[end + 1 :]).strip()

    def _star(self) -> None:
        if self.tokens.at("*"):
            self.tokens.take()


def _number(tokens: list[str] | None) -> int:
    words = "".join(tokens or ())
    return int(words) if words in "123456789" and words else 0
