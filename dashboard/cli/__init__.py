"""The command `brygga`: thin commands over the layers below."""

from collections.abc import Mapping
from types import MappingProxyType

import click

from dashboard import __version__
from dashboard.cli.speech import BryggaGroup, examples
from dashboard.i18n import N_

IN_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "serve": N_("Run Brygga for the browser."),
        "demo": N_("Invent a unit to look around in, or remove it."),
        "template": N_("Write a workbook to fill in."),
        "import": N_("Read the unit's own spreadsheets."),
        "imports": N_("What has been imported, and undo the last."),
        "mappings": N_("What the unit's own headers and words mean."),
        "duplicates": N_("Employers that may be one and the same."),
        "export": N_("Write everything out, to be read back."),
        "restore": N_("Put back a copy of the database."),
        "report": N_("Every figure: JSON, workbook, sentences or slides."),
        "publish": N_("Audit figures and make them public."),
        "publications": N_("What has been made public."),
        "withdraw": N_("Take a publication away."),
        "settings": N_("The unit's own thresholds, weights and targets."),
        "assumptions": N_("What the unit assumes about cost and benefit."),
        "user": N_("Who may sign in, and as what."),
        "check": N_("Whether settings and database are in order."),
    }
)
"""Each command in a few words, in the order in which a new unit meets them."""
COMMANDS: Mapping[str, str] = MappingProxyType(
    {name: f"dashboard.cli.{name}_command:{name}_command" for name in IN_SHORT}
)
"""Each command, and where it stands. Only the one that is run is loaded: a report needs no server."""


@click.group(
    cls=BryggaGroup,
    later=COMMANDS,
    in_short=IN_SHORT,
    help=N_("Brygga: a unit's network of employers, in the browser and on the command line."),
    epilog=examples(
        "brygga demo",
        "brygga import kunder.xlsx --dry-run",
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
