"""The command line in the reader's language, and errors as one sentence.

Texts of commands are written with `N_` and translated when they are shown, so that one process can speak
both languages. Click takes its few words ("Usage", "Options") from the process's gettext; it is given ours.
"""

import os
from collections.abc import Mapping
from importlib import import_module
from typing import IO, Any

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from dashboard import i18n
from dashboard.domain.errors import BryggaError
from dashboard.i18n import _
from dashboard.wording import OURS

WRONG_USE = 2
CLICK_MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)


def speak() -> None:
    """Use the language that BRYGGA_LANGUAGE names, in our texts and in click's own."""
    i18n.use_language(os.environ.get("BRYGGA_LANGUAGE", i18n.DEFAULT_LANGUAGE))
    i18n.use_wording(OURS)  # the database, when a command opens it, has the unit's
    for module in CLICK_MODULES:
        for name, ours in (("_", i18n._), ("ngettext", i18n.ngettext)):
            if hasattr(module, name):
                setattr(module, name, ours)


class Stop(click.ClickException):
    """A sentence on standard error and exit code 2; never a trace."""

    exit_code = WRONG_USE

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the sentence."""
        click.echo(self.format_message(), file=file, err=file is None)


class BryggaGroup(click.Group):
    """The `brygga` command: chooses the language first, and turns domain errors into words.

    Args:
        later: commands that are loaded when they are asked for: name → "module:attribute".
        in_short: what each of them does, in a few words: the list of commands loads none of them.
    """

    def __init__(
        self,
        *args: Any,
        later: Mapping[str, str] | None = None,
        in_short: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._later = later or {}
        self._in_short = in_short or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which they were given."""
        return list(dict.fromkeys([*self._later, *self.commands]))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each in a few words."""
        if not self._in_short:
            super().format_commands(ctx, formatter)
            return
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(self._in_short[name])) for name in self.list_commands(ctx)])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, loaded now, in the language in use."""
        if cmd_name not in self._later:
            return super().get_command(ctx, cmd_name)
        module, _colon, attribute = self._later[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        _translate(command)
        return command

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command line."""
        speak()
        _translate(self)
        return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except BryggaError as error:
            raise Stop(str(error)) from error


def _translate(command: click.Command) -> None:
    # Each text keeps its English original beside it, so that a second run can choose again.
    for item in (command, *command.params):
        for name in ("help", "epilog", "short_help", "prompt"):
            text = getattr(item, name, None)
            if not isinstance(text, str):
                continue
            originals = item.__dict__.setdefault("_originals", {})
            original = originals.setdefault(name, text)
            setattr(item, name, _examples_title(original) if name == "epilog" else i18n._(original))
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _translate(child)


def _examples_title(lines: str) -> str:
    title = _("Examples:")
    return f"\b\n{title}\n{lines}"


def examples(*lines: str) -> str:
    """An epilog with examples, one a line, as they are typed."""
    return "\n".join(f"  {line}" for line in lines)
