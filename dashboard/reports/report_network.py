"""The networks behind the ties as sheets: positions, groups, ways to work, changed ties, and the mix."""

from collections.abc import Callable, Iterator

import pandas as pd

from dashboard.analysis.communities import Shared
from dashboard.i18n import N_, _
from dashboard.reports.definitions import measure_of
from dashboard.reports.layers import LAYERS, Layer
from dashboard.reports.reference_words import municipality, occupation
from dashboard.reports.stamped_file import Cell
from dashboard.reports.whole_report import WholeReport
from dashboard.reports.workbook import Form, Sheet, Shown
from dashboard.words import word

Row = list[Cell | Shown]

MOST_NODES = 25
FIGURES = ("links", "holds_together", "between", "constraint", "circles")
NODE_KINDS = {
    "coach": N_("Coach"),
    "employer": N_("Employer"),
    "unit": N_("Unit"),
    "referrer": N_("Referrer"),
    "party": N_("Party"),
    "kind": N_("Employers of one kind"),
}
CHANGES = {"new": N_("new tie"), "revived": N_("revived tie"), "lost": N_("lost tie")}
RUNG_WORDS = {
    "study_visit": N_("Study visit"),
    "job_tasting": N_("Job tasting"),
    "trial": N_("Trial"),
    "employment": N_("Employment"),
}


def positions(report: WholeReport) -> Sheet:
    """Who matters most to each network: those that most ways go through. Clients are not named."""
    header = [_("Network"), _("What it is"), _("Key"), _("Name"), *map(_name_of_figure, FIGURES)]
    rows = [
        [_(LAYERS[name]), *row] for name, layer in report.further().layers.items() for row in _nodes(layer)
    ]
    return Sheet(_("Places in the networks"), header, rows)


def groups(report: WholeReport) -> Sheet:
    """Groups of employers that are alike."""
    header = [
        _("Group"),
        _("Employers"),
        _name("communities.stability"),
        _("Most common occupation"),
        _("Part of the members"),
        _("Most common municipality"),
        _("Part of the members"),
        _("Most common sector"),
        _("Part of the members"),
    ]
    rows = [
        [
            group.name,
            Shown(len(group.employer_ids), Form.COUNT),
            Shown(group.stability, Form.DECIMAL),
            *_shared(group.occupation, occupation),
            *_shared(group.municipality, municipality),
            *_shared(group.sector, lambda letter: word("sector", letter)),
        ]
        for group in report.further().communities.found
    ]
    return Sheet(_("Groups of employers"), header, rows)


def group_members(report: WholeReport) -> Sheet:
    """Which group each employer belongs to."""
    header = [_("Key of the employer"), _("Employer"), _("Group")]
    rows: list[Row] = [
        [key, report.employers.get(key, ""), name]
        for key, name in sorted(report.further().communities.of().items())
    ]
    return Sheet(_("Members of the groups"), header, rows)


def ways_to_work(report: WholeReport) -> Sheet:
    """From visit to tasting to trial to job, at one employer."""
    header = [
        _("From"),
        _("To"),
        _("Value"),
        _("Number"),
        _("Of"),
        _("Lower limit, 95 %"),
        _("Upper limit, 95 %"),
    ]
    rows: list[Row] = []
    for (here, there), share in report.further().ways.conversion.items():
        low, high = share.interval or (None, None)
        rows.append(
            [
                _(RUNG_WORDS[here]),
                _(RUNG_WORDS[there]),
                Shown(share.share, Form.PERCENT),
                Shown(share.n, Form.COUNT),
                Shown(share.of, Form.COUNT),
                Shown(low, Form.PERCENT),
                Shown(high, Form.PERCENT),
            ]
        )
    return Sheet(_("From visit to job"), header, rows)


def stones(report: WholeReport) -> Sheet:
    """Employers from which clients went on to a job elsewhere."""
    return Sheet(
        _("Stepping stones"),
        [_("Key of the employer"), _("Employer"), _name("ways.stones")],
        [
            [key, report.employers.get(key, ""), Shown(count, Form.COUNT)]
            for key, count in report.further().ways.stones.items()
        ],
    )


def changed_ties(report: WholeReport) -> Sheet:
    """Ties that are new, revived or lost since one period ago."""
    change = report.further().change
    rows: list[Row] = [
        [
            _(CHANGES[kind]),
            coach,
            report.coaches.get(coach, ""),
            employer,
            report.employers.get(employer, ""),
        ]
        for kind in CHANGES
        for coach, employer in sorted(getattr(change, kind))
    ]
    header = [
        f"{change.before} – {change.after}",
        _("Key of the coach"),
        _("Coach"),
        _("Key of the employer"),
        _("Employer"),
    ]
    return Sheet(_("Changed ties"), header, rows)


def ownership_mix(report: WholeReport) -> Sheet:
    """Forms of ownership among the employers, those that are warm, and the period's placements."""
    header = [
        _("Ownership"),
        _("Employers"),
        _("Part"),
        _("Warm employers"),
        _("Part"),
        _("Placements in the period"),
        _("Part"),
    ]
    rows: list[Row] = []
    for row in report.further().mix:
        shares = (row.employers, row.warm, row.placements)
        cells = ((Shown(each.n, Form.COUNT), Shown(each.share, Form.PERCENT)) for each in shares)
        rows.append([mix_word(row.ownership), *(cell for pair in cells for cell in pair)])
    return Sheet(_("Mix of employers"), header, rows)


def mix_word(ownership: str) -> str:
    """The word for a form of ownership."""
    known = word("ownership", ownership)
    return known if known != ownership else _("not known")


def most_between(layer: Layer) -> pd.DataFrame:
    """The nodes that ways go through, the one with most first; clients left out."""
    nodes = layer.nodes[layer.nodes["kind"] != "client"]
    # The last digits are arithmetic: they may not decide the order.
    ranked = nodes.assign(rounded=nodes["between"].round(9))
    return ranked.sort_values(["rounded", "kind", "key"], ascending=[False, True, True], kind="stable")


def _nodes(layer: Layer) -> Iterator[Row]:
    for node in most_between(layer).head(MOST_NODES).to_dict("records"):
        yield [
            _node_kind(node["kind"]),
            "" if node["kind"] == "kind" else node["key"],
            node["label"],
            Shown(node["links"], Form.COUNT),
            _("yes") if node["holds_together"] else _("no"),
            Shown(node["between"], Form.PERCENT),
            Shown(node["constraint"], Form.DECIMAL),
            Shown(node["circles"], Form.DECIMAL),
        ]


def _node_kind(kind: str) -> str:
    text = NODE_KINDS[kind]
    return _(text)


def _shared(shared: Shared | None, told: Callable[[str], str]) -> tuple[Cell | Shown, Cell | Shown]:
    if shared is None:
        return None, None
    return told(shared.key), Shown(shared.n / shared.of, Form.PERCENT)


def _name_of_figure(figure: str) -> str:
    return _name(f"layers.node.{figure}")


def _name(path: str) -> str:
    return _(measure_of(path).name)
