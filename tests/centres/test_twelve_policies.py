"""Twelve published policies are entered through the staff form, page by page, and then read."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.html import escape

from centres.models import RULES, Policy, PolicyVersion
from centres.policies import earliest_end
from review.policy_kinds import KINDS
from tests.centres.twelve import TWELVE, Entered
from tests.factories import centre, lead
from tests.page_text import read

pytestmark = pytest.mark.django_db
CHECKED = date(2026, 11, 1)


@pytest.fixture
def dev():
    browser = Client()
    browser.force_login(lead(centre()).user)
    return browser


def fill(browser: Client, address: str, answers: dict) -> None:
    """Open the form, answer as on the page, and send it; it must be taken."""
    page = read(browser.get(address).content.decode())
    given = {name: value for name, value in answers.items() if value != ""}
    done = browser.post(address, page.posted | {"go": "1"} | given)
    assert done.status_code == 302, done.context["form"].errors


SCOPE = {
    "programmes": "",
    "full_time": "on",
    "internship": "on",
    "co_op": "on",
    "channel": "any",
    "on_withdrawing": "on",
}


def enter(browser: Client, entered: Entered) -> PolicyVersion:
    """The whole policy, as a lead types it, and published."""
    fill(browser, "/staff/policies/new/", {"title": entered.school})
    policy = Policy.objects.get(title=entered.school)
    draft = f"/staff/policies/{policy.pk}/draft"
    words = {"tone": entered.tone, "summary": entered.summary, "source": entered.source}
    fill(browser, f"{draft}/words/", words | {"checked_on": "2026-11-01"})
    scope = {name: value for name, value in (SCOPE | entered.scope).items() if value}
    assert browser.post(f"{draft}/scope/", scope).status_code == 302
    for kind, answers in entered.rules:
        fill(browser, f"{draft}/{kind}/add/", answers)
    fill(browser, f"{draft}/publish/", {"from_day": "2020-01-01"})
    return policy.versions.get()


@pytest.mark.parametrize("entered", TWELVE, ids=lambda one: one.school)
def test_a_published_policy_can_be_entered_and_read(dev, entered):
    version = enter(dev, entered)

    assert (version.state, version.tone) == ("published", entered.tone)
    assert (version.source, version.checked_on) == (entered.source, CHECKED)
    assert version.summary == entered.summary
    for slug, kind in KINDS.items():
        typed = [answers for name, answers in entered.rules if name == slug]
        assert getattr(version, kind.rows).count() == len(typed)
    page = dev.get(f"/staff/policies/{version.policy_id}/").content.decode()
    for sentence in (entered.summary, *entered.reads):
        assert escape(sentence) in page, sentence


def test_every_kind_of_rule_is_used_by_one_of_the_twelve():
    used = {kind for entered in TWELVE for kind, _ in entered.rules}
    assert used == set(KINDS)
    assert {kind.rows for kind in KINDS.values()} == set(RULES)


def test_what_was_typed_stands_in_its_columns(dev):
    """Wharton’s fine, Leeds’ tasks, Miami’s seasons: every typed answer is a typed column."""
    by_school = {one.school: one for one in TWELVE}
    wharton = enter(dev, by_school["Wharton MBA"])
    fine = wharton.consequences.get(what="fine")
    assert (fine.amount, fine.currency, fine.sureness) == (Decimal(20_000), "USD", "may")
    assert wharton.consequences.get(what="diploma").begins == "after-meeting"
    assert wharton.consequences.get(what="services").days == 1825
    assert (wharton.programmes, wharton.on_considering) == ("MBA students", True)

    leeds = enter(dev, by_school["Colorado Boulder, Leeds School of Business"])
    assert list(leeds.tasks.values_list("what", "within_days")) == [("apology", 7), ("copy", 7)]
    assert leeds.employer_notices.get().basis == "policy"

    miami = enter(dev, by_school["Miami, Farmer School of Business"])
    spring = miami.offer_floors.get(title="Spring")
    assert (spring.from_day, spring.to_day, spring.fixed, spring.days) == (101, 430, 228, 21)
    assert earliest_end(miami.rules().offer_floors, date(2026, 10, 20)) == date(2026, 11, 10)
    assert miami.search_is_breach
