"""How each public number is counted, for whoever reads it: nothing that only staff see."""

from collections.abc import Mapping

from dashboard.domain.publication import Publication
from dashboard.i18n import N_, _

MEASURES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "people": (
        N_("People with support"),
        (
            N_("Had support: everybody who was enrolled for at least one day of the period."),
            N_(
                "Began to work or study: those of them who began a job or studies in the period. A person "
                "is counted once."
            ),
            N_("A trial or an internship is no job. A job may be with or without a wage subsidy."),
        ),
    ),
    "steps": (
        N_("Five steps"),
        (N_("Everybody with support at the end of the period, by the latest step that is on record."),),
    ),
    "gender": (
        N_("Women and men"),
        (
            N_("The gender that the unit has on record, for those who had support."),
            N_("We speak of a difference only when the two uncertain ranges lie wholly apart."),
        ),
    ),
    "trials": (
        N_("Trials"),
        (
            N_("Work trials, training and internships that ended in the period, by what came after."),
            N_("Led to work or studies: share of those where the outcome is known."),
        ),
    ),
    "retention": (
        N_("Do the jobs last"),
        (
            N_("The share that still has the job 90, 182 and 365 days after its first day."),
            N_("Jobs that go on are counted for as long as they have been followed (Kaplan–Meier)."),
            N_("The uncertain range is counted on the numbers shown here, so it tells nothing more (Peto)."),
        ),
    ),
    "half_years": (
        N_("Half-years"),
        (N_("Those who began to work or study in each half-year, counted as above."),),
    ),
    "employer_kinds": (
        N_("Who opens the door"),
        (N_("Placements that began in the period, by the employer's ownership and trade (SNI 2007)."),),
    ),
    "rungs": (
        N_("The ladder of relationships"),
        (
            N_(
                "Every employer stands on the highest rung it has ever reached: known, contacted, met, "
                "has taken somebody in, has hired, partner."
            ),
        ),
    ),
    "growth": (
        N_("The network over the years"),
        (N_("Employers at the end of each half-year, by how far the unit had come with them."),),
    ),
    "areas": (
        N_("Here are the employers"),
        (
            N_(
                "Employers by the municipality of the workplace. The map shows municipalities, never "
                "addresses."
            ),
        ),
    ),
    "wishes": (
        N_("What would help more"),
        (
            N_(
                "Occupations that people with support wish for, where the unit knows few employers (SSYK "
                "2012)."
            ),
        ),
    ),
}
"""Table → its name, and sentences."""
ALWAYS = (
    (
        N_("Uncertain ranges"),
        (
            N_(
                "A share comes with a range. If the same thing could be done again and again, the range "
                "would hold "
                "the true share 95 times of 100 (Wilson)."
            ),
            N_("Shares and ranges are rounded to whole 5 %."),
        ),
    ),
    (
        N_("What is hidden"),
        (
            N_(
                "A number of people below the floor is hidden, and so is every other from which it could "
                "be worked out."
            ),
            N_(
                "Before anything is published, a program tries to work out the hidden numbers from all "
                "that is shown, "
                "earlier publications too. If it comes near, nothing is published."
            ),
        ),
    ),
)


def counted(publication: Publication | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Heading and sentences of each measure; only those that are published, or all when nothing is."""
    shown = set(MEASURES) if publication is None else {table.key for table in publication.tables}
    told = [measure for key, measure in MEASURES.items() if key in shown]
    return tuple((_(name), tuple(_(one) for one in sentences)) for name, sentences in (*told, *ALWAYS))
