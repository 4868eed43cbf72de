"""The cards of who waits to be enrolled, and who else is involved around the clients."""

from dashboard.analysis.clients import client_numbers
from dashboard.analysis.cooperation import Cooperation, cooperation
from dashboard.analysis.intervals import Share
from dashboard.analysis.queue import Queue, QueueNumbers, has_applied, queue
from dashboard.i18n import _, ngettext, number
from dashboard.reports.outcome_ground import OutcomeGround
from dashboard.reports.outcome_parts import Column, CountRow, OutcomeCard, Panel, TableRow
from dashboard.reports.outcome_titles import title_of
from dashboard.reports.outcome_words import counted
from dashboard.reports.state import UNKNOWN
from dashboard.reports.telling import days_told
from dashboard.words import word


def waiting_list(ground: OutcomeGround) -> OutcomeCard:
    """Who waits, and for how long, by district and referrer; and who came back."""
    found, clients = queue(ground.basis), client_numbers(ground.basis)
    districts = {key: _district(key) for key in found.by_district}
    referrers = {key: _referrer(key) for key in found.by_referrer}
    return OutcomeCard(
        key="queue",
        title=title_of("queue"),
        finding=_waits(found, int(has_applied(ground.basis).sum())),
        panels=(
            Panel(_("Waiting, by district"), counts=_bars(found.by_district, districts)),
            Panel(_("Waiting, by referrer"), counts=_bars(found.by_referrer, referrers)),
        ),
        columns=(
            Column(_("Figure")),
            Column(_("Number"), "count"),
            Column(_("Median days waited"), "decimal"),
            Column(_("Median days to enrolment"), "count"),
        ),
        rows=(
            TableRow((_("Waiting"), *_cells(found.total))),
            *(
                TableRow((f"{_('District')}: {districts[key]}", *_cells(one)))
                for key, one in found.by_district.items()
            ),
            *(
                TableRow((f"{_('Referrer')}: {referrers[key]}", *_cells(one)))
                for key, one in found.by_referrer.items()
            ),
            TableRow((_("New clients"), clients.enrolled, None, None), "clients.enrolled"),
            TableRow((_("of them back again"), clients.re_entries, None, None), "clients.re_entries"),
        ),
        measures=("outcomes.queue", "clients.enrolled", "clients.re_entries"),
        notes=(
            _("New clients in the period: {n}, {returned} of them back again.").format(
                n=number(clients.enrolled), returned=number(clients.re_entries)
            ),
        ),
    )


def around(ground: OutcomeGround) -> OutcomeCard:
    """Which parties are involved around the active clients, and where nobody coordinates."""
    found = cooperation(ground.basis)
    parties = sorted(found.by_party.items(), key=lambda row: -row[1]) if found else []
    return OutcomeCard(
        key="around",
        title=title_of("around"),
        finding=_involved(found),
        panels=(
            Panel("", counts=tuple(CountRow(_referrer(party), count) for party, count in parties if count)),
        ),
        columns=(Column(_("Figure")), Column(_("Number"), "decimal")),
        rows=_around_rows(found) if found else (),
        measures=("outcomes.cooperation", "clients.active"),
        notes=(_("Active clients that each party is involved around, on the day."),),
    )


def _bars(found: dict[str, QueueNumbers], names: dict[str, str]) -> tuple[CountRow, ...]:
    rows = sorted(found.items(), key=lambda row: (row[0] == UNKNOWN, -row[1].waiting, row[0]))
    return tuple(
        CountRow(
            names[key],
            one.waiting,
            beside=days_told(one.median_waited) if one.median_waited is not None else "",
        )
        for key, one in rows
        if one.waiting
    )


def _cells(one: QueueNumbers) -> tuple[int | float | None, ...]:
    return one.waiting, one.median_waited, one.median_to_enrolment


def _district(key: str) -> str:
    return _("Not known") if key == UNKNOWN else key


def _referrer(key: str) -> str:
    return _("Not known") if key == UNKNOWN else word("referrer", key)


def _waits(found: Queue, applied: int) -> str:
    total = found.total
    if not applied:
        return _("No application is recorded, so there is no queue to show.")
    if not total.waiting or total.median_waited is None:
        return _("Nobody waits to be enrolled.")
    return ngettext(
        "**{n}** client waits to be enrolled, since {days}.",
        "**{n}** clients wait to be enrolled; half of them have waited {days} or more.",
        total.waiting,
    ).format(n=number(total.waiting), days=days_told(total.median_waited))


def _involved(found: Cooperation | None) -> str:
    if found is None:
        return _("Nothing is recorded of who else is involved.")
    if not found.clients:
        return _("No client is active.")
    if not found.several_uncoordinated:
        return _("Every active client with several parties has somebody who coordinates.")
    share = counted(Share(found.several_uncoordinated, found.clients))
    return _("{share} active clients have several parties and nobody who coordinates.").format(share=share)


def _around_rows(found: Cooperation) -> tuple[TableRow, ...]:
    return (
        TableRow((_("Active clients"), found.clients), "clients.active"),
        TableRow((_("Parties per active client"), found.parties_per_client)),
        TableRow((_("Several parties and nobody who coordinates"), found.several_uncoordinated)),
        TableRow((_("Active clients who were enrolled before"), found.with_re_entries)),
        *(TableRow((_referrer(party), count)) for party, count in found.by_party.items()),
    )
