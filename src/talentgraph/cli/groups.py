"""Groups of commands."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class WithDefault(TyperGroup):
    """A group whose first command needs no name: `evaluate GOLD DOCS` is `evaluate profiles GOLD DOCS`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        first = next(iter(self.commands))
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        plain = not args and self.no_args_is_help
        return super().parse_args(ctx, args if named or plain else [first, *args])
