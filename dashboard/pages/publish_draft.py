"""What is being prepared: the choice, the audit of it, and the page as the public will see it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding
from dashboard.components.marks import Node, icon, status
from dashboard.components.still import element
from dashboard.i18n import LANGUAGES, N_, _, in_language, language, ngettext, number
from dashboard.pages.data_forms import check, submit
from dashboard.pages.publish_forms import choosing, publish_form
from dashboard.reports.access import Access
from dashboard.reports.publish_choices import period_told
from dashboard.reports.publish_desk import PublishDesk
from dashboard.reports.publish_draft import DraftShown, Outcome, TableOutcome
from dashboard.reports.publish_words import hidden_told, table_title, verdict_told

PREVIEW = "/publicera/forhandsvisning"
STAGES = {
    "counting": N_("Counting what was chosen"),
    "attacking": N_("Hiding what must be hidden, and trying to work it out again"),
}
NAMES = {"sv": "Svenska", "en": "English"}


def draft_card(access: Access) -> Component:
    """The card: the form, the audit under way, or what came of it."""
    desk = PublishDesk(access.store)
    draft = desk.draft(access)
    if draft is None:
        return card(ids.Publish.DRAFT_CARD, _("Prepare a publication"), _begin(access, desk))
    title = _("Audit of {period}").format(period=period_told(draft.choice.first, draft.choice.last))
    return card(
        ids.Publish.DRAFT_CARD, title, [*_notices(desk, access), *_at(draft), *_change(access, draft)]
    )


def _begin(access: Access, desk: PublishDesk) -> list[Node]:
    text = _(
        "Choose what the public is to see. Brygga counts it, hides what is about too few, and then tries to "
        "work out what is hidden. Nothing is public until you have seen it and said so."
    )
    return [*_notices(desk, access), html.P(text, className="u-measure"), choosing(access, None)]


def _notices(desk: PublishDesk, access: Access) -> list[Node]:
    return [
        html.P([icon("info"), sentence], className="u-notice", role="status")
        for sentence in desk.others(access)
    ]


def _at(draft: DraftShown) -> list[Node]:
    if draft.runs:
        return _running(draft)
    if draft.outcome is None:
        cut_off = _("The audit was cut off before it was done. Nothing was published.")
        return [_wrong(draft.sentence or cut_off), _steps(_again())]
    return _audited(draft, draft.outcome)


def _running(draft: DraftShown) -> list[Node]:
    bar = element(
        "div",
        element("label", _(STAGES.get(draft.stage, draft.stage)), for_=ids.Publish.PROGRESS),
        element("progress", id=ids.Publish.PROGRESS),
        class_="u-progress",
    )
    calm = _("You can leave the page and come back; the audit goes on.")
    return [bar, html.P(calm, className="b-muted b-s", role="status")]


def _audited(draft: DraftShown, outcome: Outcome) -> list[Node]:
    verdict = verdict_told(outcome.verdict)
    said = finding(verdict) if outcome.safe else _wrong(verdict.replace("**", ""))
    lists = html.Ul([_table(table) for table in outcome.tables], className="p-audit")
    if not outcome.safe:
        return [said, lists]
    if draft.changed:
        return [said, _wrong(draft.changed), _steps(_again()), lists]
    return [said, lists, *_publish(draft)]


def _table(table: TableOutcome) -> Component:
    lines = [html.Li(line) for line in hidden_told(table)]
    if not table.shown and not lines:
        mark = status("neutral", _("nothing to show"), "info")
    elif not lines:
        mark = status("good", _("all shown"))
    else:
        told = ngettext("{n} hidden", "{n} hidden", len(table.hidden)).format(n=number(len(table.hidden)))
        mark = status("attention" if table.shown else "neutral", told, "lock")
    shown = ngettext("{n} number shown", "{n} numbers shown", table.shown).format(n=number(table.shown))
    return html.Li(
        [
            html.Div(
                [html.B(table_title(table.key)), mark, html.Span(shown, className="b-muted b-s")],
                className="p-audit__head",
            ),
            *([html.Ul(lines, className="p-audit__why")] if lines else []),
        ]
    )


def _publish(draft: DraftShown) -> list[Node]:
    sure = check("ja", _("I have looked at the preview below, and it may be public."), required=True)
    key = element("input", type="hidden", name="forslag", value=draft.draft_id)
    button = submit([icon("globe"), _("Publish")], primary=True)
    return [publish_form("publicera", key, sure, button, class_="u-form u-guard p-publish")]


def _change(access: Access, draft: DraftShown) -> list[Node]:
    drop = publish_form("kasta", submit([icon("x"), _("Throw this away")], quiet=True))
    if draft.runs:
        return [drop]
    details = element(
        "details",
        element("summary", _("Choose otherwise")),
        choosing(access, draft.choice),
        class_="u-other",
    )
    return [details, drop]


def _again() -> Any:
    return publish_form("igen", submit([icon("undo"), _("Audit again")]))


def _steps(*forms: Any) -> Component:
    return html.Div(list(forms), className="u-steps")


def _wrong(sentence: str) -> Component:
    return html.P([icon("critical"), html.Span(sentence)], className="u-wrong", role="alert")


def preview_card(access: Access) -> Node:
    """The page exactly as the public will see it; nothing while there is no safe draft."""
    draft = PublishDesk(access.store).draft(access)
    if draft is None or draft.outcome is None:
        return None
    here = language()
    frame = html.Iframe(
        src=f"{PREVIEW}?lang={here}&forslag={draft.draft_id}",
        title=_("The public page, as it will be"),
        className="p-frame",
    )
    links = [_whole(code, draft.draft_id) for code in (here, *(code for code in LANGUAGES if code != here))]
    text = _("The same page, from the same numbers, as it will stand for everybody. It is not public yet.")
    return card(
        ids.Publish.PREVIEW_CARD,
        _("As the public will see it"),
        [html.P(text, className="u-measure"), html.Div(links, className="b-chips"), frame],
    )


def _whole(code: str, draft_id: str) -> Component:
    with in_language(code):
        text = _("Whole page in English") if code == "en" else _("Whole page in Swedish")
    return html.A(
        [icon("screen"), text],
        href=f"{PREVIEW}?lang={code}&forslag={draft_id}",
        target="_blank",
        className="b-btn",
        lang=code,
        disable_n_clicks=True,
    )
