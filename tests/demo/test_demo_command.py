"""`brygga demo` on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, insert, select

from dashboard.cli.database import ready_engine
from dashboard.cli.demo_command import demo_command
from dashboard.cli.import_command import import_command
from dashboard.data.demo import stories
from dashboard.data.engine import data_version, is_demo, reading, writing
from dashboard.data.models import Employer, Unit, User
from dashboard.domain.access import Role
from dashboard.domain.errors import OwnDataInTheWay
from dashboard.i18n import use_language
from dashboard.settings import Settings

TINY = Path(__file__).parent.parent / "samples" / "tiny"


def run(settings: Settings, *arguments: str) -> Result:
    return CliRunner().invoke(demo_command, arguments, obj=settings)


def test_it_says_in_words_what_was_made_and_that_it_is_invented(settings: Settings) -> None:
    result = run(settings, "--on", "2026-11-21")
    assert result.exit_code == 0, result.output
    assert "Brovalla arbetscoachning (påhittade exempeldata)" in result.output
    assert "Allt är påhittat och räknat tillbaka från 21 november 2026 (frö 1)." in result.output
    assert "300 arbetsgivare, 95 kunder, 1\u202f800 kontakter" in result.output
    assert ", ".join(stories.STRONG_ON_ANNA) in result.output
    assert is_demo(ready_engine(settings))


def test_it_prints_an_account_for_every_role(settings: Settings) -> None:
    output = run(settings).output
    for name in ("chef", "coach", "besok", "admin"):
        assert name in output
    assert len(Role) == 4


def test_it_speaks_english_too(settings: Settings) -> None:
    use_language("en")
    output = run(settings, "--seed", "3", "--on", "2028-02-29").output
    assert "Everything is invented and counted back from 29 February 2028 (seed 3)." in output
    assert "6 coaches, one of whom has left, 300 employers" in output


def test_another_kind_of_unit_is_made_with_its_own_words_and_accounts(settings: Settings) -> None:
    result = run(settings, "--kind", "course", "--on", "2026-11-21")
    assert result.exit_code == 0, result.output
    assert "Nästa steg Täby (påhittad)" in result.output
    assert "Enheter: 6. Coacher: 6. Arbetsgivare: 168." in result.output
    assert "chef" in result.output
    assert stories.STRONG_ON_ANNA[0] not in result.output
    assert run(settings, "--kind", "goals", "--force").exit_code == 0
    assert run(settings, "--kind", "nothing").exit_code == 2


def test_a_second_run_needs_force(settings: Settings) -> None:
    assert run(settings).exit_code == 0
    refused = run(settings)
    assert isinstance(refused.exception, OwnDataInTheWay)
    assert run(settings, "--seed", "2", "--force").exit_code == 0


@pytest.mark.parametrize("arguments", [(), ("--force",)])
def test_a_units_own_data_is_refused_in_one_sentence(settings: Settings, arguments: tuple[str, ...]) -> None:
    with writing(ready_engine(settings), "own") as connection:
        connection.execute(insert(Unit), [{"unit_id": "U1", "name": "Egen enhet"}])
    refused = run(settings, *arguments)
    assert isinstance(refused.exception, OwnDataInTheWay)
    assert str(refused.exception).startswith("Databasen innehåller en enhets egna uppgifter")


def test_a_day_that_is_none_is_refused(settings: Settings) -> None:
    assert run(settings, "--on", "i morgon").exit_code == 2


def test_a_units_own_rows_are_never_mixed_with_the_demo(settings: Settings) -> None:
    run(settings)
    before = data_version(ready_engine(settings))
    refused = CliRunner().invoke(import_command, [str(TINY)], obj=settings)
    assert isinstance(refused.exception, OwnDataInTheWay)
    assert "brygga demo --remove" in str(refused.exception)
    assert data_version(ready_engine(settings)) == before


def test_when_the_demo_is_removed_its_accounts_go_and_the_units_own_file_goes_in(settings: Settings) -> None:
    run(settings)
    assert run(settings, "--remove").exit_code == 0
    engine = ready_engine(settings)
    assert not is_demo(engine)
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(User)).scalar() == 0
    assert CliRunner().invoke(import_command, [str(TINY)], obj=settings).exit_code == 0


def test_a_units_own_data_is_not_removed_as_if_it_were_a_demo(settings: Settings) -> None:
    CliRunner().invoke(import_command, [str(TINY)], obj=settings)
    refused = run(settings, "--remove")
    assert isinstance(refused.exception, OwnDataInTheWay)
    with reading(ready_engine(settings)) as connection:
        assert connection.execute(select(func.count()).select_from(Employer)).scalar() == 9
