"""What hands do: the keyboard alone, two clicks for one, the back button."""

import pytest

from coaching.models import SavedPage
from offers.models import Case
from tests.browser.walk import Walk

pytestmark = pytest.mark.django_db(transaction=True)
PAUSE = "How heavy does this feel?"


@pytest.fixture
def walk(page):
    return Walk(page)


@pytest.fixture
def started(walk):
    walk.begin("I said yes, but have not started", "America/New_York")
    return walk


def focused(page) -> str:
    return page.evaluate(
        "() => { const at = document.activeElement;"
        " return (at.labels && at.labels[0] ? at.labels[0].innerText : at.innerText).trim() }"
    )


def tab_to(page, words: str) -> None:
    """Tab on until the thing with these words has the focus; it must show that it has."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"{words} does not show its focus"
            return
    raise AssertionError(f"{words} cannot be reached with Tab on {page.url}")


def test_the_pause_and_the_date_need_no_mouse(started, page):
    tab_to(page, "Take a breath")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pause/")
    tab_to(page, "Heavy")
    page.keyboard.press("ArrowRight")
    tab_to(page, "A new offer")
    page.keyboard.press("Space")
    tab_to(page, "Yes")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/date/")
    first = page.locator("input[name=when]").first  # tomorrow, or the day after by the hour
    tab_to(page, first.evaluate("box => box.labels[0].innerText.trim()"))
    page.keyboard.press("Space")
    tab_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/leaning/")
    tab_to(page, "Skip this")
    page.keyboard.press("Enter")
    page.get_by_text("You do not have to decide before then").wait_for()
    feeling = Case.objects.get().feeling
    assert (feeling.weight, feeling.pull_offer, feeling.forced) == (2, True, "no")


def test_the_first_tab_offers_to_skip_to_the_content(started, page):
    page.goto("/help-now/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_two_clicks_save_once(started, page):
    started.follow("Take a breath")
    started.pick(PAUSE, "3")
    started.pick("Is anyone making you answer today?", "No")
    page.get_by_role("button", name="Save and continue").dblclick()
    page.wait_for_url("**/date/")
    assert SavedPage.objects.get(slug="pause").version == 1


def test_an_old_tab_comes_back_with_both_answers(started, page):
    started.follow("Take a breath")
    started.pick(PAUSE, "3")
    started.pick("Is anyone making you answer today?", "No")
    old = page.context.new_page()
    old.goto(page.url)
    started.press()
    page.wait_for_url("**/date/")

    other = Walk(old)
    other.pick(PAUSE, "Light")
    other.pick("Is anyone making you answer today?", "No")
    other.press()
    other.reads("This page was saved in another tab", "You typed: Light", "Saved: 3")
    assert Case.objects.get().feeling.weight == 3
    other.press()
    old.wait_for_url("**/c/**")
    assert Case.objects.get().feeling.weight == 5


def test_the_back_button_brings_the_saved_answer(started, page):
    started.follow("Take a breath")
    started.pick(PAUSE, "3")
    started.pick("Is anyone making you answer today?", "No")
    started.press()
    page.wait_for_url("**/date/")
    page.go_back()
    page.wait_for_url("**/pause/")
    assert page.get_by_label("3", exact=True).is_checked()
    started.press()
    page.wait_for_url("**/date/")
    assert Case.objects.get().feeling.weight == 3


def test_words_that_are_not_saved_are_not_lost_in_silence(started, page):
    started.follow("Take a breath")
    started.pick(PAUSE, "3")
    started.pick("Is anyone making you answer today?", "No")
    started.press()
    page.wait_for_url("**/date/")
    page.goto(page.url.replace("/date/", "/why/"))
    saved = page.locator(".saved")
    assert saved.inner_text().startswith("Saved")
    started.type("What happened right before", "I read the contract again.")
    assert saved.inner_text() == "Not saved yet"

    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.goto("/help-now/")
    assert asked == ["beforeunload"]
