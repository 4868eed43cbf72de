"""What it is measured against: targets, what studies found, and what the support costs and gives."""

from dashboard.domain.publication import Benchmark, Publication, TargetResult
from dashboard.i18n import N_, _, language, ngettext, number
from dashboard.public.cards import Card, Twin
from dashboard.public.signs import per_cent, share, uncertain
from dashboard.words import word

STATES = {
    "met": ("good", N_("reached")),
    "missed": ("attention", N_("not reached")),
    "open": ("info", N_("cannot be told")),
}
CARD_STATES = ("met", "missed", "open")
MILLION = 1_000_000


def targets_card(publication: Publication) -> Card | None:
    """The unit's own targets in three states."""
    if not publication.targets:
        return None
    rows = [_target(target) for target in publication.targets]
    met = sum(target.state == "met" for target in publication.targets)
    finding = ngettext(
        "**{met} of {n} target is reached.**", "**{met} of {n} targets are reached.**", len(rows)
    ).format(met=number(met), n=number(len(rows)))
    unsure = sum(target.state == "open" for target in publication.targets)
    if unsure:
        finding += " " + ngettext(
            "{n} cannot be told with numbers this small.",
            "{n} cannot be told with numbers this small.",
            unsure,
        ).format(n=number(unsure))
    return Card(
        "mal",
        _("Our targets"),
        finding,
        "targets",
        {"rows": rows},
        Twin(
            _("Targets and how they stand"),
            (_("What"), _("Target"), _("In the period"), _("Uncertain"), _("How it stands")),
            tuple(
                (row["name"], row["aim"], row["now"], row["uncertain"] or "–", row["state"]) for row in rows
            ),
        ),
    )


def _target(target: TargetResult) -> dict[str, str]:
    icon, state = STATES[target.state]
    part = target.part
    return {
        "name": in_their_words(target.name),
        "aim": per_cent(target.aim),
        "aim_at": str(target.aim),
        "now": share(part),
        "at": "" if part.per_cent is None else str(part.per_cent),
        "low": "" if part.low is None else str(part.low),
        "high": "" if part.high is None else str(part.high),
        "uncertain": uncertain(part).partition(": ")[2],
        "state": _(state),
        "icon": icon,
    }


def in_their_words(texts: object) -> str:
    """A text that the unit wrote, in the language in use if it did so, else in the other."""
    told = dict(texts) if texts else {}  # type: ignore[call-overload]  # language → text
    return str(told.get(language()) or told.get("sv") or next(iter(told.values()), ""))


def benchmarks_card(publication: Publication) -> Card | None:
    """What studies of the method have found."""
    if not publication.benchmarks:
        return None
    first = publication.benchmarks[0]
    return Card(
        "jamfort",
        _("What research says of the method"),
        _study(first),
        "benchmarks",
        {"rows": [_benchmark(one) for one in publication.benchmarks]},
        Twin(
            _("Share in work, with the method and with other support"),
            (_("Study"), _("With the method"), _("Other support"), _("Months"), _("Number of people")),
            tuple(
                (
                    in_their_words(one.name),
                    per_cent(one.supported),
                    per_cent(one.others),
                    number(one.months),
                    number(one.people),
                )
                for one in publication.benchmarks
            ),
        ),
        notes=(
            _("IPS is supported employment for people with mental illness."),
            _("The studies are made on other people in other places. They are no measure of us."),
        ),
    )


def _study(one: Benchmark) -> str:
    return _(
        "{name}: **{supported} of 100** had worked within {months} months with this method, "
        "and {others} of 100 with other support."
    ).format(
        name=_named(one),
        supported=number(one.supported),
        others=number(one.others),
        months=number(one.months),
    )


def _named(one: Benchmark) -> str:
    name = in_their_words(one.name)
    return name[:1].upper() + name[1:]


def _benchmark(one: Benchmark) -> dict[str, object]:
    return {
        "name": _named(one),
        "supported": one.supported,
        "others": one.others,
        "told": per_cent(one.supported),
        "others_told": per_cent(one.others),
        "source": one.source,
        "caveat": in_their_words(one.caveat),
        "size": _("{people} people, {months} months").format(
            people=number(one.people), months=number(one.months)
        ),
    }


def costs_card(publication: Publication) -> Card | None:
    """What the support costs and gives."""
    if not publication.costs:
        return None
    rows = [(line_name(one.key), kronor(one.kronor), one.kronor) for one in publication.costs]
    longest = max(abs(one.kronor) for one in publication.costs) or 1
    return Card(
        "kostnad",
        _("What it costs and gives"),
        _turns(publication.turns_at),
        "costs",
        {
            "rows": [
                (name, told, round(100 * abs(value) / longest, 1), value < 0) for name, told, value in rows
            ]
        },
        Twin(
            _("Kronor in the period, rounded to two figures"),
            (_("What"), _("Kronor")),
            tuple((name, told) for name, told, _value in rows),
        ),
        notes=(
            _(
                "The sums rest on assumptions that the unit has written down. They show an order of size, "
                "not a bill."
            ),
        ),
    )


def line_name(key: str) -> str:
    """What a line of costs is called; `actor.line` names both."""
    first, _dot, second = key.partition(".")
    if second:
        return f"{word('actor', first)}: {word('cost_line', second).lower()}"
    named = word("actor", key)
    return named if named != key else word("cost_line", key)


def kronor(value: int) -> str:
    """An amount in words: `1.2 million kronor`, `-350 000 kronor`."""
    sign = "−" if value < 0 else ""
    if abs(value) >= MILLION:
        millions = abs(value) / MILLION
        decimals = 1 if millions < 10 else 0
        return sign + _("{amount} million kronor").format(amount=number(millions, decimals))
    return sign + _("{amount} kronor").format(amount=number(abs(value)))


def _turns(turns_at: int | None) -> str:
    if turns_at is None:
        return _("What the support costs and what it gives in return.")
    return _(
        "It pays for itself when **at least {share} of the jobs** would not have come without the support."
    ).format(share=per_cent(turns_at))
