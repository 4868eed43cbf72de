"""The command `brygga`: thin commands over the layers below."""

import click

from dashboard import __version__
from dashboard.cli.check_command import check_command
from dashboard.cli.database import read_settings
from dashboard.cli.demo_command import demo_command
from dashboard.cli.import_command import import_command
from dashboard.cli.report_command import report_command
from dashboard.cli.serve_command import serve_command
from dashboard.cli.speech import BryggaGroup, examples
from dashboard.cli.user_command import user_command
from dashboard.i18n import N_


@click.group(
    cls=BryggaGroup,
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
    ctx.obj = read_settings()


for command in (serve_command, demo_command, import_command, report_command, user_command, check_command):
    main.add_command(command)
