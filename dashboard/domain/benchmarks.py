"""Figures of others that a unit's own may be held against: each from a paper, and with what sets it apart.

Only what its paper states in so many words stands here. A figure without a source is not one.
"""

from dataclasses import dataclass

from dashboard.i18n import N_


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What a study found.

    Attributes:
        key: names it.
        study: what was studied, as an English msgid.
        months: within how many months; a key of the cohort's terms.
        supported: the share that got an ordinary job with the support.
        others: the share of those who got other help.
        people: how many took part.
        source: authors, year, journal.
        caveat: what makes it another thing than the unit's own figure, as an English msgid.
    """

    key: str
    study: str
    months: str
    supported: float
    others: float
    people: int
    source: str
    caveat: str


BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark(
        "sweden_2015",
        N_("IPS in Sweden, a randomised trial"),
        "18",
        0.46,
        0.11,
        120,
        "Bejerholm U, Areberg C, Hofgren C, Sandlund M, Rinaldi M (2015). Nord J Psychiatry 69:57–66",
        N_("People with severe mental illness in outpatient care; 73% could be followed for 18 months."),
    ),
    Benchmark(
        "norway_2019",
        N_("IPS in Norway, a randomised trial in several places"),
        "18",
        0.374,
        0.271,
        410,
        "Reme SE, Monstad K, Fyhn T, Sveinsdottir V, Løvvik C, Lie SA, Øverland S (2019). "
        "Scand J Work Environ Health 45(1):33–41",
        N_(
            "People with moderate to severe mental illness; those who were in a job at the follow-up, "
            "by a register."
        ),
    ),
)
