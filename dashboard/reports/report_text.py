"""The report as plain sentences, about one screen."""

import textwrap
from collections.abc import Callable, Iterator
from itertools import chain

from dashboard.i18n import N_, _, day
from dashboard.reports import sentences_clients as people
from dashboard.reports import sentences_compared as periods
from dashboard.reports import sentences_costs as money
from dashboard.reports import sentences_employers as places
from dashboard.reports import sentences_network as networks
from dashboard.reports import sentences_work as work
from dashboard.reports.hand_ratings import hand_finding, in_force
from dashboard.reports.telling import selection_in_words
from dashboard.reports.whole_report import WholeReport

WIDTH = 110
INDENT = "  "

Tell = Callable[[WholeReport], Iterator[str]]


def by_hand(report: WholeReport) -> Iterator[str]:
    """How many of the items that no record tells have points, when any has."""
    if in_force(report.hand):
        yield _("Rated by hand: {finding}").format(finding=hand_finding(report.hand).replace("**", ""))


def _together(*parts: Tell) -> Tell:
    return lambda report: chain.from_iterable(part(report) for part in parts)


SECTIONS: tuple[tuple[str, Tell], ...] = (
    (N_("Employers"), places.employers),
    (N_("Network"), _together(places.network, networks.changed, networks.behind)),
    (N_("Clients"), people.clients),
    (N_("Trials"), people.trials),
    (N_("Ways to work"), networks.ways),
    (N_("Ratings and targets"), work.ratings),
    (N_("Employments"), people.employments),
    (N_("Follow-ups"), people.follow_ups),
    (N_("Load"), work.load),
    (N_("Gaps"), _together(places.gaps, networks.mixed)),
    (N_("Equality"), people.equality),
    (N_("Compared with the period before"), periods.compared),
    (N_("Method check"), _together(places.method, by_hand)),
    (N_("Cost and benefit"), money.cost_benefit),
)


def report_text(report: WholeReport) -> str:
    """The report in words, in the language in use."""
    lines = list(_heading(report))
    for title, sentences in SECTIONS:
        lines.append(_(title))
        told = " ".join(sentences(report))
        lines += textwrap.wrap(told, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    return "\n".join(lines) + "\n"


def _heading(report: WholeReport) -> Iterator[str]:
    meta, period = report.values["meta"], report.period
    yield _("Report as of {day}, for {first} – {last}").format(
        day=day(report.on), first=day(period.first), last=day(period.last)
    )
    yield _("Selection: {selection}").format(selection=selection_in_words(report))
    yield _("Data {data}, definitions {definitions}. Exact, for the unit's own staff.").format(
        data=meta["data_version"], definitions=meta["definitions_version"]
    )
    yield ""
