"""The networks behind the ties in a browser: chosen with the keyboard, tapped, and the way back."""

from collections.abc import Callable

from playwright.sync_api import expect

from dashboard import ids
from tests.browser.conftest import Visit

OpenPage = Callable[..., Visit]
HOLDER = f"document.getElementById('{ids.Layers.CANVAS}')"
NETWORK = f"{HOLDER}._cyreg.cy"
DRAWN = f"() => document.getElementById('{ids.Layers.CANVAS}')?._cyreg?.cy?.scratch('fitted') === true"
MIDDLE = f"""id => {{
    const at = {NETWORK}.getElementById(id).renderedPosition();
    const frame = document.getElementById('{ids.Layers.CANVAS}').getBoundingClientRect();
    return [frame.x + at.x, frame.y + at.y];
}}"""


def test_a_network_is_chosen_by_keyboard_a_coach_by_tap_and_the_questions_lead_back(
    open_page: OpenPage,
) -> None:
    page = open_page("/natverk").page
    page.locator(f"#{ids.Layers.CHOICE}-coaches").press("Enter")
    expect(page.locator(f"#{ids.Layers.TITLE}")).to_have_text("Coacher efter vilka arbetsgivare de delar")
    expect(page.locator(f"#{ids.Network.CARD}")).to_be_hidden()
    page.wait_for_function(DRAWN)
    row = page.locator(f"#{ids.Layers.TABLE} tbody th a").first
    name = row.inner_text()
    row.press("Enter")
    chosen = page.locator(f"#{ids.Layers.SIDE}-vald")
    expect(chosen).to_have_text(name)
    page.wait_for_function(f"() => {NETWORK}.nodes('.selected').length === 1")
    other = page.evaluate(f"() => {NETWORK}.nodes('.coach').not('.selected')[0].data()")
    page.evaluate(f"{HOLDER}.scrollIntoView({{behavior: 'instant', block: 'center'}})")
    page.mouse.click(*page.evaluate(MIDDLE, other["id"]))
    expect(chosen).to_have_text(other["label"])
    page.go_back()
    expect(chosen).to_have_text(name)
    page.locator("#fraga-cooling").click()
    expect(page.locator(f"#{ids.Network.CARD}")).to_be_visible()
    expect(page.locator(f"#{ids.Layers.CARD}")).to_be_hidden()
