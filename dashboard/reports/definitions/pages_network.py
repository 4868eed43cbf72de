"""The ready questions, within the filters of the page."""

from dashboard.i18n import N_
from dashboard.reports.definitions.measure import Area, Measure

AREA = Area(
    "pages_network",
    N_("On the network page"),
    (
        Measure(
            "questions.tied",
            N_("Employers with a living tie"),
            N_(
                "Of the employers that the filters leave, those with at least one living tie; when a "
                "coach is chosen, with that coach."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "questions.single_coach",
            N_("Who hangs on a single coach"),
            N_("Of them, those with exactly one living tie."),
            formula="k = 1",
            settings=("tie_window",),
        ),
        Measure(
            "questions.shared",
            N_("Who are known by several of us"),
            N_("Of them, those with at least two living ties."),
            formula="k ≥ 2",
            settings=("tie_window",),
        ),
        Measure(
            "questions.leaving",
            N_("Who is left if a coach leaves"),
            N_(
                "Employers with no living tie left if the chosen coaches left together. When none is "
                "chosen it is the coach on whom most hang."
            ),
            settings=("tie_window",),
            also=("questions.leaving.of",),
        ),
        Measure(
            "questions.heir",
            N_("Who could take over"),
            N_(
                "The coach of those who stay with the strongest tie to the employer, ended ones included;"
                " otherwise the one with the fewest clients per full-time post."
            ),
            settings=("half_life",),
            also=("questions.heir.why",),
        ),
        Measure(
            "handover.others",
            N_("Who else has known them"),
            N_(
                "Coaches who are not among those who leave and who have been in touch with the employer, the "
                "strongest tie first, with the day of the latest interaction. Those who have left before "
                "stand there too."
            ),
            settings=("half_life",),
        ),
        Measure(
            "questions.cooling",
            N_("Who has cooled"),
            N_(
                "Strong and medium relationships that are cooling or dormant: no warm contact in the last"
                " {active_within} days."
            ),
            settings=(
                "active_within",
                "strong_from",
                "strong_from_rung",
                "medium_from",
            ),
            also=("questions.cooling.of",),
        ),
        Measure(
            "questions.strongest",
            N_("Who are strong"),
            N_("Relationships of {strong_from} points or more with an employer that has hosted a trial."),
            settings=(
                "strong_from",
                "strong_from_rung",
            ),
            also=("questions.strongest.of",),
        ),
        Measure(
            "questions.gained",
            N_("Ties gained"),
            N_(
                "Ties that are living on the day and were not on the earlier day, three months before when "
                "no other is chosen: new ones, and old ones revived."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "questions.lost",
            N_("Ties lost"),
            N_("Ties that were living on the earlier day and are not on the day."),
            settings=("tie_window",),
        ),
        Measure(
            "questions.kept",
            N_("Ties kept"),
            N_("Ties that are living on both days."),
            settings=("tie_window",),
        ),
        Measure(
            "questions.stepping",
            N_("Which lead on to jobs"),
            N_(
                "Of the employers that the filters leave, those from which at least one client went on to an "
                "employment elsewhere: it began after the placement did, and no later than 180 days after "
                "the placement was over. Of all time. Beside it stands at how many of them a client's "
                "placement, studies aside, is over."
            ),
            settings=("spell_gap",),
            also=("questions.stepping.of",),
        ),
        Measure(
            "questions.went_on",
            N_("Clients who went on to a job elsewhere"),
            N_(
                "Of the different clients whose placement at the employer, studies aside, is over, those who "
                "went on. Those for whom it ended less than 180 days ago count too: they may still go on. "
                "Whom to ask is the coach with the strongest living tie."
            ),
            formula="k / n",
            settings=("spell_gap", "half_life", "tie_window"),
        ),
        Measure(
            "questions.concentrated",
            N_("Where we are concentrated"),
            N_(
                "Placements that started in the period, studies aside, at the five employers with most of "
                "them, and their share of all. Without a filter on coach, ownership or sector, employers "
                "that are no longer active count too."
            ),
            formula="k / n",
            also=("questions.concentrated.of",),
        ),
        Measure(
            "questions.equal",
            N_("As concentrated as equal employers"),
            N_(
                "If so many employers had equally many placements each, the placements would be as "
                "concentrated as they are."
            ),
            formula="1 / Σ(nᵢ / n)²",
            source="herfindahl",
        ),
        Measure(
            "panel.way_in",
            N_("The way in"),
            N_(
                "Whom to ask: who has a living tie herself asks nobody. Otherwise the shortest way over "
                "colleagues who share employers, where each step is one divided by its strength; the page's "
                "coach, or you, is where it begins. Without such a way it is the strongest living tie."
            ),
            settings=("tie_window", "half_life"),
        ),
        Measure(
            "panel.alike",
            N_("Who resembles the employer"),
            N_(
                "Employers with an occupation group in common within {area_km} km, or in the same "
                "municipality where that is all that is known: those with most of their occupations in "
                "common first."
            ),
            settings=("area_km", "ssyk_level"),
        ),
        Measure(
            "panel.next",
            N_("Could be asked next"),
            N_(
                "Of those, the most alike that has a free place, is not tired of us, and has hosted nobody; "
                "those whom somebody has a living tie with first."
            ),
            settings=("area_km", "ssyk_level", "tie_window"),
        ),
        Measure(
            "picture.look",
            N_("What colour and shape stand for"),
            N_(
                "Every rung, every warmth and every form of ownership has its own colour and shape. Of "
                "forms of ownership and of sectors (SNI) the three most frequent among the employers that "
                "the filters leave are told apart, the same three on every day; the others share a ring. "
                "The number in the legend is how many are drawn. The larger the mark, the stronger the "
                "relationship."
            ),
        ),
        Measure(
            "picture.ladder",
            N_("The ladder"),
            N_(
                "Every employer that the filters leave stands on its rung, with or without a living tie, "
                "and moves only when its rung changes: it keeps its seat from day to day and from question "
                "to question, and the number at the rung counts all. Of more than 400 employers, as large a"
                " part of every rung is drawn as there is room for, its strongest, after those that the "
                "question is about."
            ),
        ),
        Measure(
            "resilience.kept",
            N_("How much would stand"),
            N_(
                "The share of the employers with a living tie that keep one as coaches leave, each time "
                "the one whose leaving costs most."
            ),
            formula="k / n",
            settings=("tie_window",),
        ),
        Measure(
            "health.verdict",
            N_("Whether the network is healthier"),
            N_(
                "Six shares on the day beside the same six three months earlier. A share has changed only "
                "when Newcombe's 95 % interval of the difference leaves out 0; the network is healthier when "
                "at least one share has become healthier and none weaker, and the other way round. The same "
                "employers stand on both days, so small changes are hard to prove: then it cannot be told. "
                "Numbers that are not shares are told and not judged."
            ),
            source="newcombe",
            settings=("tie_window", "active_within", "strong_from", "strong_from_rung", "medium_from"),
        ),
        Measure(
            "health.ties",
            N_("Living ties within the filters"),
            N_(
                "Living ties of the employers that the filters leave; when a coach is chosen, that "
                "coach's own."
            ),
            settings=("tie_window",),
        ),
        Measure(
            "health.hosted",
            N_("Employers that have hosted someone"),
            N_(
                "Of the employers that the filters leave, those that have hosted a trial or hired: the third "
                "rung or higher."
            ),
        ),
        Measure(
            "health.equal_employers",
            N_("As many equal employers"),
            N_(
                "How spread the placements are that started in the year that ends on the day, studies aside: "
                "as concentrated as this many employers with equally many placements each. It is counted "
                "over all employers, so it is left out when something is filtered."
            ),
            formula="1 / Σ (n / N)²",
            source="herfindahl",
        ),
    ),
)
