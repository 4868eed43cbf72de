"""What a form on the page decides about the file: each answer is one of those that were offered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.i18n import language
from dashboard.reports.import_desk import Job
from dashboard.reports.import_outcome import Options
from dashboard.reports.loading import Meaning, header_meaning, word_meaning

HEADER, WORD = "rubrik-", "ord-"
NOT_READ = "-"
"""The answer that a column is not to be read."""


def decided(job: Job, form: Mapping[str, str], table: str) -> Options:
    """The options with what the form says; earlier decisions about the same file stay."""
    replace_all = form.get("hela") == "ja"
    return replace(
        job.options,
        table=table or job.options.table,
        # A file of which rows are left out cannot be the whole truth.
        good_rows=form.get("godkanda") == "ja" and not replace_all,
        replace=replace_all,
        file_wins=form.get("filen-galler") == "ja",
        meanings=(*job.options.meanings, *_meanings(job, form)),
        language=language(),
    )


def _meanings(job: Job, form: Mapping[str, str]) -> Iterator[Meaning]:
    if job.outcome is None:
        return
    for place, header in enumerate(job.outcome.headers):
        answer = form.get(f"{HEADER}{place}", "")
        if answer == NOT_READ or answer in header.choices:
            column = "" if answer == NOT_READ else answer
            yield header_meaning(header.table, header.header, column)
    for place, word in enumerate(job.outcome.words):
        answer = form.get(f"{WORD}{place}", "")
        if answer in word.choices:
            yield word_meaning(word.table, word.column, word.word, answer)
