"""The report as a workbook: what it is about on the first sheet, then the areas and the lists."""

from collections.abc import Iterator

from dashboard.domain.setting_catalogue import SETTINGS, value_of
from dashboard.domain.setting_values import shown
from dashboard.i18n import _, day
from dashboard.reports.definitions import is_defined, notes
from dashboard.reports.further import KEYS as FURTHER_KEYS
from dashboard.reports.report_sheets import report_sheets
from dashboard.reports.supplement import KEYS
from dashboard.reports.telling import selection_in_words
from dashboard.reports.whole_report import WholeReport, paths
from dashboard.reports.workbook import Row, Sheet, as_workbook


def report_book(report: WholeReport) -> bytes:
    """The report as an .xlsx file."""
    return as_workbook([about(report), *report_sheets(report)])


def about(report: WholeReport) -> Sheet:
    """Selection, days and versions; the settings in force; how every figure is counted."""
    header = [_("About the report"), "", "", ""]
    rows = [*_selection(report), [], *_settings(report), [], *_notes(report)]
    return Sheet(_("About the report"), header, rows, wrapped=(1,))


def _selection(report: WholeReport) -> Iterator[Row]:
    meta, period = report.values["meta"], report.period
    yield [_("As of"), day(report.on)]
    yield [_("Period"), f"{day(period.first)} – {day(period.last)}"]
    yield [_("Selection"), selection_in_words(report)]
    yield [_("Version of the data"), meta["data_version"]]
    yield [_("Version of the definitions"), meta["definitions_version"]]
    yield [_("For whom"), _("The unit's own staff: the figures are exact, and not for publication.")]


def _settings(report: WholeReport) -> Iterator[Row]:
    yield [_("Setting"), _("What it decides"), _("Value"), _("Default")]
    for name, setting in SETTINGS.items():
        yield [name, _(setting.meaning), _cell(value_of(report.definitions, name)), _cell(setting.default)]


def _cell(value: float | tuple[int, ...]) -> float | str:
    return shown(value) if isinstance(value, tuple) else value


def _notes(report: WholeReport) -> Iterator[Row]:
    yield [_("Figure"), _("How it is counted"), _("Formula"), _("Source")]
    items = [f"fidelity.{row['item']}.value" for row in report.values["fidelity"]]
    for note in notes(
        filter(is_defined, (*paths(report.values), *items, *KEYS, *FURTHER_KEYS)), report.definitions
    ):
        yield [note.name, note.sentence, note.formula, note.source]
