"""Every page of staff, and what a student shares from: axe, phones, and errors beside fields.

Pages are found in the URLconf, so a new one is looked at on the day it arrives.
"""

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from playwright.sync_api import TimeoutError

from tests.desk import browser_of, whole_desk
from tests.urlconf import every_url
from tests.whole_case import MONDAY, anas_case

from .test_every_page import ADDED_BY_SCRIPTS, COLORS, SIDEWAYS

pytestmark = pytest.mark.django_db(transaction=True)

PHONES = (390, 320)
OF_SHARING = ("share", "messages", "appointment", "reading", "letter", "school", "safe-letter")
SHOWN_WIDE_AND_NARROW = {
    f"review:{name}"
    for name in ("queue", "case", "letter", "employers", "policy-draft", "dashboard", "team")
}
# The first form of the page with something to fill in, once all of it is blank.
FORM = "main form[method=post]:has(input:not([type=hidden]), textarea, select)"
BLANK = """form => form.querySelectorAll("input:not([type=hidden]), textarea, select").forEach(
    one => /radio|checkbox/.test(one.type) ? one.checked = false : one.value = "")"""


@pytest.fixture
def case():
    with time_machine.travel(MONDAY, tick=True):
        with transaction.atomic():  # kept safe on disk at once, not row by row
            case = anas_case()
            fay = whole_desk(case)
        case.fay = fay.user
        yield case


@pytest.fixture
def open_as(new_context, live_server):
    """A page in the browser of somebody who has signed in as a whole, and a client beside it."""

    def opened(user):
        client = browser_of(user)
        context = new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        context.add_cookies([{
            "name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key,
            "url": live_server.url,
        }])  # fmt: skip
        return context.new_page(), client

    return opened


def addresses(case, client, names):
    """Those of them that are pages: what only takes a POST, leads on, or is a file, is none."""
    for url in every_url():
        if url.name in names:
            address = url.of(case)
            answer = client.get(address)
            assert answer.status_code in (200, 302, 405), f"{url.name}: {answer.status_code}"
            if answer.status_code == 200 and "html" in answer["Content-Type"]:
                yield url.name, address


def names_of_staff():
    return {url.name for url in every_url() if url.is_of_staff} - {"review:invitation"}


def names_of_sharing():
    return {f"coaching:{name}" for name in OF_SHARING}


def look(page, axe, name, shot=None):
    """What is wrong with the page as it is shown now."""
    page.evaluate(ADDED_BY_SCRIPTS)
    for scheme, rules in (("light", ()), ("dark", COLORS)):
        page.emulate_media(color_scheme=scheme)
        try:
            axe(page, rules)
        except AssertionError as fault:
            yield f"{name}, {scheme}: {fault}"
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 844})
        if page.evaluate(SIDEWAYS):
            yield f"{name} scrolls sideways at {width} px"
    page.set_viewport_size({"width": 1280, "height": 900})


def send_blank(page, name):
    """What is wrong with how the page answers a form with nothing in it."""
    form = page.locator(FORM).first
    form.evaluate(BLANK)
    with page.expect_navigation():
        form.locator("button:not([formnovalidate])").last.click()
    problem = page.locator("#problem")
    if problem.count() == 0:
        yield f"{name} takes a blank form without a word"
        return
    if not page.title().startswith("Error: "):
        yield f"{name}: the title does not say that there is an error"
    if not gets_focus(page, "#problem"):
        yield f"{name}: the summary has no focus"
    links = problem.get_by_role("link")
    if links.count() == 0:
        yield f"{name}: the summary leads nowhere"
    for link in links.all():
        link.click()
        if not gets_focus(page, link.get_attribute("href")):
            yield f"{name}: {link.inner_text()} does not lead to a field"


def gets_focus(page, what):
    """The browser moves the focus a moment after the page has come."""
    try:
        page.locator(f"{what}:focus").wait_for(timeout=5000)
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize("who", ["fay", "owner"])
def test_no_page_has_a_fault(case, open_as, axe, shot, who):
    page, client = open_as(getattr(case, who))
    names = names_of_staff() if who == "fay" else names_of_sharing()
    faults = []
    for name, address in list(addresses(case, client, names)):
        page.goto(address)
        faults += look(page, axe, name)
        if name in SHOWN_WIDE_AND_NARROW:
            keep(page, shot, name.partition(":")[2])
    assert not faults, "\n".join(faults)


def keep(page, shot, name):
    """Pictures of it, wide and narrow, in both schemes."""
    page.reload()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            shot(page, f"staff-{name}-{width}-{scheme}")
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("who", ["fay", "owner"])
def test_what_is_missing_is_said_and_leads_to_its_field(case, open_as, axe, who):
    page, client = open_as(getattr(case, who))
    names = names_of_staff() if who == "fay" else names_of_sharing()
    faults, asked = [], 0
    for name, address in list(addresses(case, client, names)):
        page.goto(address)
        if page.locator(FORM).count() == 0:
            continue
        asked += 1
        faults += send_blank(page, name)
        if page.locator("#problem").count():
            faults += look(page, axe, f"{name}, with errors")
    assert asked
    assert not faults, "\n".join(faults)
