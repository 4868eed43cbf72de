"""Headers and words that are none of ours: what they most likely mean, for a person to say."""

from collections.abc import Iterator
from typing import Any

from dash import html

from dashboard.components.marks import Node, icon
from dashboard.i18n import _, ngettext, number
from dashboard.pages.data_forms import check, choice, form, submit
from dashboard.reports.import_desk import Job
from dashboard.reports.import_forms import HEADER, NOT_READ, WORD
from dashboard.reports.import_outcome import Outcome
from dashboard.reports.loading import HeaderSuggestion, WordSuggestion, title_of, word_title


def meanings_form(job: Job, outcome: Outcome) -> list[Node]:
    """The form; nothing when there is nothing to decide."""
    if not outcome.headers and not outcome.words:
        return []
    intro = _("Brygga does not guess. Say what these mean, and the file is read again.")
    remember = check("minns", _("Remember this for the next file"), checked=True)
    return [
        html.Div(
            [
                html.H3([icon("help"), _("Do you mean this?")]),
                html.P(intro),
                form(
                    "las",
                    *(_header(place, one) for place, one in enumerate(outcome.headers)),
                    *(_word(place, one) for place, one in enumerate(outcome.words)),
                    *_kept_options(job),
                    remember,
                    submit(_("Read it so"), primary=not outcome.can_write),
                    job=job.job_id,
                ),
            ],
            className="u-guard u-meanings",
        )
    ]


def _header(place: int, one: HeaderSuggestion) -> Any:
    label = [
        _("Column {letter} in {sheet}:").format(letter=one.letter, sheet=one.sheet),
        " ",
        html.B(one.header),
    ]
    options = [(name, title_of(one.table, name)) for name in one.choices]
    return choice(f"{HEADER}{place}", label, [*options, (NOT_READ, _("not to be read"))], one.column)


def _word(place: int, one: WordSuggestion) -> Any:
    cells = ngettext("{n} cell", "{n} cells", one.rows).format(n=number(one.rows))
    where = f"{title_of(one.table)}, {title_of(one.table, one.column)}"
    label = [f"{where} ({cells}): ", html.B(one.word)]
    undecided = ("", _("choose a word"))
    options = [(key, word_title(one.table, one.column, key)) for key in one.choices]
    return choice(f"{WORD}{place}", label, [undecided, *options], one.key)


def _kept_options(job: Job) -> Iterator[Any]:
    """How the file is read otherwise stays as it was."""
    if job.options.good_rows:
        yield check("godkanda", _("Leave out rows with errors"), checked=True)
    if job.options.replace:
        yield check("hela", _("The file is the whole truth"), checked=True)
