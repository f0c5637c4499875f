"""Every page in a real browser: no axe fault, no sideways scroll, errors that lead to their fields.

Pages are found in the URLconf, so a new one is looked at on the day it arrives.
"""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from playwright.sync_api import expect

from tests.coaching.every_page import ADDRESSES, FILES, full_cases, names_of_questions
from tests.factories import person

pytestmark = pytest.mark.django_db(transaction=True)

ADDED_BY_SCRIPTS = "document.querySelectorAll('details').forEach(one => one.open = true)"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# What axe looks at that a color scheme can change. All else is the same in light and dark.
COLORS = ("color-contrast", "link-in-text-block")
# Pages whose questions are all optional have no blank that is wrong.
BLANK_IS_FINE = {
    "after",
    "check-in",
    "next-offer",
    "next-offer-lines",
    "circles",
    "conditions",
    "counter-offer",
    "first-days",
    "friend",
    "handover",
    "leaving-cost",
    "letter-first",
    "loop-person",
    "second-yes",
    "must-haves",
    "options",
    "outcome",
    "pay-more",
    "outcome-cost",
    "outcome-leads",
    "people",
    "points",
    "question",
    "reminders",
}


@pytest.fixture
def ana(live_server):
    """Ana with one case that waits and one that is leaving, and the cookie of her session."""
    owner = person("ana")
    client = Client()
    client.force_login(owner)
    cookie = {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.session.session_key,
        "url": live_server.url,
    }
    with transaction.atomic():  # some 300 rows are kept safe on disk at once, not one by one
        cases = list(full_cases(owner))
    return client, cases, cookie


@pytest.fixture
def page(new_context, ana):
    context = new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_cookies([ana[2]])
    return context.new_page()


def address_of(name, client, cases):
    """Where the page opens, or None when it only takes a POST or leads on."""
    for full in cases:
        for address in full.addresses(name):
            if client.get(address).status_code == 200:
                return address
    return None


def look(page, axe):
    """No fault in light and dark, with everything unfolded; nothing sideways on a small phone."""
    page.evaluate(ADDED_BY_SCRIPTS)
    page.emulate_media(color_scheme="light")
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, COLORS)
    page.set_viewport_size({"width": 320, "height": 800})
    assert not page.evaluate(SIDEWAYS), f"{page.url} scrolls sideways at 320 px"
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not page.evaluate(SIDEWAYS), f"{page.url} scrolls sideways with text twice as large"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - FILES))
def test_a_page_has_no_fault(page, ana, axe, name):
    client, cases, _ = ana
    address = address_of(name, client, cases)
    if address is None:
        pytest.skip("this address only takes a POST, or leads on")
    page.goto(address)
    look(page, axe)


@pytest.mark.parametrize("name", sorted(set(names_of_questions()) - BLANK_IS_FINE))
def test_an_error_is_found_and_leads_to_its_field(page, ana, axe, name):
    client, (waiting, leaving, *others), _ = ana
    address = address_of(name, client, (leaving, waiting, *others))
    assert address, f"“{name}” opens in none of the cases"
    page.goto(address)
    page.evaluate(
        "document.querySelectorAll('main input:not([type=hidden]), main textarea').forEach("
        "one => one.type === 'radio' || one.type === 'checkbox' ? one.checked = false"
        " : one.value = '')"
    )
    page.locator("main form button[name=go]").first.click()
    problem = page.locator("#problem")
    expect(problem).to_be_focused()
    assert page.title().startswith("Error: ")
    link = problem.get_by_role("link").first
    words, target = link.inner_text(), link.get_attribute("href")
    link.click()
    expect(page.locator(target)).to_be_focused()
    assert page.locator(".err", has_text=words).count() == 1
    look(page, axe)
