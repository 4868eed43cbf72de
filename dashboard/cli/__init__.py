"""The command `brygga`: thin commands over the layers below."""

from collections.abc import Mapping
from types import MappingProxyType

import click

from dashboard import __version__
from dashboard.cli.speech import BryggaGroup, examples
from dashboard.i18n import N_

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        name: f"dashboard.cli.{name}_command:{name}_command"
        for name in (
            "serve",
            "demo",
            "import",
            "imports",
            "mappings",
            "duplicates",
            "restore",
            "template",
            "export",
            "report",
            "settings",
            "assumptions",
            "user",
            "check",
        )
    }
)
"""Each command, and where it stands. Only the one that is run is loaded: a report needs no server."""


@click.group(
    cls=BryggaGroup,
    later=COMMANDS,
    help=N_("Brygga: a unit's network of employers, in the browser and on the command line."),
    epilog=examples(
        "brygga demo",
        "brygga import klienter.xlsx --dry-run",
        "brygga user add karin --role manager",
        "brygga serve",
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="Brygga")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Read the settings for the command that follows."""
    from dashboard.cli.database import read_settings  # noqa: PLC0415 (help and version answer at once)

    ctx.obj = read_settings()
