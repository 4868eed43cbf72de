"""The gaps of worlds in which they were planted: exactly those are named, what matters most first."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from dashboard.data.demo import fill_demo, stories
from dashboard.data.engine import open_engine
from dashboard.data.reference import find_postal_code
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.gap_advice import advice
from dashboard.reports.gap_answers import GapAnswer, gap_answer, gap_answers
from dashboard.reports.gap_areas import home_places, only_municipality
from dashboard.reports.gap_export import gap_file
from dashboard.reports.gap_findings import finding, tile
from dashboard.reports.gap_ground import gap_ground
from dashboard.reports.gap_occupations import unwished
from dashboard.reports.gap_rows import COLUMNS, gap_list
from dashboard.reports.gap_words import in_peace, why_near
from dashboard.reports.state import DATA_GAPS, GAPS, PageState
from dashboard.reports.trace import trace
from tests.builders import Row, client, coach, contact, employer, placement, quiet
from tests.reports.network_small import at, opened, visits

DEMO_DAY = dt.date(2026, 11, 21)
VALLENTUNA = "18630"
LATELY = tuple(f"2026-06-{day:02}" for day in range(1, 13))
COACH = Viewer(2, "Anna", Role.COACH, "A")


def strong(key: str, coach_id: str = "A", **cells) -> list[Row]:
    """A strong relationship: two people hired, and a dozen days this month."""
    hired = [
        placement(key, f"{key}-{n}", "2026-06-20", kind="employment", coach_id=coach_id) for n in range(2)
    ]
    return [employer(key, **cells), *hired, *visits(key, coach_id, *LATELY)]


def told(access: Access, query: str) -> str:
    page = at(query)
    return finding(gap_answer(access, page), gap_ground(access, page), access.definitions)


def step(access: Access, query: str) -> str:
    page = at(query)
    return advice(gap_answer(access, page), gap_ground(access, page), access.definitions).step


def employers(access: Access, query: str) -> tuple[str, ...]:
    return tuple(gap_answer(access, at(query)).rows["employer_id"])


def why(access: Access, query: str) -> list[tuple[str, str]]:
    return [(row["employer_id"], why_near(row)) for row in gap_list(access, at(query)).rows]


# Occupations


@pytest.fixture
def kitchen(sqlite_engine: Engine) -> Access:
    """Two wish for the kitchen (94), one for sales (52), one for the garden (61); Anna knows who has what."""
    use_language("en")
    return opened(
        sqlite_engine,
        coach("A", name="Anna"),
        *(client(key, "A", wished_occupations=codes) for key, codes in (
            ("K1", "9411"), ("K2", "94"), ("K3", "5223"), ("K4", "61"),
        )),
        employer("E1", name="Köket", occupations="9411", sni_code="56100", capacity=1),
        *visits("E1", "A", "2026-06-01"),
        employer("E2", name="Kafé Vila", occupations="94", sni_code="56100", capacity=2),
        *visits("E2", "A", "2025-06-01"),
        employer("E3", name="Krogen", occupations="83", sni_code="56210", capacity=1),
        *visits("E3", "A", "2026-06-02"),
        employer("E4", name="Boden", occupations="5223", sni_code="47110", capacity=1),
        *visits("E4", "A", "2026-06-03"),
        employer("E5", name="Plantan", occupations="61", sni_code="01300"),
    )  # fmt: skip


def test_who_is_to_be_left_in_peace_is_not_proposed_and_told_where_it_stands(
    kitchen: Access, sqlite_engine: Engine
) -> None:
    quiet(sqlite_engine, "E2", "2026-06-01", "2026-07-15")
    assert "E2" not in employers(kitchen, "")
    (row,) = (row for row in gap_list(kitchen, at("lucka=dormant")).rows if row["employer_id"] == "E2")
    assert in_peace(row) == "leave in peace until 2026-07-15"
    assert gap_file(kitchen, at("lucka=dormant")).rows[0][-1] == "leave in peace until 2026-07-15"
    assert "E2" in employers(kitchen, "per=2026-05-31")


def test_a_group_is_missing_or_thin_and_those_nearest_are_named(kitchen: Access) -> None:
    found = gap_answer(kitchen, at())
    assert (found.gap, found.number, found.of, found.counts["missing"]) == ("occupations", 2, 3, 1)
    # Krogen offers something else, and two of the three others in its branch offer the kitchen.
    assert why(kitchen, "") == [
        ("E5", "Says that it offers it, but we have not met and there is no contact now."),
        ("E2", "Says that it offers it, but the contact is dormant."),
        ("E3", "2 of 2 others in the same branch offer it (Food and beverage service activities)."),
    ]
    assert told(kitchen, "").startswith("**2 of 3 occupations wished for are missing or thin.**")
    assert "1.0 wished for, 0.0 on offer" in told(kitchen, "")
    assert step(kitchen, "").endswith("Begin with Plantan. Nobody who works here has had contact with them.")


def test_a_picked_group_also_names_who_offers_it_now(kitchen: Access) -> None:
    assert [key for key, _why in why(kitchen, "yrke=94")] == ["E1", "E2", "E3"]
    assert "ssyk" not in gap_list(kitchen, at("yrke=94")).columns
    assert why(kitchen, "yrke=94")[0] == ("E1", "Offers it now.")
    assert employers(kitchen, "yrke=77") == employers(kitchen, ""), "a group that nobody knows is not picked"


def test_it_is_read_from_what_is_offered_too(kitchen: Access) -> None:
    assert [(one.ssyk, one.employers) for one in unwished(gap_ground(kitchen, at()).gaps)] == [("83", 1)]
    assert why(kitchen, "yrke=83")[0] == ("E3", "Offers it now.")


def test_filters_narrow_the_proposals_and_not_the_evidence(kitchen: Access) -> None:
    assert [key for key, _why in why(kitchen, "sektor=56210&yrke=94")] == ["E1", "E2", "E3"], "no such sector"
    assert why(kitchen, "sektor=A") == why(kitchen, "")[:1]
    assert employers(kitchen, "coach=A") == ("E2", "E3")
    assert gap_answer(kitchen, at("coach=A")).number == 2


# Areas


def at_home(key: str, **cells) -> Row:
    place = find_postal_code(VALLENTUNA)
    assert place is not None
    where = {"map_latitude": place.latitude, "map_longitude": place.longitude, "position_precision": "exact"}
    return employer(key, occupations="94", **where, **cells)


def test_places_are_counted_and_those_that_would_help_are_listed(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(
        sqlite_engine,
        coach("A", name="Anna"),
        client("K1", "A", wished_occupations="94", postal_code=VALLENTUNA),
        client("K2", "A", wished_occupations="94", postal_code=VALLENTUNA),
        client("K3", "A", wished_occupations="94", postal_code="99999"),
        *(at_home(f"E{n}") for n in range(3)),
        *visits("E0", "A", "2026-06-01"),
        *visits("E2", "A", "2025-01-01"),
    )
    ground = gap_ground(access, at())
    assert [(one.name, one.asked, one.few, one.none) for one in home_places(ground)] == [
        ("Vallentuna", 2, 2, 0)
    ]
    assert only_municipality(ground) == (("", 1),)
    rows = gap_answer(access, at("lucka=areas")).rows
    assert rows.to_dict("list") == {"employer_id": ["E2", "E1"], "helps": [2, 2], "closes": [0, 0]}
    assert told(access, "lucka=areas") == (
        "**2 of 2 clients have fewer than 3 warm employers** of a wished kind within 15 km. The colder ones "
        "nearby would be enough for all of them. The home of 1 client is not known well enough to say."
    )


# Employers


def test_dependence_names_the_strong_on_one_coach_the_strongest_first(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine, coach("A", name="Anna"), *strong("E1"), *strong("E2"), *strong("E3"),
        *visits("E2", "B", "2026-06-01"), *visits("E3", "A", "2026-05-01"), employer("E4"),
    )  # fmt: skip
    assert set(employers(access, "lucka=dependence")) == {"E1", "E3"}
    assert gap_answer(access, at("lucka=dependence")).of == 3
    assert employers(access, "lucka=dependence&coach=B") == ()


def test_fading_says_how_long_against_its_own_rhythm(sqlite_engine: Engine) -> None:
    use_language("en")
    monthly = ("2025-12-10", "2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10")
    hired = [placement("E1", f"K{n}", "2026-03-10", kind="employment", coach_id="A") for n in range(2)]
    access = opened(
        sqlite_engine,
        coach("A", name="Anna"),
        employer("E1", name="Ek AB."),
        *hired,
        *visits("E1", "A", *monthly),
    )
    (row,) = gap_list(access, at("lucka=fading")).rows
    assert (row["silence"], row["usual"], row["ask"]) == (81, 31, "Anna")
    assert told(access, "lucka=fading") == "**1 of 1 strong or medium relationships is fading.** It is Ek AB."
    assert step(access, "lucka=fading").endswith("Begin with Ek AB., and ask Anna first.")


def test_the_other_lists_name_what_was_planted(sqlite_engine: Engine) -> None:
    trials = [
        placement("END", f"K{n}", "2025-01-01", "2025-03-01", coach_id="A", outcome="no_job")
        for n in range(3)
    ]
    calls = [contact("TIRED", "A", day) for day in LATELY[:7]]
    access = opened(
        sqlite_engine, coach("A", name="Anna"), client("K9", "A", wished_occupations="94;52"),
        employer("END", sni_code="56100", occupations="83", position_precision="locality"),
        *trials, employer("TIRED", sni_code="56100"), *calls,
        employer("UNUSED1", occupations="94"), employer("UNUSED2", occupations="94;52"),
    )  # fmt: skip
    assert employers(access, "lucka=dormant") == employers(access, "lucka=dead_ends") == ("END",)
    assert employers(access, "lucka=tired") == ("TIRED",)
    assert employers(access, "lucka=unused") == ("UNUSED2", "UNUSED1"), (
        "who offers more of what is wished for"
    )
    assert set(employers(access, "lucka=no_position")) == {"TIRED", "UNUSED1", "UNUSED2"}
    assert employers(access, "lucka=no_occupation") == ("TIRED",)
    assert set(employers(access, "lucka=no_sni")) == {"UNUSED1", "UNUSED2"}


def test_who_is_asked_first_works_here_and_has_a_living_tie_before_a_strong_one(
    sqlite_engine: Engine,
) -> None:
    gone = coach("Z", name="Zoë", ended_on="2026-01-01")
    access = opened(
        sqlite_engine, coach("A", name="Anna"), coach("B", name="Bo"), gone,
        *visits("E1", "A", *(f"2025-05-{day:02}" for day in range(1, 29))), *visits("E1", "B", "2025-09-01"),
        *visits("E2", "Z", "2025-12-01"),
    )  # fmt: skip
    asked = {row["employer_id"]: row["ask"] for row in gap_list(access, at("lucka=no_sni")).rows}
    assert asked["E1"] == "Bo"
    assert not isinstance(asked["E2"], str)


# Mix, women and men


def test_the_mix_counts_every_form_and_lists_the_cold_ones_of_the_others(sqlite_engine: Engine) -> None:
    use_language("en")
    access = opened(
        sqlite_engine,
        coach("A", name="Anna"),
        *(employer(f"P{n}", ownership="private") for n in range(3)),
        employer("M1", ownership="municipal"),
        employer("S1", ownership="social_enterprise"),
        employer("U1"),
        client("K1", "A"),
        placement("M1", "K1", "2026-05-01", "2026-05-02", coach_id="A"),
    )
    found = gap_answer(access, at("lucka=mix"))
    assert (found.number, found.of, found.about) == (3, 5, "private")
    assert employers(access, "lucka=mix") == ("S1",)
    assert tile(found) == ("60%", "private")
    assert "None is warm among: private and social enterprise." in told(access, "lucka=mix")
    assert "regional, state and association" in told(access, "lucka=mix")


def test_women_and_men_have_their_intervals_and_few_are_not_compared(sqlite_engine: Engine) -> None:
    use_language("en")
    women = [
        row for n in range(10) for row in (
            client(f"W{n}", "A", gender="woman"),
            placement("E1", f"W{n}", "2026-05-01", occupation="7119" if n < 3 else "5321"),
        )
    ]  # fmt: skip
    man = [client("M1", "A", gender="man"), placement("E1", "M1", "2026-05-01", occupation="5321")]
    access = opened(sqlite_engine, *women, *man)
    assert told(access, "lucka=equality") == (
        "**4 of 11 placements went against the usual division of work**: women 3 of 10 (uncertain: 11–60%) "
        "and men 1 of 1. Too few to compare."
    )


# None, one, many; who may see


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "rows",
    [
        [coach("A", name="Anna")],
        [coach("A", name="Anna"), employer("E1")],
        [client("K1", None, wished_occupations="94")],
        [*strong("E1"), client("K1", "A", wished_occupations="94", postal_code=VALLENTUNA)],
        [employer(f"E{n}", occupations="94", ownership="private", sni_code="56100") for n in range(20)],
    ],
    ids=["nothing", "an employer", "a client", "one of each", "all alike"],
)
def test_small_worlds_have_a_sentence_for_everything(
    sqlite_engine: Engine, rows: list[Row], language: str
) -> None:
    use_language(language)
    access = opened(sqlite_engine, *rows)
    for gap in (*GAPS, *DATA_GAPS):
        said = told(access, f"lucka={gap}")
        assert said.rstrip("*").endswith("."), gap
        assert "**" in said, gap
        assert "{" not in said, gap
        number, unit = tile(gap_answer(access, at(f"lucka={gap}")))
        assert all((number, unit)), gap
        assert gap_list(access, at(f"lucka={gap}")).page == 1
        advice(gap_answer(access, at(f"lucka={gap}")), gap_ground(access, at()), access.definitions)


@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMIN])
def test_others_than_coaches_and_managers_see_no_gap(sqlite_engine: Engine, role: Role) -> None:
    access = Access(Viewer(3, "X", role), opened(sqlite_engine, employer("E1")).store)
    with pytest.raises(AccessDenied):
        gap_answers(access, at())


def test_a_coach_sees_every_employer_and_her_own_clients_alone(sqlite_engine: Engine) -> None:
    manager = opened(
        sqlite_engine, coach("A", name="Anna"), coach("B", name="Bo"), at_home("E1"),
        client("K1", "A", wished_occupations="94", postal_code=VALLENTUNA),
        client("K2", "B", wished_occupations="94", postal_code=VALLENTUNA),
    )  # fmt: skip
    own = Access(COACH, manager.store)
    numbers = [answer.number for answer in gap_answers(own, at())]
    assert numbers == [answer.number for answer in gap_answers(manager, at())]
    assert employers(own, "lucka=areas") == ("E1",)
    for figure in ("gaps.areas.clients", "gap_lists.helps", "gaps.occupations.demand"):
        rows = trace(own, at(), figure)
        assert (rows.rows["client"].tolist(), rows.hidden) == (["K1"], 1), figure


# The list


def test_the_list_is_searched_sorted_and_written_to_a_file(kitchen: Access) -> None:
    use_language("sv")
    assert [row["employer_id"] for row in gap_list(kitchen, at("q=plant")).rows] == ["E5"]
    assert [row["employer_id"] for row in gap_list(kitchen, at("sort=name")).rows] == ["E2", "E3", "E5"]
    assert [row["employer_id"] for row in gap_list(kitchen, at("q=trädgård")).rows] == ["E5"], "by occupation"
    table = gap_file(kitchen, at("q=plant"))
    assert (table.name, table.title) == ("luckor-occupations-2026-06-30", "Yrken som saknas eller är tunna")
    assert [(row[0], row[1]) for row in table.rows] == [("E5", "Plantan")]


@pytest.mark.parametrize("gap", [gap for gap in COLUMNS if COLUMNS[gap]])
def test_every_column_can_be_sorted_by(demo: Access, gap: str) -> None:
    for column in COLUMNS[gap]:
        shown = gap_list(demo, PageState.parse(f"per={DEMO_DAY}&lucka={gap}&sort=-{column}"))
        assert shown.rows
        assert shown.found == shown.of
    assert gap_file(demo, PageState.parse(f"per={DEMO_DAY}&lucka={gap}")).rows


# The demo's stories


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('gaps') / 'brygga.db'}")
    upgrade(engine)
    fill_demo(engine, DEMO_DAY)
    yield Access(Viewer(1, "Maja", Role.MANAGER), Store(engine)).pinned()
    engine.dispose()


def of_demo(demo: Access, query: str) -> GapAnswer:
    return gap_answer(demo, PageState.parse(f"per={DEMO_DAY}&{query}"))


def test_the_stories_of_the_demo_are_found(demo: Access) -> None:
    found = of_demo(demo, f"yrke={stories.MISSING_OCCUPATION}").rows
    assert stories.NEVER_CONTACTED in set(found["employer_id"])
    assert stories.THIN_EMPLOYER in set(of_demo(demo, f"yrke={stories.THIN_OCCUPATION}").rows["employer_id"])
    planted = {
        "dependence": stories.STRONG_ON_ANNA,
        "fading": (stories.COOLING_PARTNER,),
        "dormant": stories.FORGOTTEN,
        "dead_ends": (stories.DEAD_END,),
        "tired": (stories.TIRED_OF_CONTACTS, stories.TIRED_OF_GUESTS),
    }
    for gap, keys in planted.items():
        assert set(keys) <= set(of_demo(demo, f"lucka={gap}").rows["employer_id"]), gap


@pytest.mark.parametrize("query", ["", "coach=C1", "agarform=private", "sektor=I"])
def test_the_number_on_a_tile_is_the_number_of_its_rows(demo: Access, query: str) -> None:
    traced = {
        **{gap: f"gaps.{gap}" for gap in ("dependence", "fading", "dormant", "unused", "dead_ends")},
        **{gap: f"gaps.data.{gap}" for gap in DATA_GAPS},
        "tired": "employers.fatigued",
    }
    page = PageState.parse(f"per={DEMO_DAY}&{query}")
    for gap, figure in traced.items():
        assert gap_answer(demo, page, gap).number == trace(demo, page, figure).figure, gap
