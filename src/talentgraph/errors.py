"""Every error that talentgraph raises on purpose.

    TalentGraphError
    ├── ReadError        a file cannot be read; the batch goes on without it
    ├── ProfileError     a profile file is not what it should be
    ├── WorkspaceError   the folder that `build` writes is missing, broken or not ours
    ├── QueryError       an unknown question, a wrong parameter, a statement the engine refuses
    ├── StoreError       a database cannot be reached, entered or written
    └── MissingExtra     an optional part is not installed; the message names the command

A message says what happened, where, and what to do about it.
"""

from __future__ import annotations


class TalentGraphError(Exception):
    """The base of all errors below; catch it to catch them all."""


class ReadError(TalentGraphError):
    """A document cannot be read."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        super().__init__(f"{path}: {reason}" + (f"; {remedy}" if remedy else ""))
        self.path, self.reason, self.remedy = path, reason, remedy


class ProfileError(TalentGraphError):
    """A profile file does not have the form of a profile."""


class WorkspaceError(TalentGraphError):
    """A folder is not a readable talentgraph workspace."""


class QueryError(TalentGraphError):
    """A question cannot be asked in this form."""


class StoreError(TalentGraphError):
    """A graph database cannot be reached, entered or written."""


class MissingExtra(TalentGraphError):
    """An optional part is not installed."""

    def __init__(self, what: str, command: str) -> None:
        super().__init__(f"{what} is not installed; install it with: {command}")
        self.command = command
