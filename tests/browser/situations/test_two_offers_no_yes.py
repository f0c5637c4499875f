"""Two offers and no yes yet: one is taken, one declined."""

import re

import pytest

from tests.browser.conftest import ARTIFACTS
from tests.browser.walking import EITHER_WAY, in_days, later, log_call, to_the_end

pytestmark = pytest.mark.django_db(transaction=True)


@EITHER_WAY
@pytest.mark.mission("S2-1", "S4-19", "S4-20", "S0-9")
def test_two_offers_and_no_yes_yet(walk, pdf_name):
    walk.begin("I have not said yes yet", "Europe/London")
    walk.pause("3", "A new offer", "Pressure")
    walk.reads("steps to a good answer", "Give no answer before you decide")
    for number, (employer, who) in enumerate(
        (("Marlow Trust", "Iris Vale"), ("Pell and Sons", "Owen Pike"))
    ):
        walk.open("offers/")
        walk.follow("Add another" if number else "Add the offer")
        walk.other_offer(employer, "Archivist", in_days(40), kind="An offer I have not said yes to")
        walk.pay("31,000", "GBP")
        walk.type("Name", who, under="Hiring manager")
        walk.press()
    walk.open("must-haves/")
    walk.type("Must-have 1", "A desk by a window")
    walk.press()
    walk.pick("Marlow Trust", "Yes")
    walk.pick("Pell and Sons", "No")
    walk.press()
    walk.open("tell/")
    walk.reads("This opens when you have decided")

    with later(days=3):
        walk.open("decide/")
        walk.reads("you have not said if Marlow Trust is in writing")
        walk.page.locator("summary", has_text="Decide now anyway").click()
        walk.press("Decide now anyway")
        walk.pick("Your decision", "Say yes")
        walk.pick("Which job do you say yes to?", "Marlow Trust")
        walk.decide("Say yes")
        assert walk.heading == "You decided to say yes"
        walk.follow("Answer them")
        walk.reads("Say yes to Marlow Trust: call Iris Vale")
        log_call(walk, "Iris Vale", says=("glad to say yes",))
        walk.open("tell/")
        log_call(walk, "call Owen Pike", says=("decided not to take the Archivist role",))
        walk.open("tell/")
        walk.press("Write the letter")
        walk.press("Update the preview")
        walk.reads("to decline your offer of the Archivist position")
        text = walk.save_pdf(pdf_name, ARTIFACTS)
        assert "Owen Pike" in text
        assert not re.search(r"withdraw|maybe|Marlow|31", text)
        walk.page.reload()
        walk.press("I sent it")
        walk.open("tell/done/")
        walk.reads("Everyone on your list has your answer")
        to_the_end(walk, "Said yes", pdf_name)
