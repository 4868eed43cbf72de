"""What a client's rows say about each other."""

from collections import defaultdict

from dashboard.data.importer.columns import CLIENTS, PLACEMENTS
from dashboard.data.importer.file_table import Key
from dashboard.data.importer.rules.reporter import Case, places
from dashboard.domain.vocabulary import SUCCESSES
from dashboard.i18n import _


def check_clients(case: Case) -> None:
    """Each client is known since some day; one without a coach, or closed for no visible reason, is odd."""
    plan = case.plans.get("clients")
    if plan is None:
        return
    coach, applied, enrolled, reason = places(plan, "coach_id", "applied_on", "enrolled_on", "closing_reason")
    kinds = _kinds_of_clients(case) if any(entry.whole[reason] in SUCCESSES for entry in plan.entries) else {}
    for entry in plan.entries:
        whole = entry.whole
        if whole[enrolled] is None and whole[applied] is None:
            case.refuse(
                plan,
                entry,
                "enrolled_on",
                "never_enrolled",
                _("The client is neither enrolled nor waiting."),
                remedy=_("Write the day of enrolment, or the day of application for one who waits."),
            )
        if whole[coach] is None:
            case.warn(plan, entry, "coach_id", "no_coach", _("The client has no coach."))
        if whole[reason] in SUCCESSES and whole[reason] not in kinds.get(entry.key, ()):
            case.warn(
                plan,
                entry,
                "closing_reason",
                "reason_without_placement",
                _("The client was closed for this reason, but has no such placement."),
            )


def warn_before_enrolment(case: Case) -> None:
    """A placement or step before the client was enrolled is odd."""
    if not {"placements", "steps"} & case.plans.keys():
        return
    enrolled = CLIENTS.index("enrolled_on")
    clients = case.rows("clients")
    for table, column in (("placements", "started_on"), ("steps", "entered_on")):
        plan = case.plans.get(table)
        if plan is None:
            continue
        who, day = places(plan, "client_id", column)
        for entry in plan.entries:
            client = clients.get(entry.whole[who])
            if client is not None and client[enrolled] is not None and entry.whole[day] < client[enrolled]:
                case.warn(
                    plan,
                    entry,
                    column,
                    "before_enrolment",
                    _("The day lies before the client was enrolled, {day}.").format(day=client[enrolled]),
                )


def _kinds_of_clients(case: Case) -> dict[Key, set[object]]:
    who, kind = PLACEMENTS.index("client_id"), PLACEMENTS.index("kind")
    kinds: defaultdict[Key, set[object]] = defaultdict(set)
    for whole in case.rows("placements").values():
        kinds[whole[who]].add(whole[kind])
    return kinds
