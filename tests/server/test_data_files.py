"""Template and export as downloads: who gets them, and what each gets."""

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.domain.access import Role
from tests.server.conftest import Browser

SignedIn = Callable[[Role], Browser]


def test_nobody_gets_a_file_without_signing_in(browser: Browser) -> None:
    paths = ("/data/mall", "/data/export", "/data/viloperioder", "/utfall/fil", "/rapport/fil", "/metod/fil")
    for path in paths:
        answer = browser.get(path)
        assert answer.status_code == 302
        assert "/logga-in" in answer.location


@pytest.mark.parametrize("role", list(Role))
def test_the_template_is_for_those_who_may_load_data(signed_in: SignedIn, role: Role) -> None:
    answer = signed_in(role).get("/data/mall?sprak=en")
    if role not in {Role.MANAGER, Role.ADMIN}:
        assert answer.status_code == 403
        return
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="brygga-template.xlsx"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert load_workbook(io.BytesIO(answer.data)).sheetnames[0] == "Read first"


@pytest.mark.parametrize("role", list(Role))
def test_the_export_is_for_all_but_visitors(signed_in: SignedIn, role: Role) -> None:
    answer = signed_in(role).get("/data/export?form=xlsx&sprak=sv")
    assert answer.status_code == (403 if role is Role.VISITOR else 200)
    if role is not Role.VISITOR:
        assert load_workbook(io.BytesIO(answer.data)).sheetnames[:2] == ["Om exporten", "Enheter"]
        assert 'filename="brygga-20' in answer.headers["Content-Disposition"]


def test_a_form_that_there_is_not_is_a_400(signed_in: SignedIn) -> None:
    assert signed_in(Role.MANAGER).get("/data/export?form=exe").status_code == 400
    archive = signed_in(Role.MANAGER).get("/data/export?form=zip")
    assert archive.data.startswith(b"PK")


@pytest.mark.parametrize("role", list(Role))
def test_the_table_of_a_card_of_outcomes_is_for_those_who_see_the_page(
    signed_in: SignedIn, role: Role
) -> None:
    answer = signed_in(role).get("/utfall/fil?kort=outcomes&form=xlsx&per=2026-06-30")
    if role not in {Role.COACH, Role.MANAGER}:
        assert answer.status_code == 403
        return
    assert answer.headers["Content-Disposition"] == 'attachment; filename="utfall-outcomes-2026-06-30.xlsx"'
    assert len(load_workbook(io.BytesIO(answer.data)).worksheets) == 2
    browser = signed_in(role)
    assert browser.get("/utfall/fil?kort=work&form=csv").data.startswith(b"\xef\xbb\xbf")
    assert browser.get("/utfall/fil?kort=work&form=exe").status_code == 400
    assert browser.get("/utfall/fil?kort=nothing").status_code == 404


def test_an_administrator_is_taken_to_the_page_data(signed_in: SignedIn) -> None:
    browser = signed_in(Role.ADMIN)
    assert browser.get("/").location == "/data"
    assert browser.get("/data").status_code == 200


@pytest.mark.parametrize("role", [Role.VISITOR, Role.COACH])
def test_others_do_not_get_the_page(signed_in: SignedIn, role: Role) -> None:
    assert signed_in(role).get("/data").status_code == 403


@pytest.mark.parametrize("role", list(Role))
def test_the_quiet_periods_are_for_those_who_meet_employers(signed_in: SignedIn, role: Role) -> None:
    browser = signed_in(role)
    answer = browser.get("/data/viloperioder?form=csv&sprak=en")
    if role not in {Role.COACH, Role.MANAGER}:
        assert answer.status_code == 403
        return
    assert answer.data.decode("utf-8-sig").splitlines()[0] == "Key;Employer;From;To;On the day;Reason"
    assert len(load_workbook(io.BytesIO(browser.get("/data/viloperioder").data)).worksheets) == 2
    assert browser.get("/data/viloperioder?form=pdf").status_code == 400


@pytest.mark.parametrize("role", list(Role))
def test_the_report_to_the_board_is_for_managers(signed_in: SignedIn, role: Role) -> None:
    browser = signed_in(role)
    asked = "/rapport/fil?per=2026-06-30&valda=work,targets&rubrik=Halv%C3%A5ret"
    slides = browser.get(f"{asked}&form=pptx")
    if role is not Role.MANAGER:
        assert slides.status_code == 403
        return
    assert slides.headers["Content-Disposition"] == 'attachment; filename="rapport-2026-06-30.pptx"'
    first, *cards = Presentation(io.BytesIO(slides.data)).slides
    assert (first.shapes.title.text_frame.text, len(cards)) == ("Halvåret", 2)
    assert len(load_workbook(io.BytesIO(browser.get(f"{asked}&form=xlsx").data)).worksheets) == 3
    assert browser.get(f"{asked}&form=exe").status_code == 400


@pytest.mark.parametrize("role", list(Role))
def test_the_items_rated_by_hand_are_a_file_for_staff(signed_in: SignedIn, role: Role) -> None:
    answer = signed_in(role).get("/metod/fil?kort=by_hand&form=csv&per=2026-06-30")
    assert answer.status_code == (200 if role in {Role.COACH, Role.MANAGER} else 403)
